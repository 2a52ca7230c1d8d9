import type { Server as HttpServer } from 'node:http';
import type { Server as HttpsServer } from 'node:https';
import { createServer, type Server, type Socket } from 'node:net';

interface Servers {
  readonly secure: HttpsServer;
  readonly plain: HttpServer;
}

/** The first byte of a TLS connection: a handshake record. Source: RFC 8446, section 5.1. */
const tlsHandshake = 0x16;

/**
 * Answers TLS and plain HTTP on one port: MSAL accepts no authority without TLS, and a browser warns of every certificate
 * that was made up.
 */
export function eitherScheme({ secure, plain }: Servers) {
  const sockets = new Set<Socket>();
  const server: Server = createServer((socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
    // Until a server takes it over; browsers open connections that they never use.
    socket.once('error', () => socket.destroy());
    socket.once('data', (first: Buffer) => {
      socket.pause();
      socket.unshift(first);
      (first[0] === tlsHandshake ? secure : plain).emit('connection', socket);
      // What came is read by whoever took over, once it listens.
      process.nextTick(() => socket.resume());
    });
  });
  return {
    server,
    /** Stops listening, and breaks off what is still open. */
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => {
          resolve();
        });
        for (const socket of sockets) socket.destroy();
      }),
  };
}
