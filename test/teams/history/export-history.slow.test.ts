import assert from 'node:assert/strict';
import type { Activity } from 'botbuilder';
import { parse } from 'csv-parse/sync';
import { z } from 'zod';
import { sessionUpload } from '../../../src/adapters/upload/session-upload.ts';
import { auditChange } from '../../../src/application/history/audit-changes.ts';
import type { AuditEntry } from '../../../src/domain/history/audit-entry.ts';
import { aboutInvitation } from '../../../src/domain/history/invitation-event.ts';
import { personId, providerId, tenantId } from '../../../src/domain/identifiers.ts';
import { buttonsOf, textOf } from '../../support/cards/card-text.ts';
import { attachedCard, conversation } from '../../support/desk/conversation.ts';
import type { DeskSetting } from '../../support/desk/memory-desk.ts';
import { exampleRelationship } from '../../support/examples/example-relationship.ts';
import { exampleInvitation, fabrikam } from '../../support/examples/invitation-examples.ts';
import { auditEntry } from '../../support/examples/stored-values.ts';
import { openUploadSession } from '../../support/servers/upload-session.ts';
import { rolesOf } from '../../support/ports/roles-of.ts';
import { everyoneHas } from '../../support/ports/roles-of.ts';

const tenant = tenantId('tenant-1');
const timeout = { request: 30_000, file: 30_000, waits: [1] };
const upload = sessionUpload(timeout);
const day = 24 * 60 * 60 * 1000;

type Chat = Awaited<ReturnType<typeof withHistory>>;

