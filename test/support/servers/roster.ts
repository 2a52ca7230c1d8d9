import { guid } from '../../../src/domain/guid.ts';
import { homeTenant } from '../examples/example-ids.ts';

/** The people whom the roster describes otherwise than as members: guests, and people of other tenants. */
export const outsiders = ['guest', 'ext', 'foreign', 'anonymous', 'novel'] as const;

/** The people whose Teams profiles differ from the others', by the id after `29:`. */
const profiles: Readonly<Record<string, object>> = {
  /** No mailbox, as of many administrators' second accounts. */
  nomail: { email: null, userPrincipalName: 'nomail' },
  /** Only a user name, which is an address. */
  upn: { email: '', userPrincipalName: 'upn@contoso.example' },
  guest: { userRole: 'guest' },
  /** A guest whom the roster calls a user, as it was seen to do. */
  ext: { userPrincipalName: 'ext_litware.example#EXT#@contoso.onmicrosoft.com' },
  foreign: { tenantId: 'litware' },
  anonymous: { userRole: 'anonymous' },
  novel: { userRole: 'someRoleToCome' },
};

/** A member of any chat, as Teams' roster describes people; everyone has a mailbox at contoso.example by default. */
export function rosterMember(id: string) {
  const person = id.replace(/^29:/, '');
  const profile = profiles[person] ?? {
    email: `${person}@contoso.example`,
    userPrincipalName: `${person}@contoso.example`,
  };
  // People with real ids are of the tenant that desks in production serve; made-up ones are of any.
  const tenant = guid.test(person) ? { tenantId: homeTenant } : {};
  return { id, aadObjectId: person, name: `The person ${person}`, userRole: 'user', ...tenant, ...profile };
}

const path = /^\/v3\/conversations\/([^/]+)\/members\/([^/?]+)$/;

/** The conversation and the member that a request asks for; undefined if it is no such request. */
export function memberAsked(method: string | undefined, url: string | undefined) {
  const [, conversation, id] = path.exec(url ?? '') ?? [];
  if (method !== 'GET' || conversation === undefined || id === undefined) return undefined;
  return { conversation: decodeURIComponent(conversation), id: decodeURIComponent(id) };
}
