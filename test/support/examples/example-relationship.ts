import { settingsOf } from '../../../src/domain/invitations/choose-settings.ts';
import { authorize } from '../../../src/domain/invitations/invitation-transitions.ts';
import type { DatedOffer, InvitationThatIs } from '../../../src/domain/invitations/invitation.ts';
import { namedPerson } from '../../../src/domain/named-person.ts';
import { withAuthorization, type PartnerRelationship } from '../../../src/domain/partners/relationship.ts';
import { exampleInvitation, granularOffer, megan, received } from './invitation-examples.ts';

/** The relationship after Megan authorized these offers of one partner, in order. */
export function exampleRelationship(
  first: DatedOffer = granularOffer,
  ...others: readonly DatedOffer[]
): PartnerRelationship {
  return others.reduce<PartnerRelationship>(
    (relationship, offer, index) => withAuthorization(relationship, authorized(offer, `${index + 2}`)),
    withAuthorization(undefined, authorized(first, '1')),
  );
}

function authorized(offer: DatedOffer, number: string): InvitationThatIs<'authorized'> {
  return authorize(exampleInvitation(offer, `invitation-${number}`), {
    by: namedPerson(megan),
    at: received,
    settings: settingsOf(offer.function, {}),
    effect: { kind: 'inEffect' },
  });
}
