// Why not a library: `https-proxy-agent` hands the proxy's own answer on as if the service had sent it, and Teams' 403
// drops a chat; undici's agent reads `NO_PROXY` by rules of its own, without networks. One rule must decide for both, and
// one tunnel serves `fetch` and Node's clients alike.

import { request as requestPlainly } from 'node:http';
import { request as requestSecurely } from 'node:https';
import type { Socket } from 'node:net';
import { plainHost } from './proxies.ts';

/** For the connection to the proxy and its answer together; milliseconds. */
const timeout = 10_000;

/**
 * There is no way through the proxy. Never looks like an answer of the service behind it: a 403 of Teams means that a
 * chat is gone. The code is safe to log: `PROXY_407`, `PROXY_ECONNREFUSED`, `PROXY_TIMEOUT`.
 */
class ProxyError extends Error {
  override readonly name = 'ProxyError';
  readonly code: string;

  constructor(reason: string) {
    super(`there is no way through the proxy: ${reason}`);
    this.code = `PROXY_${reason}`;
  }
}

/**
 * Opens a connection through a proxy, with HTTP's CONNECT. Credentials in the proxy's address are sent to it alone.
 * @param proxy an http or https URL
 * @throws ProxyError
 */
export function openTunnel(proxy: URL, host: string, port: number): Promise<Socket> {
  const isSecure = proxy.protocol === 'https:';
  const target = `${host.includes(':') ? `[${plainHost(host)}]` : host}:${port}`;
  return new Promise((resolve, reject) => {
    const connecting = (isSecure ? requestSecurely : requestPlainly)({
      method: 'CONNECT',
      host: plainHost(proxy.hostname),
      port: proxy.port === '' ? (isSecure ? 443 : 80) : Number(proxy.port),
      path: target,
      headers: { host: target, ...authorization(proxy) },
      agent: false,
    });
    const timer = setTimeout(() => connecting.destroy(new ProxyError('TIMEOUT')), timeout);
    connecting.once('connect', ({ statusCode = 0 }, socket, head) => {
      clearTimeout(timer);
      if (statusCode === 200 && head.length === 0) {
        resolve(socket);
        return;
      }
      socket.destroy();
      reject(new ProxyError(String(statusCode)));
    });
    connecting.once('error', (error) => {
      clearTimeout(timer);
      reject(error instanceof ProxyError ? error : new ProxyError(codeOf(error)));
    });
    connecting.end();
  });
}

function authorization({ username, password }: URL): Readonly<Record<string, string>> {
  if (username === '' && password === '') return {};
  const credentials = `${decodeURIComponent(username)}:${decodeURIComponent(password)}`;
  return { 'proxy-authorization': `Basic ${Buffer.from(credentials).toString('base64')}` };
}

function codeOf(error: Error): string {
  return 'code' in error && typeof error.code === 'string' ? error.code : 'ERROR';
}
