import type { Request } from 'restify';
import { isAddressedToThisMachine } from './connections/loopback-only.ts';

const loopbackAddress = /^(::1|(::ffff:)?127(\.\d{1,3}){3})$/;

/**
 * Whether a program on this machine asks, for itself. A proxy in front of the desk is such a program too, and asks for
 * others: it says for whom, or passes on the host name that they used.
 */
export function isFromThisMachine(request: Request): boolean {
  const { headers, socket } = request;
  const isPassedOn = headers.forwarded !== undefined || headers['x-forwarded-for'] !== undefined;
  return loopbackAddress.test(socket.remoteAddress ?? '') && isAddressedToThisMachine(request) && !isPassedOn;
}
