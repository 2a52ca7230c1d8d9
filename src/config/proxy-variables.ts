import { z } from 'zod';
import type { Proxies } from '../adapters/proxy/proxies.ts';
import { plainHost } from '../adapters/proxy/proxies.ts';

/** Checked only where calls go beyond this machine: a sandbox must start whatever its developer's environment holds. */
export const proxyVariables = {
  HTTPS_PROXY: z.string().optional(),
  HTTP_PROXY: z.string().optional(),
  NO_PROXY: z.string().optional(),
};

type ProxyVariables = z.infer<z.ZodObject<typeof proxyVariables>>;

/** Where hosts say that they issue managed identities (App Service, Container Apps, Arc, Service Fabric, AKS). */
const identityEndpoints = [
  'IDENTITY_ENDPOINT',
  'MSI_ENDPOINT',
  'IMDS_ENDPOINT',
  'AZURE_POD_IDENTITY_AUTHORITY_HOST',
] as const;

type Environment = Readonly<Record<string, string | undefined>>;

/** The variables of the proxies, whose names are in use in lower case too. */
export function withProxyNames(environment: Environment): Environment {
  const { https_proxy: https, http_proxy: http, no_proxy: exceptions } = environment;
  return {
    ...(https !== undefined && { HTTPS_PROXY: https }),
    ...(http !== undefined && { HTTP_PROXY: http }),
    ...(exceptions !== undefined && { NO_PROXY: exceptions }),
    ...environment,
  };
}

/** @returns one problem for each address that is not a proxy's; never quotes it, as it may hold a password */
export function proxyProblems(set: ProxyVariables): string[] {
  return (['HTTPS_PROXY', 'HTTP_PROXY'] as const)
    .filter((name) => set[name] !== undefined && proxyAt(set[name]) === undefined)
    .map(
      (name) =>
        `${name} must be the address of an HTTP proxy, such as http://proxy.contoso.com:8080 or http://user:password@proxy.contoso.com:8080, with characters such as @ / # % in the password percent-encoded; other kinds, such as socks5, are not supported`,
    );
}

/**
 * @param set variables without problems
 * @param environment with the addresses of identity endpoints, if there are any
 * @returns undefined if there is no proxy
 */
export function proxiesOf(set: ProxyVariables, environment: Environment): Proxies | undefined {
  const http = proxyAt(set.HTTP_PROXY);
  const https = proxyAt(set.HTTPS_PROXY) ?? http;
  if (https === undefined) return undefined;
  const identityHosts = identityEndpoints.flatMap((name) => {
    const address = environment[name] ?? '';
    return URL.canParse(address) ? [plainHost(new URL(address).hostname)] : [];
  });
  return { https, http, exceptions: set.NO_PROXY ?? '', identityHosts };
}

function proxyAt(address: string | undefined): URL | undefined {
  if (address === undefined || !URL.canParse(address)) return undefined;
  const proxy = new URL(address);
  const isHttp = proxy.protocol === 'http:' || proxy.protocol === 'https:';
  return isHttp && isDecodable(proxy.username) && isDecodable(proxy.password) ? proxy : undefined;
}

function isDecodable(text: string): boolean {
  try {
    decodeURIComponent(text);
    return true;
  } catch {
    return false;
  }
}
