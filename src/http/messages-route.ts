import type { Request, Response } from 'restify';

/** What a channel is answered. */
export interface ActivityAnswer {
  readonly status: number;
  readonly body?: unknown;
}

/** Takes one activity through the bot. Answers, and never throws, whatever the body holds. */
export type HandleActivity = (authorization: string, body: unknown) => Promise<ActivityAnswer>;

/**
 * `POST /api/messages`: the Bot Framework's door. Awaited to its end, because an activity that fails outside a promise chain
 * would end the process.
 */
export function messagesRoute(handleActivity: HandleActivity) {
  return async (request: Request, response: Response): Promise<void> => {
    if (request.contentType() !== 'application/json') {
      response.send(415, { error: 'Activities are sent as application/json.' });
      return;
    }
    const body = parseJson(request.body);
    const answer =
      body === undefined
        ? { status: 400, body: { error: 'The body is not JSON.' } }
        : await handleActivity(request.headers.authorization ?? '', body);
    if (answer.body === undefined) response.send(answer.status);
    else response.send(answer.status, answer.body);
  };
}

function parseJson(text: unknown): unknown {
  try {
    return JSON.parse(String(text)) as unknown;
  } catch {
    return undefined;
  }
}
