/**
 * Identifiers are opaque strings. Teams and Microsoft Entra use GUIDs for most of them, but not every client does (the
 * Playground's user has an object id that is no GUID), so nothing here looks inside one.
 */
type Identifier<Name extends string> = string & { readonly __identifier: Name };

/** A Microsoft Entra tenant: the organisation that an administrator works for. */
export type TenantId = Identifier<'TenantId'>;
/** A person, by the Microsoft Entra object id that the channel authenticated. */
export type PersonId = Identifier<'PersonId'>;
/** A solution provider, by the id of its own tenant. */
export type ProviderId = Identifier<'ProviderId'>;
/** A contact request; ids sort by the time they were made. */
export type ContactRequestId = Identifier<'ContactRequestId'>;
/** One letter of a contact request on its way to one recipient. */
export type DeliveryId = Identifier<'DeliveryId'>;
/** An invitation, by the id that the desk gave it; ids sort by the time they were received. */
export type InvitationId = Identifier<'InvitationId'>;
/** A review of a tenant’s partners: their number, counted from 1, with leading zeros so that ids sort. */
export type ReviewId = Identifier<'ReviewId'>;
/** A chat that the desk can post to by itself. */
export type SubscriberId = Identifier<'SubscriberId'>;

export const tenantId = (value: string): TenantId => value as TenantId;
export const personId = (value: string): PersonId => value as PersonId;
export const providerId = (value: string): ProviderId => value as ProviderId;
export const contactRequestId = (value: string): ContactRequestId => value as ContactRequestId;
export const deliveryId = (value: string): DeliveryId => value as DeliveryId;
export const invitationId = (value: string): InvitationId => value as InvitationId;
export const reviewId = (value: string): ReviewId => value as ReviewId;
export const subscriberId = (value: string): SubscriberId => value as SubscriberId;
