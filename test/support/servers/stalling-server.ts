import { once } from 'node:events';
import { createServer, type AddressInfo, type Socket } from 'node:net';

/** How a server on the network lets its callers down. `says`: what it sends before that, CRLF between lines. */
export interface Stall {
  readonly says: string;
  /** `silence`: it keeps the connection and says no more. `drops`: it goes on, a character at a time. `halfClose`: it ends its half. */
  readonly then: 'silence' | 'drops' | 'halfClose';
}

/** A server that takes connections, begins to answer, and never comes to an end. */
export async function stallingServer({ says, then }: Stall) {
  const sockets = new Set<Socket>();
  const server = createServer({ allowHalfOpen: true }, (socket) => {
    socket.on('error', () => undefined);
    const dripping = then === 'drops' ? setInterval(() => socket.write('.'), 5) : undefined;
    socket.on('close', () => {
      clearInterval(dripping);
      sockets.delete(socket);
    });
    socket.on('end', () => socket.destroy());
    sockets.add(socket.resume());
    socket.write(says);
    if (then === 'halfClose') socket.end();
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    port,
    /** How many callers still wait. */
    waiting: () => sockets.size,
    close: async () => {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}
