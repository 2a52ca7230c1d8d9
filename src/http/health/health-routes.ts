import type { Request, Response } from 'restify';

/** A part of the desk that may fail by itself. */
export interface Part {
  /** Whether the desk is of no use without it. What is not needed waits until it is back, such as letters. */
  readonly isNeeded: boolean;
  /** What is wrong when it does not work, for whoever runs the desk; tells nothing of the insides. */
  readonly reason: string;
  /** @throws where it does not work */
  check(): Promise<void>;
}

export type Parts = Readonly<Record<string, Part>>;

/** `GET /health`: the process is alive. */
export async function healthRoute(_request: Request, response: Response): Promise<void> {
  response.send(200, { status: 'alive' });
  return Promise.resolve();
}

/** `GET /ready`: 503 while a part that is needed does not work, else 200; the body tells of each part how it is, and why. */
export function readyRoute(parts: Parts) {
  return async (_request: Request, response: Response): Promise<void> => {
    const states = await Promise.all(
      Object.entries(parts).map(async ([name, part]) => ({ name, part, works: await works(part) })),
    );
    const ready = states.every(({ part, works }) => works || !part.isNeeded);
    const told = states.map(({ name, part, works }) => [
      name,
      works ? { status: 'ready' } : { status: 'not ready', reason: part.reason },
    ]);
    response.send(ready ? 200 : 503, {
      status: ready ? 'ready' : 'not ready',
      parts: Object.fromEntries(told) as unknown,
    });
  };
}

async function works(part: Part): Promise<boolean> {
  try {
    await part.check();
    return true;
  } catch {
    return false;
  }
}
