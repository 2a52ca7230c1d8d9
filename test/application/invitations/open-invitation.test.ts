import assert from 'node:assert/strict';
import { sendContactRequest } from '../../../src/application/contact/send-contact-request.ts';
import { invitationId } from '../../../src/domain/identifiers.ts';
import { invitationDesk } from '../../support/desk/invitation-desk.ts';
import { exampleProvider, filledForm } from '../../support/examples/contact-examples.ts';
import {
  alex,
  allan,
  contoso,
  fabrikam,
  granularOffer,
  lee,
  megan,
} from '../../support/examples/invitation-examples.ts';
import { everythingOf } from '../../support/examples/stored-values.ts';
import { memoryDirectory } from '../../support/ports/memory-directory.ts';

const listed = exampleProvider('Fabrikam', { id: fabrikam.id });

describe('opening an invitation', () => {
  it('shows it as it stands, and whether this person may decide it', async () => {
    const desk = invitationDesk();
    const id = await desk.receive(granularOffer);
    for (const [person, mayDecide] of [
      [megan, true],
      [alex, false],
      [lee, false],
    ] as const) {
      const opened = await desk.open(person, id);
      assert.deepEqual(opened.invitation, await desk.stored(id));
      assert.equal(opened.mayDecide, mayDecide);
      assert.deepEqual(opened.rolesThatDecide, ['globalAdministrator', 'relationshipAdministrator']);
    }
  });

  it('says that it has expired, though nobody recorded that, and changes nothing', async () => {
    const desk = invitationDesk();
    const id = await desk.receive();
    await desk.time.pass(90 * 24 * 60 * 60 * 1000);
    const before = await everythingOf(desk.store, contoso);
    assert.equal((await desk.open(megan, id)).invitation.status.kind, 'lapsed');
    assert.deepEqual(await everythingOf(desk.store, contoso), before);
  });

  it('finds neither what is not there nor what is another tenant’s', async () => {
    const desk = invitationDesk();
    const id = await desk.receive();
    await assert.rejects(desk.open(allan, id), { code: 'invitation-not-found' });
    await assert.rejects(desk.open(megan, invitationId('made up')), { code: 'invitation-not-found' });
  });

  describe('says how well the partner is known', () => {
    it('by the directory, whatever name the invitation claims', async () => {
      const desk = invitationDesk({ providers: [listed] });
      const id = await desk.receive({
        ...granularOffer,
        partner: { ...fabrikam, name: { value: 'Microsoft', claimed: true } },
      });
      const { partner } = await desk.open(megan, id);
      assert.deepEqual(partner, { listedAs: listed, contactedBefore: false });
    });

    it('by earlier contact from this tenant, and from no other', async () => {
      const desk = invitationDesk({ providers: [listed] });
      const delivery = { deliverNow: () => Promise.resolve() };
      const ports = {
        ...desk,
        delivery,
        randomBytes: (count: number) => new Uint8Array(count),
        contactLimits: { requestsPerHour: 0, emailsPerDay: 0, tenantEmailsPerDay: 0 },
        sendsCopies: true,
      };
      const profileAddress = () => Promise.resolve(undefined);
      const order = { providers: [listed.id], form: filledForm, language: 'en', profileAddress } as const;
      await sendContactRequest(ports, allan, order);
      const id = await desk.receive();
      assert.equal((await desk.open(megan, id)).partner.contactedBefore, false);
      await sendContactRequest(ports, megan, order);
      await sendContactRequest(ports, alex, order);
      assert.equal((await desk.open(megan, id)).partner.contactedBefore, true);
    });

    it('by neither', async () => {
      const desk = invitationDesk({ providers: [exampleProvider('Northwind Traders')] });
      const { partner } = await desk.open(megan, await desk.receive());
      assert.deepEqual(partner, { listedAs: 'notListed', contactedBefore: false });
    });

    it('without the directory, while there is none to ask', async () => {
      const desk = invitationDesk({ directory: memoryDirectory() });
      const { partner } = await desk.open(megan, await desk.receive());
      assert.equal(partner.listedAs, 'notAsked');
    });
  });
});
