import { Server as HttpServer } from 'node:http';
import { Server } from 'node:net';

/**
 * Loaded into the Playground's process before it runs. The Playground listens on every network interface and has no
 * setting for it, and its chat has no sign-in; the sandbox lets in nobody but this machine. It calls `listen` in one
 * way only, with a port and a callback.
 */
Object.defineProperty(HttpServer.prototype, 'listen', {
  value: function listenOnLoopback(this: HttpServer, port: number, whenListening: () => void): HttpServer {
    // It asks for any port when another program has just taken its own; the person would be shown that one's page.
    if (port === 0) throw new Error('The port was taken by another program in the meantime.');
    Server.prototype.listen.call(this, { port, host: '127.0.0.1' }, whenListening);
    return this;
  },
});
