import { providerId } from '../../../identifiers.ts';
import type { InvitationLink, InvitationPortal } from '../invitation-link.ts';
import { readGuid, readPartnerNumber, type LinkParameters } from './link-parameters.ts';
import { suspicion, type Suspicion } from '../suspicion.ts';

/** The canonical spelling of `invType`, by its lower case. */
const types = {
  resellerrelationship: { written: 'ResellerRelationship', kind: 'reseller' },
  indirectresellerrelationship: { written: 'IndirectResellerRelationship', kind: 'indirectReseller' },
  administration: { written: 'Administration', kind: 'delegatedAdministration' },
} as const;

/** A page that shows such invitations: its address before and after the query. */
export interface RelationshipPage {
  readonly portal: InvitationPortal;
  readonly before: string;
  readonly fragment: string;
}

/**
 * Parses a link that names its partner: `?invType=…&partnerId=…&msppId=…&indirectCSPId=…&DAP=…`. In an indirect one
 * `partnerId` is the distributor and `indirectCSPId` the reseller, who is the actual partner.
 */
export function readRelationshipLink(
  page: RelationshipPage,
  parameters: LinkParameters,
): InvitationLink | Suspicion {
  const type = Object.entries(types).find(([name]) => name === parameters.invtype?.toLowerCase())?.[1];
  if (parameters.partnerid === undefined) return suspicion('noPartner', 'partnerId');
  if (type === undefined) return suspicion('unknownRoute', parameters.invtype ?? 'invType');
  const named = readGuid(parameters.partnerid);
  if (named === undefined) return suspicion('malformedPartner', parameters.partnerid);

  const indirect = type.kind === 'indirectReseller';
  const reseller = readGuid(parameters.indirectcspid ?? '');
  if (indirect && parameters.indirectcspid !== undefined && reseller === undefined) {
    return suspicion('malformedPartner', parameters.indirectcspid);
  }
  const partner = indirect ? reseller : named;
  const number = readPartnerNumber(parameters);
  const asksForClassic = parameters.dap !== undefined && !/^(?:false|0)$/i.test(parameters.dap);
  const query = new URLSearchParams({
    invType: type.written,
    partnerId: named,
    ...(parameters.msppid !== undefined && { msppId: number ?? '0' }),
    ...(indirect && reseller !== undefined && { indirectCSPId: reseller }),
    ...(type.kind !== 'delegatedAdministration' &&
      parameters.dap !== undefined && { DAP: String(asksForClassic) }),
  });
  return {
    link: `${page.before}?${query.toString()}${page.fragment}`,
    kind: type.kind,
    portal: page.portal,
    ...granted(type.kind === 'delegatedAdministration', asksForClassic),
    ...(partner !== undefined && { partner: providerId(partner) }),
    ...(indirect && { indirectProvider: providerId(named) }),
    ...(number !== undefined && { partnerNumber: number }),
  };
}

/** An administration link grants Global and Helpdesk Administrator whatever its `DAP` says. */
function granted(
  administrationOnly: boolean,
  asksForClassic: boolean,
): Pick<InvitationLink, 'function' | 'delegatedAdministration'> {
  if (administrationOnly) return { function: 'delegatedAdministrator', delegatedAdministration: 'classic' };
  return asksForClassic
    ? { function: 'resellerAndDelegatedAdministrator', delegatedAdministration: 'classic' }
    : { function: 'reseller', delegatedAdministration: 'none' };
}
