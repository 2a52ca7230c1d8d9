import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { isTemporary } from '../../../src/adapters/data-folder/temporary-files.ts';
import { invitationId } from '../../../src/domain/identifiers.ts';
import { startDesk, withoutContactLimits, type DeskProcess } from '../desk/built-desk.ts';
import { deskClient } from '../desk/desk-client.ts';
import { filesUnder } from '../files/files-under.ts';
import { openConnector } from '../servers/connector-stand-in.ts';
import { smtpInbox } from '../servers/smtp-inbox.ts';
import { checkAcknowledged, isRecordedAsSent, keysOf, SentOnce } from './check-after-kill.ts';
import { emptyLedger, sizeOf } from './ledger.ts';
import { putUnderLoad, verify } from './put-under-load.ts';
import { storedAfterKill, type StoredTenant } from './stored-after-kill.ts';
import { keyOf, emailIdOf, notificationsIn } from './what-arrived.ts';

/** Kills per tenant before a new one replaces it, because a chat limits the number of posts. */
const killsPerTenant = 4;

/** Max acknowledgements before a kill; counted instead of timed, so that slow machines get the time they need. */
const maxAcknowledged = 14;

/** How long data of a killed process may still take to arrive. Milliseconds. */
const arrival = 60;

/**
 * One desk with its own data folder, connector and mail server, which is killed over and over.
 * @param random from 0 to 1; decides when it is killed, and what is done meanwhile
 */
