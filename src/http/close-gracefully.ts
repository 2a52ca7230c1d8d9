import type { Server } from 'restify';

/** Takes no new connection, lets requests that are being answered finish, and returns when the last has. */
export function closeGracefully(server: Server): Promise<void> {
  server.pre((_request, response, next) => {
    response.setHeader('connection', 'close');
    next();
  });
  return new Promise((resolve) => {
    server.close(resolve);
  });
}
