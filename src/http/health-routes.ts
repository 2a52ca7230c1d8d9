import type { Request, Response } from 'restify';

/** What must work for the desk to be ready, by part; each throws when its part does not. */
export type Checks = Readonly<Record<string, () => Promise<void>>>;

/** `GET /health`: the process is alive. */
export async function healthRoute(_request: Request, response: Response): Promise<void> {
  response.send(200, { status: 'alive' });
  return Promise.resolve();
}

/** `GET /ready`: 200 when every part works, else 503; the body tells each part's state, and nothing of its insides. */
export function readyRoute(checks: Checks) {
  return async (_request: Request, response: Response): Promise<void> => {
    const parts = await Promise.all(
      Object.entries(checks).map(async ([part, check]) => [part, await works(check)] as const),
    );
    const ready = parts.every(([, working]) => working);
    response.send(ready ? 200 : 503, {
      status: ready ? 'ready' : 'not ready',
      parts: Object.fromEntries(parts.map(([part, working]) => [part, working ? 'ready' : 'not ready'])),
    });
  };
}

async function works(check: () => Promise<void>): Promise<boolean> {
  try {
    await check();
    return true;
  } catch {
    return false;
  }
}
