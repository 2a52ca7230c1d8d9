import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { isTemporary } from '../../../src/adapters/data-folder/temporary-files.ts';
import { invitationId } from '../../../src/domain/identifiers.ts';
import { startDesk, type DeskProcess } from '../desk/built-desk.ts';
import { deskClient } from '../desk/desk-client.ts';
import { filesUnder } from '../files/files-under.ts';
import { openConnector } from '../servers/connector-stand-in.ts';
import { smtpInbox } from '../servers/smtp-inbox.ts';
import { checkAcknowledged, isNoted, keysOf, SentOnce } from './check-after-kill.ts';
import { emptyLedger, sizeOf } from './ledger.ts';
import { putUnderLoad, verify } from './put-under-load.ts';
import { storedAfterKill, type StoredTenant } from './stored-after-kill.ts';
import { keyOf, emailIdOf, toldIn } from './what-arrived.ts';

/** So many kills are survived by a tenant before the next one takes its place: a chat takes only so many posts. */
const killsPerTenant = 4;

/** After so many acknowledgements at most a desk is killed: counted, so that a slow machine is given the time it takes. */
const maxAcknowledged = 14;

/** What a connection holds when its process is killed still arrives; within this, on any machine. Milliseconds. */
const arrival = 60;

/**
 * One desk on a data folder of its own, which is killed over and over, with what it posts and mails to.
 * @param random from 0 to 1; chooses when it is killed, and what is done meanwhile
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
    // Three people do here what hundreds do elsewhere.
    PERSON_TURNS_PER_MINUTE: '0',
    TENANT_TURNS_PER_MINUTE: '0',
  };
  const ledger = emptyLedger();
  const [posts, letters] = [new SentOnce(), new SentOnce()];
  const invitations = new Map<string, string>();
  /** Messages that a kill kept the desk from hearing of: it posts such a card again, and can never change the first. */
  const unheard = new Set<string>();
  let tenant = randomUUID() as string;
  let kills = 0;
  let leftOver = 0;
  let seenPosts = 0;
  let seenEmails = 0;

  const start = () => startDesk(dataDirectory, environment);

  /** Lets the desk live for a while: only just begun, or as long as it works. */
  async function live(desk: DeskProcess): Promise<void> {
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

  /** Takes in what was sent in the life that has just ended, and what the desk had noted of all that. */
  function takeIn(stored: readonly StoredTenant[]): void {
    const told = toldIn(connector.taken);
    for (const { partner, invitation } of told)
      if (invitation !== undefined) invitations.set(partner, invitation);
    for (const one of toldIn(connector.taken, seenPosts))
      if (!isNoted(one, invitations.get(one.partner) ?? '', stored)) unheard.add(one.message);
    posts.takeIn(keysOf(toldIn(connector.taken, seenPosts)));
    letters.takeIn(inbox.messages.slice(seenEmails).map(emailIdOf));
    seenPosts = connector.taken.length;
    seenEmails = inbox.messages.length;
    const byKey = new Map(told.map((one) => [keyOf(one), one]));
    posts.note((key) => {
      const one = byKey.get(key);
      return one !== undefined && isNoted(one, invitations.get(one.partner) ?? '', stored);
    });
    const pending = new Set(stored.flatMap((one) => [...one.letters]));
    letters.note((id) => !pending.has(id));
  }

  async function check(): Promise<readonly StoredTenant[]> {
    await sleep(arrival);
    const stored = await storedAfterKill(dataDirectory, join(scratch, 'copy'));
    checkAcknowledged(ledger, stored);
    takeIn(stored);
    await verify(dataDirectory);
    return stored;
  }

  /** A life without load, until nothing seems left to be told or sent, and its end. @returns what is stored then */
  async function liveInPeace(): Promise<readonly StoredTenant[]> {
    const desk = start();
    try {
      const client = deskClient(await desk.listening, connector.serviceUrl);
      while ((await client.ready()).status !== 200) await sleep(20);
      while ((await client.waiting()) > 0) await sleep(20);
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
   * Everyone has a card of each invitation, or decided it from the card of somebody else: they are not told what they did
   * themselves.
   */
  function assertEveryoneTold(stored: readonly StoredTenant[]): void {
    const told = new Set(keysOf(toldIn(connector.taken).filter(({ kind }) => kind === 'card')));
    for (const [partner, { tenant: of }] of ledger.invitations) {
      const id = invitationId(invitations.get(partner) ?? '');
      const decider = stored.find((one) => one.tenant === of)?.decided.get(id);
      for (const person of ledger.subscribers.get(of) ?? []) {
        const key = `card about ${partner} in chat of ${person} in ${of}`;
        assert.ok(person === decider || told.has(key), `missing: ${key}`);
      }
    }
  }

  /** Two providers, and a copy for who asked. */
  function assertEveryEmailSent(): void {
    const sent = new Map<string, Set<string>>();
    for (const message of inbox.messages) {
      for (const [reference] of message.toString('latin1').matchAll(/PD-[0-9A-Z]{4}-[0-9A-Z]{4}/g)) {
        const ids = sent.get(reference) ?? new Set();
        sent.set(reference, ids.add(emailIdOf(message)));
      }
    }
    for (const reference of ledger.requests.keys()) {
      assert.equal(sent.get(reference)?.size, 3, `letters of ${reference}`);
    }
  }

  /** The last that each card was changed to says what was decided, of the cards that the desk heard that the channel took. */
  function assertEveryCardChanged(): void {
    const shown = new Map<string, string>();
    for (const [index, { method, message, activity }] of connector.taken.entries()) {
      const id = method === 'PUT' ? message : `message-${index + 1}`;
      if (id !== undefined) shown.set(id, JSON.stringify(activity));
    }
    for (const { kind, message, invitation } of toldIn(connector.taken)) {
      if (kind !== 'card' || unheard.has(message) || !ledger.decisions.has(invitation ?? '')) continue;
      assert.match(shown.get(message) ?? '', /(?:authorized|cancelled) it on/);
    }
  }

  return {
    ledger,
    posts,
    letters,
    leftOver: () => leftOver,
    /** One life of the desk, and its end; then everything that must be there is looked for. */
    async killOnce(): Promise<void> {
      const desk = start();
      try {
        await live(desk);
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
    /** Everything comes to its end. @returns the files that are there then */
    async finish() {
      let stored = await liveInPeace();
      while (!stored.every(isSettled)) stored = await liveInPeace();
      assertEveryoneTold(stored);
      assertEveryEmailSent();
      assertEveryCardChanged();
      return filesUnder(dataDirectory);
    },
    dataDirectory,
    close: () => Promise.all([connector.close(), inbox.close()]),
  };
}

function isSettled({ announcements, posts, letters }: StoredTenant): boolean {
  return announcements === 0 && posts.size === 0 && letters.size === 0;
}

export type KillWorker = Awaited<ReturnType<typeof openKillWorker>>;
