import { randomUUID } from 'node:crypto';
import { CloudAdapter } from 'botbuilder';
import type { Log } from '../../application/ports/log.ts';
import type { Meter, RefusalReason } from '../../application/ports/meter.ts';
import { ChannelKeysUnavailable, TokenRefused } from '../../application/ports/tokens.ts';
import { logWith, errorForLog } from '../../application/runtime/logging.ts';
import { activitySchema } from '../channel/activity-schema.ts';
import type { ChannelAuthentication } from '../channel/channel-authentication.ts';
import { sdkActivity } from '../channel/sdk-activity.ts';
import type { Bot } from './bot.ts';

interface Answer {
  readonly status: number;
  readonly body?: unknown;
}

interface DeskAdapterOptions {
  readonly authentication: ChannelAuthentication;
  readonly isAcceptedServiceUrl: (address: string) => boolean;
  readonly isAcceptedChannel: (channelId: unknown) => boolean;
  readonly meter: Meter;
  readonly log: Log;
}

/**
 * The SDK's adapter with its own entry point: the SDK's `process` throws on an empty body before it has checked the
 * token, and responds with the text of inner errors; here both become a plain status.
 */
export class DeskAdapter extends CloudAdapter {
  readonly #options: DeskAdapterOptions;

  constructor(options: DeskAdapterOptions) {
    super(options.authentication);
    this.#options = options;
  }

  /**
   * Authenticates one activity and passes it to the bot.
   * @param authorization the request's `Authorization` header, empty if absent
   * @param body parsed JSON of any shape
   * @param bot handles the activity once it is authenticated
   * @returns the response to the channel; never throws
   */
  async handle(authorization: string, body: unknown, bot: Bot): Promise<Answer> {
    const { authentication, isAcceptedServiceUrl, isAcceptedChannel } = this.#options;
    const reference = randomUUID();
    const log = logWith(this.#options.log, { turn: reference });
    try {
      const token = await authentication.check(authorization);
      const parsed = activitySchema.safeParse(body);
      if (!parsed.success) {
        this.#refused('unreadable');
        const fields = parsed.error.issues.map((issue) => issue.path.join('.') || 'the activity');
        return {
          status: 400,
          body: { error: `Not an activity that can be read: ${[...new Set(fields)].join(', ')}.` },
        };
      }
      const activity = sdkActivity(parsed.data);
      const caller = await authentication.admit(token, activity);
      if (!isAcceptedChannel(activity.channelId)) {
        this.#refused('channel');
        log.warn(
          { channel: activity.channelId.slice(0, 64) },
          'refused an activity of a channel that is not accepted',
        );
        return { status: 403, body: { error: 'This desk answers to Microsoft Teams only.' } };
      }
      if (!isAcceptedServiceUrl(activity.serviceUrl)) {
        this.#refused('service-url');
        log.warn(
          { channel: activity.channelId },
          'refused an activity with a service URL that is not accepted',
        );
        return { status: 403, body: { error: 'The service URL is not one that this desk answers to.' } };
      }
      const response = await this.processActivity(caller, activity, (context) => bot(context, reference));
      return { status: response?.status ?? 200, body: response?.body as unknown };
    } catch (error) {
      if (error instanceof TokenRefused) {
        this.#refused('bad-token');
        log.warn({ reason: error.reason }, 'refused an activity that could not be authenticated');
        return { status: 401 };
      }
      if (error instanceof ChannelKeysUnavailable) {
        this.#refused('no-keys');
        return { status: 503 };
      }
      log.error({ error: errorForLog(error) }, 'a turn failed');
      return { status: 500, body: { error: `Something went wrong here. Reference: ${reference}` } };
    }
  }

  #refused(reason: RefusalReason): void {
    this.#options.meter.record({ kind: 'refusal', reason });
  }
}
