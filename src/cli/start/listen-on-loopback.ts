import { Server as HttpServer, type IncomingMessage, ServerResponse } from 'node:http';
import { Server, type Socket } from 'node:net';
import { signOfElsewhere } from '../../domain/loopback.ts';

/**
 * Preloaded into the Playground's process. The Playground always listens on every network interface, and its chat has
 * no sign-in; the sandbox must be reachable from this machine only. It always calls `listen` with a port and a
 * callback.
 */
Object.defineProperty(HttpServer.prototype, 'listen', {
  value: function listenOnLoopback(this: HttpServer, port: number, whenListening: () => void): HttpServer {
    // It falls back to port 0 if its port was taken meanwhile; the user would then see the other program's page.
    if (port === 0) throw new Error('The port was taken by another program in the meantime.');
    refuseOthers(this);
    Server.prototype.listen.call(this, { port, host: '127.0.0.1' }, whenListening);
    return this;
  },
});

/** Events that hand a request to the program, with what it would answer on. */
const requestEvents = new Set<string | symbol>([
  'request',
  'checkContinue',
  'checkExpectation',
  'upgrade',
  'connect',
]);

/** Answers requests that something beyond this machine has caused, web sockets too, before the program sees them. */
function refuseOthers(server: HttpServer): void {
  const emit = server.emit.bind(server) as (event: string | symbol, ...given: unknown[]) => boolean;
  Object.defineProperty(server, 'emit', {
    value: (event: string | symbol, ...given: unknown[]): boolean => {
      if (!requestEvents.has(event)) return emit(event, ...given);
      const [request, answer] = given as [IncomingMessage, ServerResponse | Socket];
      if (signOfElsewhere(request) === undefined) return emit(event, ...given);
      if (answer instanceof ServerResponse) {
        answer
          .writeHead(403, { 'content-type': 'text/plain', connection: 'close' })
          .end('The sandbox answers only to this machine. Type its address into the browser.\n');
      } else {
        answer.destroy();
      }
      return true;
    },
  });
}
