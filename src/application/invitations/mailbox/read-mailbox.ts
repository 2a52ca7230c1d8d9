import type { Instant } from '../../../domain/instant.ts';
import { isMailboxFull } from '../../../domain/invitations/pending-invitation.ts';
import {
  afterMailRound,
  isForgettable,
  isTooOld,
  listSince,
  maxStuckRounds,
  newWatch,
  tellsOfFull,
  type MailboxWatch,
  type RoundResult,
} from '../../../domain/tenant/mailbox-watch.ts';
import { announcementChange } from '../../notifications/announce.ts';
import { insert, remove, upsert } from '../../ports/changes.ts';
import type { Log } from '../../ports/log.ts';
import type { ListedMessage, ListFrom, MailboxOf } from '../../ports/mailbox-reader.ts';
import type { MailboxMailOutcome, Meter } from '../../ports/meter.ts';
import type { Announcements } from '../../ports/posts.ts';
import { ConflictError, type Change } from '../../ports/store.ts';
import { listAll } from '../../runtime/list-all.ts';
import { retryOnConflict } from '../../runtime/retry-on-conflict.ts';
import { pendingInvitations } from '../pending-invitations.ts';
import { hashOfMessage, readMessage, type ReadingPorts } from './read-message.ts';
import { readMailboxWatch } from './read-mailbox-watch.ts';
import { mailboxWatchId } from './receive-mailed-invitations.ts';

export interface MailboxPorts extends ReadingPorts {
  readonly announcements: Announcements;
  readonly meter: Meter;
  readonly log: Log;
  /** From one round to the next; milliseconds. */
  readonly interval: number;
}

/** Of one round; what is left is read in the next, which follows at once. */
const maxPages = 20;

/**
 * Reads what came into a mailbox since it was last read, page by page, and stores after each page where to go on: a desk that
 * ends in the middle, or two that read at once, miss nothing, and a message brings its invitations once.
 * @param signal ends it; what was read until then is stored
 * @throws DomainError('store-unavailable')
 */
export async function readMailbox(
  ports: MailboxPorts,
  mailbox: MailboxOf,
  signal: AbortSignal,
): Promise<RoundResult> {
  const { store, clock, announcements } = ports;
  const { tenant } = mailbox;
  const at = clock.now();
  await forgetOldMail(ports, mailbox, at);
  const result = await readPages(ports, mailbox, at, signal);
  if (signal.aborted) return result;
  const hasTold = await retryOnConflict(async () => {
    const record = await store.get(tenant, 'mailboxWatch', mailboxWatchId);
    const before = watchOf(record?.value, mailbox, at);
    const after = afterMailRound(before, result, { at, interval: ports.interval });
    const tells = tellsOfFull(after, at);
    const watch = tells ? { ...after, fullToldAt: at } : after;
    await store.commit(tenant, [
      upsert('mailboxWatch', mailboxWatchId, watch, record),
      ...(tells ? announceFull(after.fullSince ?? at, at) : []),
    ]);
    return tells;
  });
  if (hasTold) announcements.wake(tenant);
  return result;
}

async function readPages(
  ports: MailboxPorts,
  mailbox: MailboxOf,
  at: Instant,
  signal: AbortSignal,
): Promise<RoundResult> {
  const { store, mailboxReader, pendingLimits } = ports;
  const { tenant } = mailbox;
  const watch = watchOf(await readMailboxWatch(store, tenant), mailbox, at);
  const isWaiting = watch.fullSince !== undefined;
  if (isWaiting && isMailboxFull(await pendingInvitations(store, tenant, at), pendingLimits))
    return { kind: 'full' };
  let link = watch.link;
  let hasBegunAnew = false;
  for (let page = 1; page <= maxPages; page += 1) {
    const since = { kind: 'since', receivedAt: listSince(watch, at) } as const;
    const from: ListFrom = link === undefined ? since : { kind: 'link', link };
    const read = await mailboxReader.list(mailbox, from, signal);
    if (read.kind === 'notRead') return { kind: 'failed', why: read.why };
    if (read.kind === 'expired') {
      if (hasBegunAnew) return { kind: 'failed', why: 'unavailable' };
      hasBegunAnew = true;
      if (!(await advance(ports, mailbox, { from: link, to: undefined }))) return { kind: 'more' };
      link = undefined;
      continue;
    }
    const stopped = await readMessages(ports, mailbox, read.messages, watch, signal);
    if (stopped !== undefined) return stopped;
    if (!(await advance(ports, mailbox, { from: link, to: read.link }))) return { kind: 'more' };
    link = read.link;
    if (read.isLast) return { kind: 'complete' };
  }
  return { kind: 'more' };
}

