import type { Request } from 'restify';
import { isLoopback } from '../domain/loopback.ts';
import { isAddressedToThisMachine } from './connections/loopback-only.ts';

/** A socket that takes IPv6 writes IPv4 addresses behind this. */
const mappedToIpv6 = /^::ffff:(?=\d)/;

/**
 * Whether a program on this machine asks, for itself. A proxy in front of the desk is such a program too, and asks for
 * others: it says for whom, or passes on the host name that they used.
 */
export function isFromThisMachine(request: Request): boolean {
  const { headers, socket } = request;
  const isPassedOn = headers.forwarded !== undefined || headers['x-forwarded-for'] !== undefined;
  const address = (socket.remoteAddress ?? '').replace(mappedToIpv6, '');
  return isLoopback(address) && isAddressedToThisMachine(request) && !isPassedOn;
}
