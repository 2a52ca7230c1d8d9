import { providerId } from '../../../identifiers.ts';
import type { InvitationLink } from '../invitation-link.ts';
import { readGuid, readPartnerNumber, type LinkParameters } from './link-parameters.ts';
import { suspicion, type Suspicion } from '../suspicion.ts';

const page = 'https://portal.office.com/partner/partnersignup.aspx';

/** The types of the old Office portal. Offers carry their own id and a partner number, but not the partner's tenant. */
const types = {
  resellerrelationship: {
    written: 'ResellerRelationship',
    kind: 'reseller',
    function: 'resellerAndDelegatedAdministrator',
  },
  trial: { written: 'Trial', kind: 'trialOffer', function: 'delegatedAdministrator' },
  purchase: { written: 'Purchase', kind: 'purchaseOffer', function: 'delegatedAdministrator' },
} as const;

/** `partnersignup.aspx?type=…&id=…&csp=1&msppid=…`. Any of them may include classic administration; none says so. */
export function readOfficePortalLink(parameters: LinkParameters): InvitationLink | Suspicion {
  const type = Object.entries(types).find(([name]) => name === parameters.type?.toLowerCase())?.[1];
  if (parameters.id === undefined) return suspicion('noPartner', 'id');
  if (type === undefined) return suspicion('unknownRoute', parameters.type ?? 'type');
  const id = readGuid(parameters.id);
  if (id === undefined) return suspicion('malformedPartner', parameters.id);

  const number = readPartnerNumber(parameters);
  const query = new URLSearchParams({
    type: type.written,
    id,
    ...(type.kind === 'reseller' && { csp: '1' }),
    ...(parameters.msppid !== undefined && { msppid: number ?? '0' }),
  });
  return {
    link: `${page}?${query.toString()}`,
    kind: type.kind,
    portal: 'officePortal',
    function: type.function,
    delegatedAdministration: 'notStated',
    ...(type.kind === 'reseller' ? { partner: providerId(id) } : { offer: id }),
    ...(number !== undefined && { partnerNumber: number }),
  };
}
