import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AdaptiveCard } from '../../../src/teams/cards/card.ts';
import { htmlEscaped, quotedPrintable, safeLink } from '../../domain/invitations/link/examples.ts';
import { buttonsOf, cardsIn, textOf as textOfCard } from '../../support/cards/card-text.ts';
import { startDesk, type DeskProcess } from '../../support/desk/built-desk.ts';
import { deskClient } from '../../support/desk/desk-client.ts';
import { userAdministrator } from '../../support/examples/invitation-examples.ts';
import { until } from '../../support/processes/until.ts';
import { openChannel } from '../../support/servers/channel.ts';
import { submitSigned } from '../../support/servers/submit-signed.ts';

const tenant = 'tenant-1';
const adele = { tenant, person: 'adele' };
const lee = { tenant, person: 'lee' };
const alex = { tenant, person: 'alex' };

interface Invited {
  readonly partner: string;
  readonly link: string;
  readonly onNewHost: string;
}

/** With ordinary spaces where cards keep words together. */
const textOf = (card: AdaptiveCard) => textOfCard(card).replaceAll('\u00a0', ' ');

/** A request for granular administration that nobody has seen yet. */
function invited(): Invited {
  const partner = randomUUID();
  const request = `partners/invitation/granularAdminRelationships/${randomUUID()}-${partner}`;
  return {
    partner,
    link: `https://admin.microsoft.com/AdminPortal/Home#/${request}`,
    onNewHost: `https://admin.cloud.microsoft/?#/${request}`,
  };
}

const mild: readonly [string, string] = ['Directory Readers', '30'];
const grave: readonly [string, string] = ['Global Administrator', '730'];

/** The ways in which one mail reaches the desk. */
const forms: Readonly<Record<string, (link: string, roles: string, days: string) => string>> = {
  'a plain mail': (link, roles, days) =>
    `Fabrikam would like to administer your services.\n${link}\nDuration in days: ${days}\nRoles:\n * ${roles}\n`,
  'a forwarded mail': (link, roles, days) =>
    `FYI\n\n-----Original Message-----\nFrom: sales@fabrikam.example\nSubject: Invitation\n\nPartner name: Fabrikam\nAccept: <${link}>\nDuration: ${days} days\n- ${roles}`,
  'a quoted mail': (link, roles, days) =>
    ['Partner: Fabrikam', link, `Duration in days: ${days}`, `* ${roles}`]
      .map((line) => `> ${line}`)
      .join('\n'),
  'an HTML mail': (link, roles, days) =>
    `<p>Partner name: Fabrikam</p><p><a href="${htmlEscaped(link)}">Accept</a></p><p>Duration:&nbsp;${days} days</p><ul><li>${roles}</li></ul>`,
  'a mail with a protected link': (link, roles, days) =>
    `Partner name: Fabrikam\n${safeLink(link)}\nDuration in days: ${days}\n* ${roles}`,
  'a mail in quoted-printable': (link, roles, days) =>
    quotedPrintable(`Partner name: Fabrikam ${link}`).concat(
      `\r\nDuration in days: ${days}\r\n* ${roles}\r\n`,
    ),
};

