import type { Server } from 'restify';

interface Address {
  readonly host: string;
  readonly port: number;
}

/** Starts listening. @throws Error naming the setting to change if the address is unavailable */
export function listen(server: Server, { host, port }: Address): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const why = error.code === 'EADDRINUSE' ? 'another program uses it' : (error.code ?? error.name);
      reject(
        new Error(
          `Partner Desk cannot listen on ${host}, port ${port}: ${why}. Set PORT or HOST to another.`,
        ),
      );
    });
    server.listen(port, host, resolve);
  });
}
