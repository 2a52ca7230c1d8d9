import { connect, type Socket } from 'node:net';

/** A connection on which a client sends whatever it likes. */
export interface RawSocket {
  readonly socket: Socket;
  /** Resolves once it is closed, by whomever, to all that was received. */
  readonly closed: Promise<string>;
}

/**
 * Connects to a server on this machine, and sends some bytes.
 * @param reads `never`: leaves whatever the server sends in the socket's buffers
 */
export async function rawSocket(
  url: string,
  bytes: string,
  reads: 'always' | 'never' = 'always',
): Promise<RawSocket> {
  const socket = connect({ port: Number(new URL(url).port), host: '127.0.0.1', allowHalfOpen: true });
  socket.on('error', () => undefined);
  let received = '';
  if (reads === 'always') socket.on('data', (chunk) => (received += chunk.toString('latin1')));
  const closed = new Promise<string>((resolve) => {
    socket.once('close', () => {
      resolve(received);
    });
  });
  // Half-closed by the server; a client that does not notice keeps its own half open.
  socket.once('end', () => socket.end());
  await new Promise<void>((resolve) => {
    socket.once('connect', resolve);
    socket.once('close', () => {
      resolve();
    });
  });
  if (bytes !== '') socket.write(Buffer.from(bytes, 'latin1'));
  return { socket, closed };
}
