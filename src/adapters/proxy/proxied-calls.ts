import { Agent as HttpAgent } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';
import { Agent, buildConnector, getGlobalDispatcher, setGlobalDispatcher } from 'undici';
import { openTunnel } from './open-tunnel.ts';
import type { ProxyFor } from './proxies.ts';

/** Makes every `fetch` of this process use the proxies. @returns a function that ends it */
export function proxyFetch(find: ProxyFor): () => Promise<void> {
  const connect = buildConnector({});
  const previous = getGlobalDispatcher();
  const agent = new Agent({
    connect: (options, callback) => {
      const { protocol, hostname } = options;
      const port = Number(options.port) || defaultPort(protocol);
      const proxy = find(new URL(`${protocol}//${hostname}:${port}`));
      if (proxy === undefined) {
        connect(options, callback);
        return;
      }
      openTunnel(proxy, hostname, port).then(
        (socket) => {
          if (protocol === 'https:') connect({ ...options, httpSocket: socket }, callback);
          else callback(null, socket);
        },
        (error: unknown) => {
          callback(error instanceof Error ? error : new Error('no tunnel'), null);
        },
      );
    },
  });
  setGlobalDispatcher(agent);
  return async () => {
    setGlobalDispatcher(previous);
    await agent.close();
  };
}

/**
 * Agents for clients that use Node's own `http` and `https`.
 * @returns a function from an address to its agent; undefined if it is reached directly
 */
export function proxyAgents(find: ProxyFor): (address: string) => HttpAgent | undefined {
  const agents = new Map<string, HttpAgent>();
  return (address) => {
    const target = new URL(address);
    const proxy = find(target);
    if (proxy === undefined) return undefined;
    const key = `${target.protocol} ${proxy.href}`;
    const agent = agents.get(key) ?? tunnellingAgent(target.protocol, proxy);
    agents.set(key, agent);
    return agent;
  };
}

function tunnellingAgent(protocol: string, proxy: URL): HttpAgent {
  const isSecure = protocol === 'https:';
  const agent = isSecure ? new HttpsAgent({ keepAlive: true }) : new HttpAgent({ keepAlive: true });
  const connect = agent.createConnection.bind(agent);
  agent.createConnection = (options, callback) => {
    openTunnel(proxy, options.host ?? 'localhost', Number(options.port ?? defaultPort(protocol))).then(
      (socket) => {
        // Node passes the options on to `tls.connect`, which takes the socket.
        const secured = isSecure ? connect(Object.assign({}, options, { socket })) : socket;
        if (secured) callback?.(null, secured);
      },
      (error: unknown) => {
        // Of an error only: there is no socket.
        (callback as ((error: Error) => void) | undefined)?.(
          error instanceof Error ? error : new Error('no tunnel'),
        );
      },
    );
    return undefined;
  };
  return agent;
}

function defaultPort(protocol: string): number {
  return protocol === 'https:' ? 443 : 80;
}