describe('An invitation of which two people claim different things', function () {
  let folder: string;
  let channel: Awaited<ReturnType<typeof openChannel>>;
  let desk: DeskProcess;
  let url: string;
  let client: ReturnType<typeof deskClient>;
  let tried = 0;

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'partner-desk-claims-'));
    channel = await openChannel();
    desk = startDesk(folder, { ADMINS: 'adele=globalAdministrator' });
    url = await desk.listening;
    client = deskClient(url, channel.serviceUrl);
    await client.install(adele);
  });
  after(async () => {
    await desk.stop();
    await channel.close();
    await rm(folder, { recursive: true, force: true });
    assert.ok(tried >= 12);
  });

  const updates = () =>
    channel.posted
      .filter(({ method }) => method === 'PUT')
      .flatMap(({ activity }) => cardsIn([JSON.stringify(activity)]).slice(0, 1));

  /** Whoever pastes; the id of the invitation, from the card that answers. */
  async function paste(who: typeof adele, text: string): Promise<string> {
    const before = channel.posted.length;
    await client.say(who, text);
    const replies = () =>
      channel.posted
        .slice(before)
        .filter(({ path }) => path.includes(encodeURIComponent(`chat of ${who.person} `)))
        .filter(({ activity }) => activity['replyToId'] !== undefined);
    const ids = () =>
      replies().flatMap(({ activity }) =>
        cardsIn([JSON.stringify(activity)])
          .slice(0, 1)
          .flatMap(idsOn),
      );
    await until(() => ids().length > 0);
    return ids()[0] ?? '';
  }

  // Whoever may not decide has no button, but a card that refreshes itself.
  const idsOn = (card: AdaptiveCard): readonly string[] =>
    [...JSON.stringify(card).matchAll(/"invitation":"([^"]+)"/g)].map(([, id = '']) => id);

  async function press(verb: string, data: object): Promise<AdaptiveCard> {
    const [card] = cardsIn([await client.press(adele, verb, data)]);
    assert.ok(card);
    return card;
  }

  const secondStep = (invitation: string) => press('invitation.authorize', { invitation });

  const confirmOf = (card: AdaptiveCard) =>
    buttonsOf(card).find(({ verb }) => verb === 'invitation.confirm')?.data ?? {};

  function assertNamesBoth(card: AdaptiveCard, sources: readonly RegExp[]): void {
    const text = textOf(card);
    for (const said of [/Includes Global Administrator/, /Directory Readers/, /For 730 days/, ...sources]) {
      assert.match(text, said);
    }
    assert.match(text, /The sources disagree\./);
  }

  const sourcesNamed = [/The person lee: [^\n]+/, /The person alex: [^\n]+/];

  for (const [form, write] of Object.entries(forms)) {
    for (const order of ['the milder first', 'the graver first']) {
      it(`in ${form}, ${order}, shows both and grants only what the second step named`, async () => {
        const { link, onNewHost } = invited();
        const [first, second] = order === 'the milder first' ? [mild, grave] : [grave, mild];
        const id = await paste(lee, write(link, ...first));
        const early = confirmOf(await secondStep(id));
        assert.equal(await paste(alex, write(onNewHost, ...second)), id);
        tried += 1;

        assertNamesBoth(await press('invitation.open', { invitation: id }), sourcesNamed);
        const again = await press('invitation.confirm', early);
        assert.match(
          textOf(again),
          /^Give administration to [^\n]+\nWhat is claimed of this invitation has changed/,
        );
        assertNamesBoth(again, sourcesNamed);
        // A chat takes few posts about what people paste; the first ones show that it is brought up to date.
        if (form === 'a plain mail') {
          const updated = () => updates().filter((card) => idsOn(card).includes(id));
          await until(() => updated().length > 0);
          assertNamesBoth(updated().at(-1) ?? again, sourcesNamed);
        }

        const outcome = await press('invitation.confirm', confirmOf(again));
        assert.match(textOf(outcome), /^Invitation authorized\n/);
        assert.match(
          textOf(outcome),
          /Global Administrator · Privileged[^]*Directory Readers[^]*For 730 days/,
        );
      });
    }
  }

  it('by the mail flow and by somebody who pastes it says who claims what', async () => {
    const { partner, link } = invited();
    const id = await paste(lee, forms['a plain mail']?.(link, ...grave) ?? '');
    const body = {
      id: 'signed',
      tenantId: tenant,
      partner: { tenantId: partner, name: 'Fabrikam' },
      function: 'delegatedAdministrator',
      delegatedAdmin: { roles: [userAdministrator], duration: 'P90D' },
      link,
    };
    assert.equal(await submitSigned(url, body), 202);
    const text = textOf(await secondStep(id));
    assert.match(text, /Submitted with a signature: Fabrikam · User Administrator · For 90 days/);
    assert.match(text, /The person lee: Fabrikam · Global Administrator · For 730 days/);
    assert.match(text, /Includes Global Administrator[^]*For 730 days/);
  });

  it('stays as grave as it was when whoever pasted it, or somebody else, pastes it again with less or with nothing', async () => {
    const { link } = invited();
    const id = await paste(lee, forms['a plain mail']?.(link, ...grave) ?? '');
    const before = textOf(await secondStep(id));
    assert.equal(await paste(lee, link), id);
    assert.equal(await paste(alex, `look at this: ${link}`), id);
    assert.equal(textOf(await secondStep(id)), before);
    assert.equal(await paste(lee, forms['a plain mail']?.(link, ...mild) ?? ''), id);
    assert.match(textOf(await secondStep(id)), /Includes Global Administrator[^]*For 730 days/);
  });

  it('says that the roles are not in the link, also once somebody claims which they are', async () => {
    const { link } = invited();
    const id = await paste(adele, link);
    const unknown =
      /Which roles it asks for is not in the link\. Read them in the Microsoft 365 admin center/;
    assert.match(textOf(await secondStep(id)), unknown);
    assert.equal(await paste(lee, forms['a plain mail']?.(link, ...mild) ?? ''), id);
    const text = textOf(await secondStep(id));
    assert.match(text, unknown);
    assert.match(text, /The person lee: Fabrikam · Directory Readers · For 30 days/);
  });
});
