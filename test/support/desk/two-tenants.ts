import type { AuditEvent } from '../../../src/domain/history/audit-entry.ts';
import { personId, tenantId } from '../../../src/domain/identifiers.ts';
import { cardsIn } from '../cards/card-text.ts';
import { everythingOf } from '../examples/stored-values.ts';
import { ownedFiles } from '../files/owned-files.ts';
import { openChannel } from '../servers/channel.ts';
import { openDeskOnFiles } from './desk-on-files.ts';
import { activityOf, type Step, type TenantSetting } from './tenant-steps.ts';

/** A tenant in touch with the desk. */
interface Party extends TenantSetting {
  readonly channel: Awaited<ReturnType<typeof openChannel>>;
  /** What its people, its chats and its mail flow sent, and what they received, oldest first. */
  readonly sent: string[];
  readonly received: string[];
}

/** The result for one tenant. */
export interface PlayedTenant extends TenantSetting {
  readonly sent: string;
  /** Everything that its people, chats and mail flow received, and all of its files. */
  readonly seen: string;
  /** Ids, references and hashes that the desk made for it. */
  readonly made: ReadonlySet<string>;
  readonly history: readonly AuditEvent['kind'][];
}

/**
 * Runs two tenants on one desk that stores its data in `folder`: step by step, both concurrently.
 * @returns both tenants, and the files that belong to neither
 */
export async function playTwoTenants(
  folder: string,
  settings: readonly [TenantSetting, TenantSetting],
  steps: readonly (readonly [Step, Step])[],
) {
  const roles = new Set(['globalAdministrator'] as const);
  const admins = settings.map(({ tenant, ids }) => ({
    tenant: tenantId(tenant),
    person: personId(`${ids}-admin`),
    roles,
  }));
  const desk = await openDeskOnFiles(folder, admins);
  const [one, other] = [await openParty(settings[0]), await openParty(settings[1])];
  try {
    for (const [ofOne, ofOther] of steps) {
      await Promise.all([take(desk, one, other, ofOne), take(desk, other, one, ofOther)]);
    }
    await desk.quiet();
    const stored = [await storedFor(desk, one), await storedFor(desk, other)] as const;
    // Files are final only once the desk has stopped.
    await desk.close();
    const files = await ownedFiles(folder, stored);
    const textsOf = (tenant?: string) =>
      files.filter(({ owner }) => owner === tenant).map(({ text }) => text);
    const played = (
      { tenant, ids, words, sent, received }: Party,
      { made, history }: Stored,
    ): PlayedTenant => {
      const seen = [...received, ...textsOf(tenant)].join('\n');
      return { tenant, ids, words, sent: sent.join('\n'), seen, made, history };
    };
    return {
      tenants: [played(one, stored[0]), played(other, stored[1])] as const,
      others: textsOf().join('\n'),
    };
  } finally {
    await desk.close();
    await Promise.all([one.channel.close(), other.channel.close()]);
  }
}

type Desk = Awaited<ReturnType<typeof openDeskOnFiles>>;
type Stored = Awaited<ReturnType<typeof storedFor>>;

async function openParty(setting: TenantSetting): Promise<Party> {
  return { ...setting, channel: await openChannel(), sent: [], received: [] };
}

async function take(desk: Desk, party: Party, other: Party, step: Step): Promise<void> {
  if (step.kind === 'submit') {
    const { which, invitedAs, withdrawn } = step;
    const invitation = party.words.submitted(party.tenant, which, invitedAs);
    await send(party, { ...invitation, ...(withdrawn && { status: 'withdrawn' }) }, async (body) =>
      (await desk.invite(body)).text(),
    );
    return;
  }
  const [own, foreign] = [cardsIn(party.received), cardsIn(other.received)];
  const activity = activityOf(step, party.words, { own, foreign, foreignMark: other.words.mark });
  if (activity === undefined) return;
  await send(party, { ...chatOf(party, step), ...activity }, async (body) => (await desk.post(body)).text);
}

async function send(party: Party, body: object, post: (body: object) => Promise<string>): Promise<void> {
  party.sent.push(JSON.stringify(body));
  const answer = await post(body);
  party.received.push(...party.channel.posted.splice(0).map((posted) => JSON.stringify(posted)), answer);
}

function chatOf(
  { tenant, ids, words, channel }: Party,
  { who, where }: Pick<Exclude<Step, { kind: 'submit' }>, 'who' | 'where'>,
) {
  const person = `${ids}-${who}`;
  return {
    channelId: 'msteams',
    serviceUrl: channel.serviceUrl,
    from: { id: `29:${person}`, name: words.nameOf(who), aadObjectId: person },
    recipient: { id: '28:desk', name: 'Partner Desk' },
    conversation: {
      id: where === 'personal' ? `a:${person}` : `19:${ids}@thread.tacv2`,
      tenantId: tenant,
      conversationType: where,
    },
    channelData: { tenant: { id: tenant } },
    locale: 'en-US',
  };
}

/** UUIDs of version 7, references and hashes. */
const madeByDesk = /[\da-f]{8}-[\da-f]{4}-7[\da-f]{3}-[\da-f]{4}-[\da-f]{12}|PD-\w{4}-\w{4}|\b[\da-f]{64}\b/g;

async function storedFor(desk: Desk, { tenant, channel, received }: Party) {
  received.push(...channel.posted.splice(0).map((posted) => JSON.stringify(posted)));
  const { records, audit, head } = await everythingOf(desk.store, tenantId(tenant));
  // A refusal is stored as it was sent, with the other tenant's ids.
  const own = [
    records.flat().filter(({ value }) => !('refused' in value)),
    audit.filter(({ event }) => event.kind !== 'unknownRefused'),
    head,
  ];
  return {
    tenant,
    made: new Set(JSON.stringify(own).match(madeByDesk) ?? []),
    history: audit.map(({ event }) => event.kind),
  };
}
