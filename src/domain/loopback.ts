const loopback = /^(?:localhost|127(?:\.\d{1,3}){3}|::1|\[::1\])$/;

/**
 * Whether a host name or IP address is loopback: `localhost`, 127.0.0.0/8, or ::1 with or without brackets.
 * @param host without a port and in lower case, as `URL` and sockets write it
 */
export function isLoopback(host: string): boolean {
  return loopback.test(host);
}
