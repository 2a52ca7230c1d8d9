import { Socket } from 'node:net';
import { z } from 'zod';

/** Node hands over what it is to connect to as an object, or as the first of a list. */
const target = z.object({ host: z.string().optional(), port: z.coerce.number() });
const connectArguments = z.tuple([z.union([target, z.tuple([target], z.unknown())])], z.unknown());

/** Loaded before a program, has it print every address that it connects to, TLS or not. */
// eslint-disable-next-line @typescript-eslint/unbound-method -- it is given its socket again below
const { connect } = Socket.prototype;
Socket.prototype.connect = function (this: Socket, ...given: unknown[]) {
  const [first] = connectArguments.parse(given);
  const { host = 'localhost', port } = Array.isArray(first) ? first[0] : first;
  process.stderr.write(`connects to ${host}:${port}\n`);
  return Reflect.apply(connect, this, given) as Socket;
};
