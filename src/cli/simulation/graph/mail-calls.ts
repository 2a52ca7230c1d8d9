import { json, type GraphCall, type GraphRequest } from './graph-call.ts';
import { GraphFailure, UnknownCall } from './graph-failure.ts';
import type { SimulatedTenant } from '../tenant/simulated-tenant.ts';
import type { StoredMail } from '../tenant/mailboxes.ts';

/** Unless `Prefer: odata.maxpagesize` says how many. Source: Graph documentation, “message: delta”. */
const defaultPageSize = 10;

const readsMail = ['Mail.Read', 'Mail.ReadWrite'];

/** Calls about mailboxes. Whether one may be read is said by Exchange, or by a permission that opens all. */
export const mailCalls: readonly GraphCall[] = [
  {
    method: 'GET',
    path: /^\/v1\.0\/users\/([^/]+)\/mailFolders\/inbox\/messages\/delta$/,
    options: ['$select', '$filter', '$deltatoken'],
    permissions: 'ofMailbox',
    service: 'mail',
    units: 1,
    answer: delta,
  },
  {
    method: 'GET',
    path: /^\/v1\.0\/users\/([^/]+)\/mailFolders\/inbox\/messages$/,
    options: ['$select', '$top'],
    permissions: 'ofMailbox',
    service: 'mail',
    units: 1,
    answer: ({ tenant, parts: [address = ''], query }) => {
      const mails = readable(tenant, address).slice(0, Number(query.get('$top') ?? 10));
      return json({ value: mails.map(({ id }) => ({ id })) });
    },
  },
  {
    method: 'GET',
    path: /^\/v1\.0\/users\/([^/]+)\/messages\/([^/]+)\/\$value$/,
    options: [],
    permissions: 'ofMailbox',
    service: 'mail',
    units: 1,
    answer: ({ tenant, parts: [address = '', id = ''] }) => {
      const mail = readable(tenant, address).find((one) => one.id === id);
      if (mail === undefined)
        throw new GraphFailure(404, 'ErrorItemNotFound', 'The specified object was not found in the store.');
      return { status: 200, headers: { 'content-type': 'text/plain' }, body: mail.mime };
    },
  },
  {
    method: 'GET',
    path: /^\/v1\.0\/users$/,
    options: ['$select', '$top'],
    permissions: ['User.Read.All', 'Directory.Read.All'],
    service: 'directory',
    units: 2,
    answer: ({ tenant, query }) =>
      json({
        value: tenant.mailboxes.addresses
          .slice(0, Number(query.get('$top') ?? 100))
          .map((address) => ({ id: address, mail: address, userPrincipalName: address })),
      }),
  },
];

function readable(tenant: SimulatedTenant, address: string): readonly StoredMail[] {
  const opensAll = readsMail.some((permission) => tenant.granted.has(permission));
  if (!opensAll && !tenant.mailboxes.scope.has(address.toLowerCase()))
    throw new GraphFailure(403, 'ErrorAccessDenied', 'Access is denied. Check credentials and try again.');
  const mails = tenant.mailboxes.mailsOf(address);
  if (mails === undefined)
    throw new GraphFailure(404, 'ErrorInvalidUser', `The requested user '${address}' is invalid.`);
  return mails;
}

/** Where a link goes on. */
interface Position {
  readonly generation: number;
  readonly address: string;
  readonly since: string;
  /** What changed up to here is known. */
  readonly sequence: number;
}

function delta({ tenant, origin, path, parts: [address = ''], query, prefer = '' }: GraphRequest) {
  const mails = readable(tenant, address);
  const { mailboxes } = tenant;
  const position = positionIn(query, address, mailboxes.generation);
  const removed = mailboxes
    .removedFrom(address)
    .map(({ id, sequence }) => ({ sequence, row: { id, '@removed': { reason: 'deleted' } } }));
  const changed = mails
    .filter(({ receivedDateTime }) => receivedDateTime >= position.since)
    .map(({ id, receivedDateTime, sequence }) => ({ sequence, row: { id, receivedDateTime } }));
  const rows = [...changed, ...(position.sequence > 0 ? removed : [])]
    .filter(({ sequence }) => sequence > position.sequence)
    .sort((one, other) => one.sequence - other.sequence);
  const size = Number(/odata\.maxpagesize=(\d+)/.exec(prefer)?.[1] ?? defaultPageSize);
  const shown = rows.slice(0, size);
  const hasMore = rows.length > shown.length;
  const next = { ...position, sequence: shown.at(-1)?.sequence ?? position.sequence };
  const token = Buffer.from(JSON.stringify(next)).toString('base64url');
  const link = (name: string) => `${origin}${encodeURI(path)}?${name}=${token}`;
  return json({
    '@odata.context': `${origin}/v1.0/$metadata#Collection(message)`,
    value: shown.map(({ row }) => row),
    ...(hasMore ? { '@odata.nextLink': link('$skiptoken') } : { '@odata.deltaLink': link('$deltatoken') }),
  });
}

function positionIn(query: ReadonlyMap<string, string>, address: string, generation: number): Position {
  const token = query.get('$skiptoken') ?? query.get('$deltatoken');
  if (token === undefined) {
    const filter = query.get('$filter');
    const [, since] = /^receivedDateTime g[et] (\S+)$/.exec(filter ?? '') ?? [];
    if (filter !== undefined && since === undefined)
      throw new UnknownCall(400, 'ErrorInvalidUrlQueryFilter', 'The filter is not supported here.');
    return { generation, address, since: since ?? '', sequence: 0 };
  }
  const position = JSON.parse(Buffer.from(token, 'base64url').toString()) as Position;
  if (position.generation === generation && position.address === address) return position;
  throw new GraphFailure(410, 'SyncStateNotFound', 'The sync state generation is not found.');
}
