import assert from 'node:assert/strict';
import { receiveMailedInvitations } from '../../../../src/application/invitations/mailbox/receive-mailed-invitations.ts';
import { invitationDesk } from '../../../support/desk/invitation-desk.ts';
import { contoso, received, resellerOffer } from '../../../support/examples/invitation-examples.ts';
import { numberedLink } from '../../../support/examples/many-links.ts';

const mailbox = { tenant: contoso, address: 'partners@contoso.example' };

describe('The invitations of a mail', () => {
  it('stay within the limit where two desks store other mails at the same moment', async () => {
    const desk = invitationDesk();
    const outcomes = await Promise.all(
      [1, 2, 3].map((number) =>
        receiveMailedInvitations({ ...desk, pendingLimits: { perPerson: 1 } }, mailbox, {
          message: `mail ${number}`,
          receivedAt: received,
          offers: [{ ...resellerOffer, link: numberedLink(number) }],
        }),
      ),
    );
    assert.deepEqual(outcomes.toSorted(), ['full', 'full', 'received']);
    assert.equal((await desk.pendingIds()).length, 1);
  });
});
