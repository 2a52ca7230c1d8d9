import { once } from 'node:events';
import { createServer } from 'node:http';
import { connect, type AddressInfo, type Socket } from 'node:net';

/** `tunnel`: connects. `hang`: takes the request and never answers. A status: answers with that. */
export type ProxyBehaviour = 'tunnel' | 'hang' | number;

/**
 * An HTTP proxy on loopback. Whatever host a tunnel is for, it leads to one port of this machine, so that stand-ins can
 * have Microsoft's names.
 */
export async function openProxy(port: number) {
  const asked: { readonly target: string; readonly authorization: string | undefined }[] = [];
  const plain: string[] = [];
  const sockets = new Set<Socket>();
  let behaviour: ProxyBehaviour = 'tunnel';

  const server = createServer((request, response) => {
    plain.push(request.url ?? '');
    response.statusCode = 502;
    response.end();
  });
  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined).once('close', () => sockets.delete(socket));
  });
  server.on('connect', (request, client: Socket, head: Buffer) => {
    asked.push({ target: request.url ?? '', authorization: request.headers['proxy-authorization'] });
    if (behaviour === 'hang') return;
    if (behaviour !== 'tunnel') {
      client.end(`HTTP/1.1 ${behaviour} Refused\r\ncontent-length: 7\r\n\r\nrefused`);
      return;
    }
    const beyond = connect(port, '127.0.0.1', () => {
      client.write('HTTP/1.1 200 Connection established\r\n\r\n');
      beyond.write(head);
      client.pipe(beyond).pipe(client);
    });
    sockets.add(beyond);
    beyond.on('error', () => client.destroy()).once('close', () => sockets.delete(beyond));
    client.once('close', () => beyond.destroy());
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    host: `127.0.0.1:${(server.address() as AddressInfo).port}`,
    /** Every request for a tunnel. */
    asked,
    targets: () => new Set(asked.map(({ target }) => target)),
    /** Requests that it was to send on itself, as for http addresses. */
    plain,
    behaveAs: (how: ProxyBehaviour) => {
      behaviour = how;
    },
    /** Cuts all tunnels, so that the next request needs a new one. */
    cut: () => {
      for (const socket of sockets) socket.destroy();
    },
    async close() {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}
