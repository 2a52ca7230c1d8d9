import { Socket } from 'node:net';
import { z } from 'zod';

/** Node passes the connection options as an object, or as the first item of an array. */
const target = z.object({ host: z.string().optional(), port: z.coerce.number() });
const connectArguments = z.tuple([z.union([target, z.tuple([target], z.unknown())])], z.unknown());

/** Preloaded into a program, prints every address that it connects to, with or without TLS. */
// eslint-disable-next-line @typescript-eslint/unbound-method -- called with its socket below
const { connect } = Socket.prototype;
Socket.prototype.connect = function (this: Socket, ...given: unknown[]) {
  const [first] = connectArguments.parse(given);
  const { host = 'localhost', port } = Array.isArray(first) ? first[0] : first;
  process.stderr.write(`connects to ${host}:${port}\n`);
  return Reflect.apply(connect, this, given) as Socket;
};
