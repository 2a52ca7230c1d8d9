import { Server as HttpServer } from 'node:http';
import { Server } from 'node:net';

/**
 * Preloaded into the Playground's process. The Playground always listens on every network interface, and its chat has
 * no sign-in; the sandbox must be reachable from this machine only. It always calls `listen` with a port and a
 * callback.
 */
Object.defineProperty(HttpServer.prototype, 'listen', {
  value: function listenOnLoopback(this: HttpServer, port: number, whenListening: () => void): HttpServer {
    // It falls back to port 0 if its port was taken meanwhile; the user would then see the other program's page.
    if (port === 0) throw new Error('The port was taken by another program in the meantime.');
    Server.prototype.listen.call(this, { port, host: '127.0.0.1' }, whenListening);
    return this;
  },
});
