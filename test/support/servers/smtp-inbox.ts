import { buffer } from 'node:stream/consumers';
import { createServer, type Server, type Socket } from 'node:net';
import { once } from 'node:events';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';

/** A real mail server on loopback that stores what it accepts. */
export interface SmtpInbox {
  readonly port: number;
  readonly address: string;
  readonly messages: readonly Buffer[];
  close(): Promise<void>;
}

/** @param port a free one by default */
export async function smtpInbox(options: SMTPServerOptions = {}, port = 0): Promise<SmtpInbox> {
  const messages: Buffer[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData(stream, _session, done) {
      buffer(stream).then((message) => {
        messages.push(message);
        done();
      }, done);
    },
    ...options,
  });
  server.on('error', () => undefined);
  const listening = server.listen(port, '127.0.0.1');
  await once(listening, 'listening');
  const used = portOf(listening);
  return {
    port: used,
    address: `smtp://127.0.0.1:${used}`,
    messages,
    close: () =>
      new Promise((resolve) => {
        server.close(resolve);
      }),
  };
}

/** A port that accepts connections and never sends anything. */
export async function silentServer(): Promise<Omit<SmtpInbox, 'messages'>> {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => sockets.add(socket.on('error', () => undefined)));
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const port = portOf(server);
  return {
    port,
    address: `smtp://127.0.0.1:${port}`,
    async close() {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}

function portOf(server: Server): number {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the server listens on no port');
  return address.port;
}
