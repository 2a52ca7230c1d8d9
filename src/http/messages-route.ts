import type { Request, Response } from 'restify';
import type { Meter, RefusalReason } from '../application/ports/meter.ts';
import { readBody } from './connections/read-body.ts';

/** What a channel is answered. */
export interface ActivityAnswer {
  readonly status: number;
  readonly body?: unknown;
}

/** Takes one activity through the bot. Answers, and never throws, whatever the body holds. */
export type HandleActivity = (authorization: string, body: unknown) => Promise<ActivityAnswer>;

/** The largest activity. Teams' own limit for a message is about 100 kB. Bytes. */
const largest = 256 * 1024;
/** How long a channel may take to send one; milliseconds. */
const timeout = 10_000;

/**
 * `POST /api/messages`: the Bot Framework's door. Awaited to its end, because an activity that fails outside a promise chain
 * would end the process.
 */
export function messagesRoute(handleActivity: HandleActivity, meter: Meter) {
  function refused(reason: RefusalReason, status: number, error: string): ActivityAnswer {
    meter.record({ kind: 'refusal', reason });
    return { status, body: { error } };
  }

  async function answerTo(request: Request): Promise<ActivityAnswer> {
    const isPacked = request.headers['content-encoding'] !== undefined;
    if (request.contentType() !== 'application/json' || isPacked) {
      return refused(
        'unreadable',
        415,
        'Activities are sent as application/json, without a content encoding.',
      );
    }
    const body = await readBody(request, { largest, timeout });
    if (body === 'tooLarge') {
      return refused('too-large', 413, `The body is larger than ${largest / 1024} kB.`);
    }
    if (body === 'tooSlow') return refused('too-slow', 408, 'The body did not arrive in time.');
    const activity = parseJson(body);
    if (activity === undefined) return refused('unreadable', 400, 'The body is not JSON.');
    return handleActivity(request.headers.authorization ?? '', activity);
  }

  return async (request: Request, response: Response): Promise<void> => {
    const { status, body } = await answerTo(request);
    // What is left of a body that did not arrive is not waited for.
    if (status === 408) response.setHeader('connection', 'close');
    if (body === undefined) response.send(status);
    else response.send(status, body);
  };
}

function parseJson(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8')) as unknown;
  } catch {
    return undefined;
  }
}
