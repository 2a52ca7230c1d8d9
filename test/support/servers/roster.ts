/** The people whose Teams profiles differ from the others', by the id after `29:`. */
const profiles: Readonly<Record<string, object>> = {
  /** No mailbox, as of many administrators' second accounts. */
  nomail: { email: null, userPrincipalName: 'nomail' },
  /** Only a user name, which is an address. */
  upn: { email: '', userPrincipalName: 'upn@contoso.example' },
};

/** A member of any chat, as Teams' roster describes people; everyone has a mailbox at contoso.example by default. */
export function rosterMember(id: string) {
  const person = id.replace(/^29:/, '');
  const profile = profiles[person] ?? {
    email: `${person}@contoso.example`,
    userPrincipalName: `${person}@contoso.example`,
  };
  return { id, aadObjectId: person, name: `The person ${person}`, userRole: 'user', ...profile };
}

const path = /^\/v3\/conversations\/[^/]+\/members\/([^/?]+)$/;

/** What a channel answers to a request for a member; undefined if it is no such request. */
export function memberRequested(method: string | undefined, url: string | undefined) {
  const [, id] = path.exec(url ?? '') ?? [];
  return method === 'GET' && id !== undefined ? rosterMember(decodeURIComponent(id)) : undefined;
}
