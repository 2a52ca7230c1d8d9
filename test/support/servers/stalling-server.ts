import { once } from 'node:events';
import { createServer, type AddressInfo, type Socket } from 'node:net';

/** How a server stalls. `says`: what it sends before, with CRLF between lines. */
export interface Stall {
  readonly says: string;
  /**
   * `silence`: keeps the connection open, silently. `drops`: continues one character at a time. `halfClose`: ends its
   * half.
   */
  readonly then: 'silence' | 'drops' | 'halfClose';
}

/** A server that accepts connections, begins to answer, and never finishes. */
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
    /** Number of open connections. */
    waiting: () => sockets.size,
    close: async () => {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}
