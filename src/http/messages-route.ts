import type { Request, Response } from 'restify';
import type { Meter, RefusalReason } from '../application/ports/meter.ts';
import { readBody } from './connections/read-body.ts';

/** The response to a channel. */
export interface ActivityAnswer {
  readonly status: number;
  readonly body?: unknown;
}

/** Runs one activity through the bot. Never throws, whatever the body holds. */
export type HandleActivity = (authorization: string, body: unknown) => Promise<ActivityAnswer>;

/** Maximum size of an activity, in bytes. Teams' own limit for a message is about 100 kB. */
const maxBytes = 256 * 1024;
/** For receiving an activity; milliseconds. */
const timeout = 10_000;

/**
 * `POST /api/messages`: the Bot Framework's endpoint. Everything is awaited, because an unhandled rejection would end
 * the process.
 */
export function messagesRoute(handleActivity: HandleActivity, meter: Meter) {
  function refused(reason: RefusalReason, status: number, error: string): ActivityAnswer {
    meter.record({ kind: 'refusal', reason });
    return { status, body: { error } };
  }

  async function answerTo(request: Request): Promise<ActivityAnswer> {
    const isCompressed = request.headers['content-encoding'] !== undefined;
    if (request.contentType() !== 'application/json' || isCompressed) {
      return refused(
        'unreadable',
        415,
        'Activities are sent as application/json, without a content encoding.',
      );
    }
    const body = await readBody(request, { maxBytes, timeout });
    if (body === 'tooLarge') {
      return refused('too-large', 413, `The body is larger than ${maxBytes / 1024} kB.`);
    }
    if (body === 'tooSlow') return refused('too-slow', 408, 'The body did not arrive in time.');
    const activity = parseJson(body);
    if (activity === undefined) return refused('unreadable', 400, 'The body is not JSON.');
    return handleActivity(request.headers.authorization ?? '', activity);
  }

  return async (request: Request, response: Response): Promise<void> => {
    const { status, body } = await answerTo(request);
    // Do not wait for the rest of a body that timed out.
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
