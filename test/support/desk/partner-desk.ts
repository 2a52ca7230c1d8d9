import { changePartnerSettings } from '../../../src/application/partners/change-partner-settings.ts';
import { partnersNamed } from '../../../src/application/partners/find-relationships.ts';
import { listPartners, type PartnerQuery } from '../../../src/application/partners/list-partners.ts';
import { openPartner } from '../../../src/application/partners/open-partner.ts';
import {
  removeDelegatedPermissions,
  removeFromSeveral,
} from '../../../src/application/partners/remove-delegated-permissions.ts';
import type { Actor } from '../../../src/domain/actor.ts';
import { providerId, type ProviderId } from '../../../src/domain/identifiers.ts';
import type { ChosenSettings } from '../../../src/domain/invitations/choose-settings.ts';
import type { DatedOffer } from '../../../src/domain/invitations/invitation.ts';
import type { SolutionProviderFunction } from '../../../src/domain/solution-provider-function.ts';
import { fabrikam, granularOffer, megan } from '../examples/invitation-examples.ts';
import { invitationDesk } from './invitation-desk.ts';

/** An invitation desk with the use cases for the resulting partners. */
export function partnerDesk(given: Parameters<typeof invitationDesk>[0] = {}) {
  const desk = invitationDesk(given);
  let offers = 0;
  return {
    ...desk,
    /** Submits an offer under a new id; safe to call concurrently. */
    async receive(offer: DatedOffer) {
      offers += 1;
      const { invitation } = await desk.post({ postedId: `offer-${offers}`, offer });
      return invitation.id;
    },
    /** Submits an offer and has Megan authorize it. */
    async accept(offer: DatedOffer = granularOffer, settings: ChosenSettings = {}): Promise<ProviderId> {
      await this.authorize(megan, await this.receive(offer), settings);
      return offer.partner.id;
    },
    remove: (actor: Actor, partner: ProviderId = fabrikam.id, reason?: string) =>
      removeDelegatedPermissions(desk, actor, { partner, reason }),
    removeAll: (actor: Actor, partners: readonly ProviderId[], reason?: string) =>
      removeFromSeveral(desk, actor, { partners, reason }),
    set: (
      actor: Actor,
      changed: SolutionProviderFunction,
      settings: ChosenSettings,
      partner: ProviderId = fabrikam.id,
    ) => changePartnerSettings(desk, actor, { partner, function: changed, settings }),
    partners: (actor: Actor, query: Partial<PartnerQuery> = {}, offset = 0, limit = 100) =>
      listPartners(desk, actor, { text: '', onlyDelegated: false, ...query }, { offset, limit }),
    named: (actor: Actor, said: string) => partnersNamed(desk, actor, said),
    openPartner: (actor: Actor, partner: ProviderId = fabrikam.id) => openPartner(desk, actor, partner),
    /** The history about partners, oldest first. */
    async partnerHistory() {
      const entries = await this.history();
      return entries.filter(({ event }) => 'partner' in event && !('invitation' in event));
    },
  };
}

/** The same offer from a partner of that name, which its id is derived from. */
export function from(name: string, offer: DatedOffer = granularOffer): DatedOffer {
  const partner = {
    id: providerId(`id of ${name}`.slice(0, 128)),
    idIsGuess: false,
    name: { value: name, claimed: false },
  };
  return { ...offer, partner };
}
