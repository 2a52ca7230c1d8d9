import assert from 'node:assert/strict';
import type { PartnerAuthority } from '../../src/application/ports/authority.ts';
import { providerId } from '../../src/domain/identifiers.ts';
import { authorize, withEffect } from '../../src/domain/invitations/invitation-transitions.ts';
import type { Invitation, InvitationThatIs } from '../../src/domain/invitations/invitation.ts';
import { namedPerson } from '../../src/domain/named-person.ts';
import type { PartnerRelationship } from '../../src/domain/partners/relationship.ts';
import { exampleRelationship } from '../support/examples/example-relationship.ts';
import {
  contoso,
  exampleInvitation,
  fabrikam,
  granularOffer,
  megan,
  received,
  resellerOffer,
} from '../support/examples/invitation-examples.ts';

/**
 * The contract of every authority. `show` makes the place where decisions take effect show what an invitation granted,
 * `showRemoval` that a partner has no permissions any more.
 */
export function partnerAuthorityContract(
  name: string,
  create: () => {
    readonly authority: PartnerAuthority;
    readonly show: (invitation: Invitation) => void;
    readonly showRemoval: (relationship: PartnerRelationship) => void;
  },
): void {
  describe(`${name} keeps the contract of a partner authority`, () => {
    const decided = async (
      authority: PartnerAuthority,
      pending: Invitation,
    ): Promise<InvitationThatIs<'authorized'>> => {
      const effect = await authority.authorize(contoso, pending);
      return authorize(pending, {
        by: namedPerson(megan),
        at: received,
        settings: { kind: 'none' },
        effect,
      });
    };

    for (const offer of [resellerOffer, granularOffer]) {
      describe(`for a ${offer.function}`, () => {
        it('is in effect at once, or says where a person brings it about', async () => {
          const { authority } = create();
          const effect = await authority.authorize(contoso, exampleInvitation(offer));
          assert.notEqual(effect.kind, 'confirmed', 'nothing was seen yet');
          if (effect.kind === 'awaiting') assert.equal(new URL(effect.adminCenterPage).protocol, 'https:');
        });

        it('does the same when asked again', async () => {
          const { authority } = create();
          const first = await authority.authorize(contoso, exampleInvitation(offer));
          assert.deepEqual(await authority.authorize(contoso, exampleInvitation(offer)), first);
        });

        it('claims no more than it saw', async () => {
          const { authority, show } = create();
          const invitation = await decided(authority, exampleInvitation(offer));
          show(exampleInvitation(offer, 'another invitation'));
          assert.deepEqual(await authority.observe(contoso, invitation), invitation.status.effect);
        });

        it('has come to an end once it was seen, and stays there', async () => {
          const { authority, show } = create();
          const invitation = await decided(authority, exampleInvitation(offer));
          show(invitation);
          const effect = await authority.observe(contoso, invitation);
          assert.notEqual(effect.kind, 'awaiting');
          assert.deepEqual(await authority.observe(contoso, withEffect(invitation, effect)), effect);
        });
      });
    }

    describe('for a removal', () => {
      const relationship = exampleRelationship();
      const another = exampleRelationship({
        ...granularOffer,
        partner: { ...fabrikam, id: providerId('northwind') },
      });

      it('is in effect at once, or says where a person brings it about; the same when asked again', async () => {
        const { authority } = create();
        const effect = await authority.remove(contoso, relationship);
        assert.notEqual(effect.kind, 'confirmed', 'nothing was seen yet');
        if (effect.kind === 'awaiting') assert.equal(new URL(effect.adminCenterPage).protocol, 'https:');
        assert.deepEqual(await authority.remove(contoso, relationship), effect);
      });

      it('claims no more than it saw', async () => {
        const { authority, showRemoval } = create();
        const effect = await authority.remove(contoso, relationship);
        showRemoval(another);
        assert.deepEqual(await authority.observeRemoval(contoso, relationship, effect), effect);
      });

      it('has come to an end once it was seen, and stays there', async () => {
        const { authority, showRemoval } = create();
        const effect = await authority.remove(contoso, relationship);
        showRemoval(relationship);
        const seen = await authority.observeRemoval(contoso, relationship, effect);
        assert.notEqual(seen.kind, 'awaiting');
        assert.deepEqual(await authority.observeRemoval(contoso, relationship, seen), seen);
      });
    });
  });
}
