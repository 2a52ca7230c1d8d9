import { providerId } from '../../../identifiers.ts';
import type { InvitationLink } from '../invitation-link.ts';
import { readGuid } from './link-parameters.ts';
import { suspicion, type Suspicion } from '../suspicion.ts';

const guidLength = 36;

/**
 * Parses a link to a request for granular delegated administration (GDAP). The request itself stays with Microsoft: the
 * link holds only its id, two GUIDs joined by a hyphen, but neither roles nor duration.
 * @param before the link up to the id
 */
export function readGranularLink(before: string, id: string): InvitationLink | Suspicion {
  const first = readGuid(id.slice(0, guidLength));
  const second = readGuid(id.slice(guidLength + 1));
  if (id === '') return suspicion('noPartner', 'granularAdminRelationships');
  if (first === undefined || second === undefined || id.charAt(guidLength) !== '-') {
    return suspicion('malformedPartner', id);
  }
  return {
    link: `${before}${first}-${second}`,
    kind: 'granularDelegatedAdministration',
    portal: 'adminCenter',
    function: 'delegatedAdministrator',
    delegatedAdministration: 'granular',
    partnerHint: providerId(second),
    request: `${first}-${second}`,
  };
}