describe('“export history”', () => {
  let session: Awaited<ReturnType<typeof openUploadSession>>;

  beforeEach(async () => {
    session = await openUploadSession();
  });
  afterEach(() => session.close());

  for (const [words, name] of [
    ['export history', 'history-2026-11-23.csv'],
    ['export the history for Excel', 'history-2026-11-23.csv'],
    ['export history for Excel in French', 'history-2026-11-23.csv'],
    ['export the history as plain CSV', 'history-2026-11-23.csv'],
    ['export the history as JSON, please', 'history-2026-11-23.jsonl'],
    ['exporter l’historique', 'history-2026-11-23.csv'],
    ['exporte l’historique en json', 'history-2026-11-23.jsonl'],
  ] as const) {
    it(`has ${name} offered for “${words}”, with its size`, async () => {
      const chat = await withHistory(3);
      await chat.send({ type: 'message', text: words });
      const consent = await offered(chat);
      assert.equal(consent.name, name);
      assert.match(consent.content.description, /3 entries/);
      assert.deepEqual(Object.keys(consent.content.acceptContext), ['export']);
      await accept(chat, consent);
      assert.equal(session.content().length, consent.content.sizeInBytes);
    });
  }

  it('uploads the file once it is allowed, shows it in place of the offer, and is on record', async () => {
    const chat = await withHistory(3);
    const consent = await exported(chat);
    const { posted, updated } = await accept(chat, consent);
    assert.deepEqual(
      posted.map(({ type, value }): unknown[] => [type, value]),
      [['invokeResponse', { status: 200 }]],
    );
    assert.deepEqual(
      updated.map(({ id, attachments }) => [id, attachments]),
      [
        [
          'offer',
          [
            {
              contentType: 'application/vnd.microsoft.teams.card.file.info',
              contentUrl: 'https://contoso-my.sharepoint.com/history.csv',
              name: 'history.csv',
              content: { uniqueId: 'file-1', fileType: 'csv' },
            },
          ],
        ],
      ],
    );
    assert.deepEqual(await recorded(chat), [{ kind: 'historyExported', format: 'excel-en', entries: 3 }]);
    const text = textOf(await chat.say('history'));
    assert.match(text, /History exported\n.*Adele Vance\nExcel in English, 3 entries/);
  });

  it('is CSV that Excel opens as it is: a BOM, and no cell that is a formula', async () => {
    const formula = '=HYPERLINK("https://evil.example")';
    const chat = await withHistory(0, [{ ...auditEntry(1), by: { person: personId('eve'), name: formula } }]);
    await accept(chat, await exported(chat));
    const csv = session.content();
    assert.deepEqual([...csv.subarray(0, 3)], [0xef, 0xbb, 0xbf]);
    const [row] = rowsOf(csv);
    assert.equal(row?.['who'], `'${formula}`);
    assert.equal(row['reference'], 'PD-1');
    assert.equal(row['tenant'], 'tenant-1');
  });

  it('opens as a table in the Excel of whoever is served in French, with their times and each partner’s name', async () => {
    const chat = await withHistory(0);
    const french = { locale: 'fr-FR', timeZone: 'Europe/Paris' };
    const name = 'Société Générale Conseil';
    const partner = { ...fabrikam, id: providerId('partner-1'), name: { value: name, claimed: true } };
    const value = { ...exampleInvitation(), partner };
    await chat.store.commit(tenant, [
      { type: 'put', kind: 'invitation', id: 'invitation-1', value, expected: 'absent' },
      auditChange(
        auditEntry(0).at,
        { person: personId('ada'), name: 'Ada' },
        { kind: 'invitationReceived', ...aboutInvitation(value), origin: 'pasted' },
      ),
    ]);
    await chat.send({ type: 'message', text: 'exporter l’historique pour Excel' }, french);
    const consent = await offered(chat);
    assert.match(consent.content.description, /1 entrée\. Excel en français\./);
    await accept(chat, consent, french);
    const lines = session.content().toString().split('\r\n');
    assert.match(lines[0] ?? '', /^\ufeffwhen \(Europe\/Paris\);who;id;what;partner;partnerName;/);
    assert.match(
      lines[1] ?? '',
      /^22\/11\/2026 01:00:00;Ada;ada;invitationReceived;partner-1;Société Générale Conseil;/,
    );
    assert.equal(session.content().length, consent.content.sizeInBytes);
  });

  it('is offered for one’s own Excel first', async () => {
    const chat = await withHistory(1);
    const formats = async (who: object) =>
      buttonsOf(await chat.say('history', who))
        .filter(({ verb }) => verb === 'history.export')
        .map(({ title }) => title);
    assert.deepEqual(await formats({}), ['Excel in English', 'Excel in French', 'Plain CSV', 'JSON Lines']);
    assert.deepEqual(await formats({ locale: 'fr-FR' }), [
      'Excel en français',
      'Excel en anglais',
      'CSV simple',
      'JSON Lines',
    ]);
  });

  for (const [words, locale, format] of [
    ['export the history for Excel', 'en-GB', 'excel-en'],
    ['export history', 'fr-CA', 'excel-fr'],
    ['exporter l’historique en csv', 'fr-FR', 'excel-fr'],
    ['exporter l’historique pour Excel en anglais', 'fr-FR', 'excel-en'],
    ['exporter l’historique en csv simple', 'fr-FR', 'csv'],
    ['export history for Excel in French', 'en-US', 'excel-fr'],
    ['please export the history as plain csv', 'en-US', 'csv'],
  ] as const) {
    it(`is ${format} for “${words}” in ${locale}`, async () => {
      const chat = await withHistory(1);
      await chat.send({ type: 'message', text: words }, { locale });
      await accept(chat, await offered(chat), { locale });
      assert.deepEqual(await recorded(chat), [{ kind: 'historyExported', format, entries: 1 }]);
    });
  }

  it('is whole even if a partner’s name changed since it was offered', async () => {
    const entry: AuditEntry = {
      at: auditEntry(0).at,
      by: 'desk',
      event: { kind: 'removalConfirmed', partner: fabrikam.id },
    };
    const chat = await withHistory(0, [entry]);
    const consent = await exported(chat, 'Plain CSV');
    await chat.store.commit(tenant, [
      {
        type: 'put',
        kind: 'relationship',
        id: fabrikam.id,
        value: exampleRelationship(),
        expected: 'absent',
      },
    ]);
    await accept(chat, consent);
    assert.equal(rowsOf(session.content())[0]?.['partnerName'], 'Fabrikam');
    assert.deepEqual(
      (await recorded(chat)).map(({ kind }) => kind),
      ['historyExported'],
    );
  });

  it('is everything that was recorded, as JSON Lines', async () => {
    const chat = await withHistory(2);
    await accept(chat, await exported(chat, 'JSON Lines'));
    assert.deepEqual(
      session
        .content()
        .toString()
        .trimEnd()
        .split('\n')
        .map((line): unknown => JSON.parse(line)),
      [0, 1].map((number) => ({ tenant: 'tenant-1', number: number + 1, entry: auditEntry(number) })),
    );
  });

  it('holds what the filters on show let through', async () => {
    const chat = await withHistory(3, [
      { ...auditEntry(7), by: { person: personId('megan'), name: 'Mégan Bowen' } },
      { ...auditEntry(8), by: { person: personId('megan'), name: 'Mégan Bowen' } },
    ]);
    const found = await chat.press(await chat.say('history'), 'Search', { person: 'megan' });
    await chat.press(found, 'Plain CSV');
    const consent = await offered(chat);
    assert.match(consent.content.description, /2 entries/);
    await accept(chat, consent);
    assert.deepEqual(
      rowsOf(session.content()).map(({ reference }) => reference),
      ['PD-7', 'PD-8'],
    );
  });

  it('holds what there was when it was offered, whatever was recorded since', async () => {
    const chat = await withHistory(700);
    const consent = await exported(chat);
    await append(
      chat,
      Array.from({ length: 300 }, (_, number) => auditEntry(1000 + number)),
    );
    await accept(chat, consent);
    assert.equal(rowsOf(session.content()).length, 700);
    assert.equal(session.content().length, consent.content.sizeInBytes);
  });

  it('makes no file for who declines, and says so in place of the offer', async () => {
    const chat = await withHistory(1);
    const consent = await exported(chat);
    await answered(chat, { action: 'decline', context: consent.content.declineContext });
    const { updated } = await chat.afterwards();
    assert.match(textOf(attachedCard(updated)), /^Not exported\n/);
    const { posted } = await accept(chat, consent);
    assert.match(noticeIn(posted), /This file is not offered any more/);
    assert.deepEqual(await recorded(chat), []);
    assert.equal(session.parts.length, 0);
  });

  it('is handed over once, and the newest offer alone', async () => {
    const chat = await withHistory(1);
    const older = await exported(chat);
    const newer = await exported(chat);
    assert.match(noticeIn((await accept(chat, older)).posted), /not offered any more/);
    await accept(chat, newer);
    assert.match(noticeIn((await accept(chat, newer)).posted), /not offered any more/);
    assert.equal((await recorded(chat)).length, 1);
  });

  it('is offered for a day', async () => {
    const chat = await withHistory(1);
    const consent = await exported(chat);
    await chat.time.pass(day);
    assert.match(noticeIn((await accept(chat, consent)).posted), /not offered any more/);
  });

  it('is for whoever it was offered to, and as long as they are administrators', async () => {
    const held = new Set(['billingAdministrator'] as const);
    const roles = everyoneHas(held);
    const chat = await withHistory(1, [], { roles });
    const consent = await exported(chat);
    for (const who of [{ person: 'megan' }, { tenant: 'tenant-2' }])
      assert.match(noticeIn((await accept(chat, consent, who)).posted), /not offered any more/);
    held.clear();
    assert.match(noticeIn((await accept(chat, consent)).posted), /Only administrators see this/);
    assert.equal(session.parts.length, 0);
    assert.deepEqual(await recorded(chat), []);
  });

  it('is not even prepared for others', async () => {
    const roles = rolesOf(new Map());
    const chat = await withHistory(1, [], { roles });
    assert.match(textOf(await chat.say('export history')), /Only administrators see this/);
    assert.equal((await chat.afterwards()).posted.length, 1);
  });

  it('goes to no address but Microsoft’s', async () => {
    const chat = await withHistory(1);
    const consent = await exported(chat);
    const evil = { uploadUrl: 'https://evil.example/upload' };
    assert.match(noticeIn((await accept(chat, consent, {}, evil)).posted), /none of Microsoft 365/);
    assert.deepEqual(await recorded(chat), []);
    await accept(chat, consent);
    assert.equal(session.parts.length, 1);
  });

  for (const behaviour of [500, 403, 'hang'] as const) {
    it(`that fails is told in place of the offer, and is on record: ${behaviour}`, async () => {
      session.behaveAs(() => behaviour);
      const hasty = sessionUpload({ ...timeout, request: 100 });
      const chat = await withHistory(2, [], { upload: hasty });
      const { updated } = await accept(chat, await exported(chat));
      assert.match(textOf(attachedCard(updated)), /The file did not arrive, or not whole/);
      assert.deepEqual(await recorded(chat), [
        { kind: 'historyExported', format: 'excel-en', entries: 2 },
        { kind: 'historyExportFailed', format: 'excel-en', entries: 2 },
      ]);
    });
  }

  it('says so where there is nothing to export', async () => {
    const chat = await withHistory(0);
    await chat.send({ type: 'message', text: 'export history' });
    const { posted } = await chat.afterwards();
    assert.match(noticeIn(posted), /there is nothing to export/);
  });

  for (const [where, conversationType, sendsFiles] of [
    ['a channel', 'channel', true],
    ['a group chat', 'groupChat', true],
    ['a client that takes no files', 'personal', false],
  ] as const) {
    it(`names the other ways in ${where}`, async () => {
      const chat = await withHistory(1, [], { sendsFiles });
      const place = { id: 'chat-1', tenantId: 'tenant-1', conversationType };
      await chat.send({ type: 'message', text: 'export history', conversation: place });
      const { posted } = await chat.afterwards();
      assert.match(noticeIn(posted), /your own chat with Partner Desk.*npm run audit -- export/);
    });
  }

  async function exported(chat: Chat, format = 'Excel in English') {
    await chat.press(await chat.say('history'), format);
    return offered(chat);
  }

  function accept(chat: Chat, consent: Consent, who = {}, given: object = {}) {
    const uploadInfo = {
      uploadUrl: session.address,
      contentUrl: 'https://contoso-my.sharepoint.com/history.csv',
      name: 'history.csv',
      uniqueId: 'file-1',
      fileType: 'csv',
      ...given,
    };
    return answered(chat, { action: 'accept', context: consent.content.acceptContext, uploadInfo }, who);
  }
});

