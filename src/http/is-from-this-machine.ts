import type { Request } from 'restify';
import { isLoopback } from '../domain/loopback.ts';
import { isAddressedToThisMachine } from './connections/loopback-only.ts';

/** Prefix of IPv4 addresses on a dual-stack socket. */
const mappedToIpv6 = /^::ffff:(?=\d)/;

/**
 * Whether the request comes from a program on this machine. A proxy on this machine does not count: it sets a
 * forwarding header or passes on the client's Host header.
 */
export function isFromThisMachine(request: Request): boolean {
  const { headers, socket } = request;
  const isForwarded = headers.forwarded !== undefined || headers['x-forwarded-for'] !== undefined;
  const address = (socket.remoteAddress ?? '').replace(mappedToIpv6, '');
  return isLoopback(address) && isAddressedToThisMachine(request) && !isForwarded;
}
