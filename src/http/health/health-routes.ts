import type { Request, Response } from 'restify';

/** A part of the desk that may fail independently. */
export interface Part {
  /** Whether the desk cannot work without it. Work for other parts, such as e-mails, is queued until they recover. */
  readonly isNeeded: boolean;
  /** What is wrong when the check fails, for the operator; reveals no internals. */
  readonly reason: string;
  /** @throws if it does not work */
  check(): Promise<void>;
}

export type Parts = Readonly<Record<string, Part>>;

/** `GET` or `HEAD /health`: the process is alive. */
export async function healthRoute(_request: Request, response: Response): Promise<void> {
  send(response, 200, { status: 'alive' });
  return Promise.resolve();
}

/**
 * `GET` or `HEAD /ready`: 503 while a needed part does not work, else 200; the body has the status of each part, with
 * a reason.
 * The status of the whole is `degraded` while only parts fail whose work is retried: the desk still takes requests, and
 * taking it out of service would lose those.
 */
export function readyRoute(parts: Parts) {
  return async (_request: Request, response: Response): Promise<void> => {
    const states = await Promise.all(
      Object.entries(parts).map(async ([name, part]) => ({ name, part, works: await works(part) })),
    );
    const isUsable = states.every(({ part, works }) => works || !part.isNeeded);
    const isWhole = states.every(({ works }) => works);
    const reports = states.map(({ name, part, works }) => [
      name,
      works ? { status: 'ready' } : { status: 'not ready', reason: part.reason },
    ]);
    send(response, isUsable ? 200 : 503, {
      status: isWhole ? 'ready' : isUsable ? 'degraded' : 'not ready',
      parts: Object.fromEntries(reports) as unknown,
    });
  };
}

/** The same headers for GET and HEAD: restify leaves out those of a body that it does not send. */
function send(response: Response, status: number, body: object): void {
  const text = JSON.stringify(body);
  const headers = { 'content-type': 'application/json', 'content-length': String(Buffer.byteLength(text)) };
  response.sendRaw(status, text, headers);
}

async function works(part: Part): Promise<boolean> {
  try {
    await part.check();
    return true;
  } catch {
    return false;
  }
}
