import { readFile } from 'node:fs/promises';
import { Agent, fetch, type Response } from 'undici';
import { z } from 'zod';
import type { Simulation } from '../../../src/cli/simulation/open-simulation.ts';

const issued = z.object({ access_token: z.string() });

interface Asked {
  readonly method?: string;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A client of a simulated Microsoft 365 that trusts its certificate and does nothing of its own accord. */
export async function graphClient({
  origin,
  certificateFile,
}: Pick<Simulation, 'origin' | 'certificateFile'>) {
  const agent = new Agent({ connect: { ca: await readFile(certificateFile, 'utf8') } });

  async function send(path: string, { method = 'GET', body, headers }: Asked = {}): Promise<Response> {
    return fetch(new URL(path, origin), {
      dispatcher: agent,
      method,
      redirect: 'manual',
      headers: { ...headers },
      ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
  }

  function askToken(tenant: string, changes: Readonly<Record<string, string>> = {}): Promise<Response> {
    const form = {
      grant_type: 'client_credentials',
      client_id: 'app',
      client_secret: 'secret',
      scope: 'https://graph.microsoft.com/.default',
      ...changes,
    };
    return send(`/${tenant}/oauth2/v2.0/token`, {
      method: 'POST',
      body: new URLSearchParams(form).toString(),
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    });
  }

  async function token(tenant: string, changes?: Readonly<Record<string, string>>): Promise<string> {
    return issued.parse(await (await askToken(tenant, changes)).json()).access_token;
  }

  return {
    send,
    askToken,
    token,
    /** A call with a new token of the tenant. */
    async call(tenant: string, path: string, { headers, ...asked }: Asked = {}): Promise<Response> {
      const json = asked.body === undefined ? {} : { 'content-type': 'application/json' };
      const authorization = `Bearer ${await token(tenant)}`;
      return send(path, { ...asked, headers: { ...json, authorization, ...headers } });
    },
    /** Gives up what was not answered. */
    close: () => agent.destroy(),
  };
}
