import type { ProviderId } from '../../identifiers.ts';
import type { SolutionProviderFunction } from '../../solution-provider-function.ts';
import type { Cloud } from './cloud.ts';

/** The kind of agreement that a link requests. */
export type InvitationLinkKind =
  | 'reseller'
  | 'indirectReseller'
  | 'delegatedAdministration'
  | 'granularDelegatedAdministration'
  | 'trialOffer'
  | 'purchaseOffer';

/** The Microsoft site that the link opens. Only the admin center still exists; the others were retired. */
export type InvitationPortal = 'adminCenter' | 'storeForBusiness' | 'officePortal';

/**
 * What a link says about administering the tenant. `classic` makes the partner Global Administrator. `granular`
 * requests roles and a duration that the link does not name. `notStated`: may include classic administration without
 * saying so.
 */
export type LinkedAdministration = 'none' | 'classic' | 'granular' | 'notStated';

/**
 * What a partner invitation link says. Anyone can make such a link: it proves nothing about its sender.
 */
export interface InvitationLink {
  /** Rebuilt from the parsed parts: https, a trusted host, known parameters only. */
  readonly link: string;
  readonly kind: InvitationLinkKind;
  readonly portal: InvitationPortal;
  /** Of which of Microsoft’s clouds that site is. Absent: the worldwide one. */
  readonly cloud?: Exclude<Cloud, 'worldwide'>;
  /** Includes administration wherever the link may grant it. */
  readonly function: SolutionProviderFunction;
  readonly delegatedAdministration: LinkedAdministration;
  /** The tenant of the inviting partner. Offers and some indirect links do not name it. */
  readonly partner?: ProviderId;
  /**
   * The second half of a granular request's id looks like the partner's tenant. Undocumented: never rely on it alone.
   */
  readonly partnerHint?: ProviderId;
  /** The tenant of the distributor behind an indirect reseller. */
  readonly indirectProvider?: ProviderId;
  /** The partner's number in Microsoft's partner programme (MPN or PartnerOne id); digits. */
  readonly partnerNumber?: string;
  /** The id of a granular request: two GUIDs joined by a hyphen. */
  readonly request?: string;
  /** The id of a trial or purchase offer: a GUID. */
  readonly offer?: string;
}
