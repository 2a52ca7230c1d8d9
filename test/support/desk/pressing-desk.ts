import { microsoft365Authority } from '../../../src/adapters/authority/microsoft365-authority.ts';
import { recordsAuthority } from '../../../src/adapters/authority/records-authority.ts';
import { newId } from '../../../src/adapters/system/system-clock.ts';
import { authorizeInvitation } from '../../../src/application/invitations/authorize-invitation.ts';
import { receiveSubmittedInvitation } from '../../../src/application/invitations/receive-submitted-invitation.ts';
import type { PartnerAuthority } from '../../../src/application/ports/authority.ts';
import { insert } from '../../../src/application/ports/changes.ts';
import { startReview } from '../../../src/application/reviews/start-review.ts';
import type { Actor } from '../../../src/domain/actor.ts';
import { personId, providerId, tenantId, type ProviderId } from '../../../src/domain/identifiers.ts';
import type { DatedOffer } from '../../../src/domain/invitations/invitation.ts';
import type { TenantAlert } from '../../../src/domain/tenant/tenant-alert.ts';
import type { ExampleIds } from '../cards/verb-examples.ts';
import { globalAdministrator, granularOffer, resellerOffer } from '../examples/invitation-examples.ts';
import { everythingOf } from '../examples/stored-values.ts';
import { conversation } from './conversation.ts';
import { rolesOf } from '../ports/roles-of.ts';

/** Occurs in everything that is private to the tenant. */
export const ownMark = 'zephyrine';

/** People of the tenant, and one of another: Megan and Mallory have every role in theirs, Lee has none. */
export const people = {
  megan: { tenant: 'contoso', person: 'megan' },
  alex: { tenant: 'contoso', person: 'alex' },
  lee: { tenant: 'contoso', person: 'lee' },
  mallory: { tenant: 'litware', person: 'mallory' },
} as const;

type Who = keyof typeof people;

/** A desk with a tenant that has a bit of everything, and a way to press any verb with any data. */
export async function pressingDesk() {
  const roles = rolesOf(
    new Map(['megan', 'alex', 'mallory'].map((name) => [name, new Set(['globalAdministrator'] as const)])),
  );
  const chat = conversation({ roles });
  const { store, time } = chat;
  const ports = {
    store,
    roles,
    authority: recordsAuthority('inEffect'),
    clock: time.clock,
    newId,
    log: chat.log,
  };
  const megan: Actor = { tenant: tenantId('contoso'), person: personId('megan'), name: 'Megan Bowen' };
  let partners = 0;

  async function receive(offer: DatedOffer) {
    const number = (partners += 1);
    const partner = {
      id: providerId(`10000000-0000-4000-8000-00000000000${number}`),
      idIsGuess: false,
      name: { value: `${ownMark} ${number}`, claimed: false },
    };
    const submitted = { postedId: `submitted-${number}`, offer: { ...offer, partner }, withdrawn: false };
    return (await receiveSubmittedInvitation(ports, megan.tenant, submitted)).invitation;
  }

  async function accept(offer: DatedOffer, authority: PartnerAuthority = ports.authority) {
    const invitation = await receive(offer);
    const settings = { account: `${ownMark}@contoso.example` };
    await authorizeInvitation({ ...ports, authority }, megan, { invitation: invitation.id, settings });
    return invitation;
  }

  async function alertAbout(partner: ProviderId) {
    const alert: TenantAlert = {
      id: `${ownMark} alert`,
      partner,
      at: time.clock.now(),
      change: { kind: 'accessGrown', more: [globalAdministrator] },
    };
    await store.commit(megan.tenant, [insert('tenantAlert', alert.id, alert)]);
    return alert.id;
  }

  const administered = await accept(granularOffer);
  const inTenant = microsoft365Authority({ partnersPage: 'https://admin.example/', clock: time.clock });
  const inviting = await receive({ ...resellerOffer, function: 'partner' });
  const ids: ExampleIds = {
    administrator: administered.partner.id,
    grant: administered.id,
    alert: await alertAbout(administered.partner.id),
    unshown: (await accept({ ...resellerOffer, function: 'oemPcPartner' }, inTenant)).id,
    worker: (await accept({ ...resellerOffer, function: 'partner' })).partner.id,
    invitation: inviting.id,
    inviting: inviting.partner.id,
    administration: (await receive(granularOffer)).id,
    review: (await startReview({ ...ports, reviewEveryDays: 90 }, megan)) ?? '',
  };

  const chatOf = (who: Who) => ({ ...people[who], conversation: `chat of ${who}` });
  // The first message of a person stores their chat.
  for (const who of ['megan', 'alex', 'lee', 'mallory'] as const) await chat.say('help', chatOf(who));

  return {
    ...chat,
    ids,
    /** @returns all replies, as JSON */
    async press(verb: string, data: unknown, who: Who): Promise<string> {
      const value = { action: { type: 'Action.Execute', verb, data }, trigger: 'manual' };
      const activity = { type: 'invoke', name: 'adaptiveCard/action', value };
      const { posted } = await chat.send(activity, chatOf(who));
      return JSON.stringify(posted);
    },
    /** Everything stored for both tenants, except refusals. */
    async kept(): Promise<unknown> {
      const tenants = ['contoso', 'litware'].map((tenant) => everythingOf(store, tenantId(tenant)));
      return (await Promise.all(tenants)).map(({ records, audit }) => ({
        records: records.flat().filter(({ value }) => !('refused' in value)),
        audit: audit.filter(({ event }) => !event.kind.endsWith('Refused')),
      }));
    },
  };
}