export async function openKillWorker(number: number, folder: string, random: () => number) {
  const dataDirectory = join(folder, `data-${number}`);
  const scratch = join(folder, `scratch-${number}`);
  await mkdir(scratch, { recursive: true });
  const connector = await openConnector();
  const inbox = await smtpInbox();
  const environment = {
    MAIL: inbox.address,
    MAIL_FROM: 'Partner Desk <desk@desk.example>',
    // Three people cause the load of hundreds here.
    PERSON_TURNS_PER_MINUTE: '0',
    TENANT_TURNS_PER_MINUTE: '0',
    ...withoutContactLimits,
  };
  const ledger = emptyLedger();
  const [posts, emails] = [new SentOnce(), new SentOnce()];
  const invitations = new Map<string, string>();
  /** Messages whose confirmation a kill lost: the desk posts the card again, and can never update the first. */
  const unconfirmed = new Set<string>();
  let tenant = randomUUID() as string;
  let kills = 0;
  let leftOver = 0;
  let seenPosts = 0;
  let seenEmails = 0;

  const start = () => startDesk(dataDirectory, environment);

  /** Runs the desk for a while, and kills it during startup or under load. */
  async function runUntilKilled(desk: DeskProcess): Promise<void> {
    const phase = random();
    if (phase < 0.15) {
      await sleep(random() * 2_000);
      return;
    }
    const url = await desk.listening;
    const client = deskClient(url, connector.serviceUrl);
    if (phase > 0.35) while ((await client.ready()).status !== 200) await sleep(5);
    const killed = new AbortController();
    const load = putUnderLoad({
      url,
      serviceUrl: connector.serviceUrl,
      taken: connector.taken,
      dataDirectory,
      scratch,
      ledger,
      tenant,
      name: `${number}-${kills}`,
      random,
      killed: killed.signal,
    });
    const enough = sizeOf(ledger) + random() * maxAcknowledged;
    while (sizeOf(ledger) < enough) await sleep(2);
    await sleep(random() * 40);
    killed.abort();
    await desk.kill();
    await load;
  }

  /** Collects what was sent in the last run, and what the desk recorded of it. */
  function collect(stored: readonly StoredTenant[]): void {
    const notifications = notificationsIn(connector.taken);
    for (const { partner, invitation } of notifications)
      if (invitation !== undefined) invitations.set(partner, invitation);
    for (const one of notificationsIn(connector.taken, seenPosts))
      if (!isRecordedAsSent(one, invitations.get(one.partner) ?? '', stored)) unconfirmed.add(one.message);
    posts.add(keysOf(notificationsIn(connector.taken, seenPosts)));
    emails.add(inbox.messages.slice(seenEmails).map(emailIdOf));
    seenPosts = connector.taken.length;
    seenEmails = inbox.messages.length;
    const byKey = new Map(notifications.map((one) => [keyOf(one), one]));
    posts.markRecorded((key) => {
      const one = byKey.get(key);
      return one !== undefined && isRecordedAsSent(one, invitations.get(one.partner) ?? '', stored);
    });
    const pending = new Set(stored.flatMap((one) => [...one.emails]));
    emails.markRecorded((id) => !pending.has(id));
  }

  async function check(): Promise<readonly StoredTenant[]> {
    await sleep(arrival);
    const stored = await storedAfterKill(dataDirectory, join(scratch, 'copy'));
    checkAcknowledged(ledger, stored);
    collect(stored);
    await verify(dataDirectory);
    return stored;
  }

  /** Runs the desk without load until its queues are empty, and stops it. @returns what is stored then */
  async function runUntilIdle(): Promise<readonly StoredTenant[]> {
    const desk = start();
    try {
      const client = deskClient(await desk.listening, connector.serviceUrl);
      while ((await client.ready()).status !== 200) await sleep(20);
      while ((await desk.pending()) > 0) await sleep(20);
      for (const [invitation, { tenant: of }] of ledger.decisions) {
        const text = await client.press({ tenant: of, person: 'adele' }, 'invitation.open', { invitation });
        assert.match(text, /(?:authorized|cancelled) it on/);
      }
    } finally {
      await desk.stop();
    }
    return check();
  }

  /**
   * Everyone has a card of each invitation, except who decided it from somebody else's card: people are not notified of
   * what they did themselves.
   */
  function assertEveryoneTold(stored: readonly StoredTenant[]): void {
    const told = new Set(keysOf(notificationsIn(connector.taken).filter(({ kind }) => kind === 'card')));
    for (const [partner, { tenant: of }] of ledger.invitations) {
      const id = invitationId(invitations.get(partner) ?? '');
      const decider = stored.find((one) => one.tenant === of)?.decided.get(id);
      for (const person of ledger.subscribers.get(of) ?? []) {
        const key = `card about ${partner} in chat of ${person} in ${of}`;
        assert.ok(person === decider || told.has(key), `missing: ${key}`);
      }
    }
  }

  /** Two providers, and a copy for the requester. */
  function assertEveryEmailSent(): void {
    const sent = new Map<string, Set<string>>();
    for (const message of inbox.messages) {
      for (const [reference] of message.toString('latin1').matchAll(/PD-[0-9A-Z]{4}-[0-9A-Z]{4}/g)) {
        const ids = sent.get(reference) ?? new Set();
        sent.set(reference, ids.add(emailIdOf(message)));
      }
    }
    for (const reference of ledger.requests.keys()) {
      assert.equal(sent.get(reference)?.size, 3, `e-mails of ${reference}`);
    }
  }

  /** The last update of each confirmed card shows the decision. */
  function assertEveryCardChanged(): void {
    const shown = new Map<string, string>();
    for (const [index, { method, message, activity }] of connector.taken.entries()) {
      const id = method === 'PUT' ? message : `message-${index + 1}`;
      if (id !== undefined) shown.set(id, JSON.stringify(activity));
    }
    for (const { kind, message, invitation } of notificationsIn(connector.taken)) {
      if (kind !== 'card' || unconfirmed.has(message) || !ledger.decisions.has(invitation ?? '')) continue;
      assert.match(shown.get(message) ?? '', /(?:authorized|cancelled) it on/);
    }
  }

  return {
    ledger,
    posts,
    emails,
    leftOver: () => leftOver,
    /** Runs and kills the desk once, then checks that nothing acknowledged is lost. */
    async killOnce(): Promise<void> {
      const desk = start();
      try {
        await runUntilKilled(desk);
      } finally {
        await desk.kill();
      }
      kills += 1;
      leftOver += (await filesUnder(dataDirectory).catch(() => [])).filter(({ path }) =>
        isTemporary(path),
      ).length;
      await check();
      if (kills % killsPerTenant === 0) tenant = randomUUID();
    },
    /** Lets all pending work finish. @returns the files of the data folder */
    async finish() {
      let stored = await runUntilIdle();
      while (!stored.every(isSettled)) stored = await runUntilIdle();
      assertEveryoneTold(stored);
      assertEveryEmailSent();
      assertEveryCardChanged();
      return filesUnder(dataDirectory);
    },
    dataDirectory,
    close: () => Promise.all([connector.close(), inbox.close()]),
  };
}

function isSettled({ announcements, posts, emails }: StoredTenant): boolean {
  return announcements === 0 && posts.size === 0 && emails.size === 0;
}

export type KillWorker = Awaited<ReturnType<typeof openKillWorker>>;