async function answered(chat: Chat, value: object, who = {}) {
  const invoke = { type: 'invoke', name: 'fileConsent/invoke', replyToId: 'offer' };
  await chat.send({ ...invoke, value: { type: 'fileUpload', ...value } }, who);
  return chat.afterwards();
}

const context = z.record(z.string(), z.string());
const consentSchema = z.object({
  contentType: z.literal('application/vnd.microsoft.teams.card.file.consent'),
  name: z.string(),
  content: z.object({
    description: z.string(),
    sizeInBytes: z.int(),
    acceptContext: context,
    declineContext: context,
  }),
});
type Consent = z.infer<typeof consentSchema>;

/** The file consent card, which follows the reply. */
async function offered(chat: Chat): Promise<Consent> {
  const { posted } = await chat.afterwards();
  return consentSchema.parse(posted.at(-1)?.attachments?.[0]);
}

function noticeIn(posted: readonly Partial<Activity>[]): string {
  return textOf(attachedCard(posted.slice(-1)));
}

async function withHistory(count: number, more: readonly AuditEntry[] = [], setting: DeskSetting = {}) {
  const chat = conversation({ upload, ...setting });
  await append(chat, [...Array.from({ length: count }, (_, number) => auditEntry(number)), ...more]);
  return chat;
}

async function append({ store }: Pick<Chat, 'store'>, entries: readonly AuditEntry[]): Promise<void> {
  await store.commit(
    tenant,
    entries.map(({ at, by, event }) => auditChange(at, by, event)),
  );
}

async function recorded({ store }: Chat) {
  const { items } = await store.entries(tenant, 'audit', { limit: 10_000 });
  return items.map(({ event }) => event).filter(({ kind }) => kind.startsWith('historyExport'));
}

function rowsOf(csv: Buffer) {
  return z.array(z.record(z.string(), z.string())).parse(parse(csv, { bom: true, columns: true }));
}