/** @returns why the page was not read to its end; undefined if it was */
async function readMessages(
  ports: MailboxPorts,
  mailbox: MailboxOf,
  messages: readonly ListedMessage[],
  { stuck }: MailboxWatch,
  signal: AbortSignal,
): Promise<RoundResult | undefined> {
  const { clock, log, meter, announcements } = ports;
  const { tenant } = mailbox;
  const record = (outcome: MailboxMailOutcome): void => {
    meter.record({ kind: 'mailboxMail', outcome });
    const remark = remarks[outcome];
    // Neither its sender nor its subject: anybody may have written it.
    if (remark !== undefined) log.info({ tenant, outcome }, remark);
  };
  const recent = messages.filter(({ receivedAt }) => !isTooOld(receivedAt, clock.now()));
  for (const message of recent.toSorted((one, other) => (one.receivedAt < other.receivedAt ? -1 : 1))) {
    if (signal.aborted) return { kind: 'failed', why: 'unavailable' };
    const read = await readMessage(ports, mailbox, message, signal);
    if (read.kind === 'full') return read;
    if (read.kind === 'read') {
      record(read.outcome);
      if (read.outcome === 'invitation') announcements.wake(tenant);
      continue;
    }
    const hash = hashOfMessage(mailbox, message.id);
    const isHeldBack = ports.mailboxReader.heldBack(tenant) > 0;
    const isGivenUp = stuck?.message === hash && stuck.rounds >= maxStuckRounds && !isHeldBack;
    if (!isGivenUp) return { kind: 'failed', why: read.why, ...(!isHeldBack && { stuck: hash }) };
    record('unreadable');
    await giveUp(ports, mailbox, { message: hash, receivedAt: message.receivedAt });
  }
  return undefined;
}

/** Remembers that a message is skipped: one failing behind it would otherwise have it tried again, and so on for ever. */
async function giveUp(
  { store }: MailboxPorts,
  { tenant }: MailboxOf,
  { message, receivedAt }: { readonly message: string; readonly receivedAt: Instant },
): Promise<void> {
  await store.commit(tenant, [insert('handledMail', message, { receivedAt })]).catch(ignoreConflict);
}

const remarks: Readonly<Partial<Record<MailboxMailOutcome, string>>> = {
  suspicious: 'a mail in the mailbox imitates an invitation: it was not announced',
  unreadable: 'a mail in the mailbox cannot be read: it was skipped',
  tooLarge: 'a mail in the mailbox is too large: it was skipped',
};

/**
 * Stores where to go on.
 * @returns false if somebody else has moved on from there meanwhile: theirs is as good
 */
async function advance(
  { store, clock }: MailboxPorts,
  mailbox: MailboxOf,
  { from, to }: { readonly from: string | undefined; readonly to: string | undefined },
): Promise<boolean> {
  return retryOnConflict(async () => {
    const record = await store.get(mailbox.tenant, 'mailboxWatch', mailboxWatchId);
    const { link, ...watch } = watchOf(record?.value, mailbox, clock.now());
    if (link !== from) return false;
    const moved = { ...watch, ...(to !== undefined && { link: to }) };
    await store.commit(mailbox.tenant, [upsert('mailboxWatch', mailboxWatchId, moved, record)]);
    return true;
  });
}

/** What is known of another mailbox is of no use: it begins anew where the setting names another. */
function watchOf(known: MailboxWatch | undefined, { address }: MailboxOf, now: Instant): MailboxWatch {
  return known?.address === address ? known : newWatch(address, now);
}

function announceFull(since: Instant, at: Instant): readonly Change[] {
  const subject = { kind: 'mailboxFull', since } as const;
  return [announcementChange(`mailbox full ${at}`, { subject, to: { kind: 'everyone' }, at })];
}

/** Some stores limit the changes in one commit. */
const perCommit = 40;

async function forgetOldMail({ store }: MailboxPorts, { tenant }: MailboxOf, now: Instant): Promise<void> {
  const old: Change[] = [];
  for await (const record of listAll(store, tenant, 'handledMail')) {
    if (isForgettable(record.value, now)) old.push(remove('handledMail', record));
    if (old.length === perCommit) break;
  }
  if (old.length > 0) await store.commit(tenant, old).catch(ignoreConflict);
}

/** Somebody else stored the same. */
function ignoreConflict(error: unknown): void {
  if (!(error instanceof ConflictError)) throw error;
}
