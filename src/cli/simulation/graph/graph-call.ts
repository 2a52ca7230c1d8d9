import { filterOf, type FilterRules } from './filter.ts';
import { UnknownCall, type GraphFailure } from './graph-failure.ts';
import type { Reply } from '../reply.ts';
import type { Service } from '../seen-call.ts';
import type { SimulatedTenant } from '../tenant/simulated-tenant.ts';

/** A documented call of Microsoft Graph. */
export interface GraphCall {
  readonly method: 'GET' | 'POST';
  /** The whole path. */
  readonly path: RegExp;
  /** The query options that are documented for it. */
  readonly options: readonly string[];
  /** Any of these is enough. `ofMailbox`: whether it is allowed depends on the mailbox, and the answer says. */
  readonly permissions: readonly string[] | 'ofMailbox';
  /** What is answered where all of them are missing. */
  readonly refusal?: GraphFailure;
  readonly service: Exclude<Service, 'token'>;
  /** Resource units, before `$select`, `$expand` and `$top` count. */
  readonly units: number;
  readonly answer: (request: GraphRequest) => Reply | Promise<Reply>;
}

export interface GraphRequest {
  readonly tenant: SimulatedTenant;
  /** The simulation's own. */
  readonly origin: string;
  readonly path: string;
  /** What the path's groups matched, decoded. */
  readonly parts: readonly string[];
  readonly query: ReadonlyMap<string, string>;
  readonly body: unknown;
  /** What was sent as `Prefer`. */
  readonly prefer: string | undefined;
}

/** @throws UnknownCall if an option is not documented for the call, or comes twice */
export function queryOf(search: URLSearchParams, options: readonly string[]): ReadonlyMap<string, string> {
  const query = new Map<string, string>();
  for (const [name, value] of search) {
    if (!options.includes(name) && name !== '$skiptoken') {
      throw new UnknownCall(400, 'BadRequest', `The query option '${name}' is not documented for this call.`);
    }
    if (query.has(name)) {
      throw new UnknownCall(400, 'BadRequest', `Query option '${name}' was specified more than once.`);
    }
    query.set(name, value);
  }
  return query;
}

/** What a call costs. Source: Microsoft Graph service-specific throttling limits, identity and access. */
export function unitsOf({ units }: GraphCall, query: ReadonlyMap<string, string>): number {
  const less = (query.has('$select') ? 1 : 0) + (Number(query.get('$top') ?? 20) < 20 ? 1 : 0);
  return Math.max(1, units - less + (query.has('$expand') ? 1 : 0));
}

export function json(body: unknown, status = 200): Reply {
  return { status, headers: { 'content-type': contentType }, body };
}

const contentType =
  'application/json;odata.metadata=minimal;odata.streaming=true;IEEE754Compatible=false;charset=utf-8';

interface ListOptions {
  /** After `$metadata#`. */
  readonly context: string;
  readonly filter?: FilterRules;
  readonly maxTop?: number;
}

/** A page of a list: filtered, selected, and with the link to the next one. */
export function listOf(request: GraphRequest, rows: readonly object[], options: ListOptions): Reply {
  const { query, tenant, origin, path } = request;
  const filter = query.get('$filter');
  const found = filter === undefined ? rows : rows.filter(filterOf(filter, options.filter ?? {}));
  const size = Math.min(topOf(query, options.maxTop), tenant.pageSize);
  const { from, isEmpty } = skipped(request);
  const shown = isEmpty ? [] : found.slice(from, from + size);
  const next = from + shown.length;
  const select = query.get('$select')?.split(',');
  return json({
    '@odata.context': `${origin}/${path.split('/')[1] ?? ''}/$metadata#${options.context}`,
    ...(next < found.length && { '@odata.nextLink': nextLink(request, next, isEmpty) }),
    value: select === undefined ? shown : shown.map((row) => selected(row, select)),
  });
}

function topOf(query: ReadonlyMap<string, string>, maxTop = 999): number {
  const top = query.get('$top');
  if (top === undefined) return Number.POSITIVE_INFINITY;
  if (/^\d+$/.test(top) && Number(top) >= 1 && Number(top) <= maxTop) return Number(top);
  throw new UnknownCall(400, 'BadRequest', `Invalid value '${top}' for '$top'.`);
}

function nextLink({ origin, path, query, tenant }: GraphRequest, from: number, wasEmpty: boolean): string {
  const isEmpty = tenant.hasEmptyPages && !wasEmpty;
  const token = Buffer.from(JSON.stringify({ tenant: tenant.id, path, from, isEmpty })).toString('base64url');
  const search = new URLSearchParams([...query].filter(([name]) => name !== '$skiptoken'));
  search.set('$skiptoken', token);
  return `${origin}${path}?${search.toString()}`;
}

/** Where a page begins. A link is good for the tenant and list that it was made for. */
function skipped({ query, tenant, path }: GraphRequest): { from: number; isEmpty: boolean } {
  const token = query.get('$skiptoken');
  if (token === undefined) return { from: 0, isEmpty: false };
  try {
    const read = JSON.parse(Buffer.from(token, 'base64url').toString()) as Record<string, unknown>;
    if (read['tenant'] === tenant.id && read['path'] === path) {
      return { from: Number(read['from']), isEmpty: read['isEmpty'] === true };
    }
  } catch {
    // Answered as any other token that is not from here.
  }
  throw new UnknownCall(400, 'BadRequest', 'The skip token is not valid.');
}

function selected(row: object, names: readonly string[]): object {
  const wanted = new Set(['id', ...names]);
  return Object.fromEntries(
    Object.entries(row).filter(([name]) => wanted.has(name) || name.startsWith('@odata')),
  );
}
