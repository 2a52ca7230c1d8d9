import { guidIn } from './guid.ts';

/**
 * Identifiers are opaque strings. Teams and Microsoft Entra use GUIDs for most of them, but not every client does (the
 * Playground's user has an object id that is not a GUID), so nothing parses them. Where
 * one enters the desk, in settings, activities and submitted invitations, a GUID is written in one way: see
 * `canonicalTenantId` and `canonicalPersonId`.
 */
type Identifier<Name extends string> = string & { readonly __identifier: Name };

/** A Microsoft Entra tenant: the organisation that an administrator works for. */
export type TenantId = Identifier<'TenantId'>;
/** A person: the Microsoft Entra object id that the channel authenticated. */
export type PersonId = Identifier<'PersonId'>;
/** A solution provider: the id of its own tenant. */
export type ProviderId = Identifier<'ProviderId'>;
/** A contact request; ids sort by creation time. */
export type ContactRequestId = Identifier<'ContactRequestId'>;
/** One e-mail of a contact request, to one recipient. */
export type DeliveryId = Identifier<'DeliveryId'>;
/** An invitation, by the desk's own id; ids sort by the time of receipt. */
export type InvitationId = Identifier<'InvitationId'>;
/** A review of a tenant’s partners: its number, from 1, zero-padded so that ids sort. */
export type ReviewId = Identifier<'ReviewId'>;
/** A chat that the desk can post to proactively. */
export type SubscriberId = Identifier<'SubscriberId'>;

export const tenantId = (value: string): TenantId => value as TenantId;
export const personId = (value: string): PersonId => value as PersonId;
export const providerId = (value: string): ProviderId => value as ProviderId;
export const contactRequestId = (value: string): ContactRequestId => value as ContactRequestId;
export const deliveryId = (value: string): DeliveryId => value as DeliveryId;
export const invitationId = (value: string): InvitationId => value as InvitationId;
export const reviewId = (value: string): ReviewId => value as ReviewId;
export const subscriberId = (value: string): SubscriberId => value as SubscriberId;

/** The tenant id that a setting or a request names. A GUID is the same in capitals or braces; others stay as they are. */
export const canonicalTenantId = (value: string): TenantId => tenantId(guidIn(value) ?? value);
/** The same for a person. */
export const canonicalPersonId = (value: string): PersonId => personId(guidIn(value) ?? value);
