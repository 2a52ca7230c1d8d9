import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { knownHeadsFile } from '../../adapters/data-folder/data-version.ts';
import { knownHeadsIn } from '../../adapters/data-folder/known-heads-file.ts';
import { CorruptFileError } from '../../adapters/files/corrupt-file-error.ts';
import { readStoredHistory, type Place } from '../../adapters/store/read-stored-history.ts';
import type { TenantFolder } from '../../adapters/store/tenant-folders.ts';
import { isIntact } from '../../domain/history/audit-chain.ts';
import type { TenantId } from '../../domain/identifiers.ts';
import { ChainCheck, type ChainFlaw } from '../../domain/history/verify-chain.ts';
import { forChosenTenants, type AuditRequest } from './chosen-tenants.ts';
import { describeMissing, HeadComparison } from './compare-heads.ts';
import { describeFlaw } from './describe-flaw.ts';
import { readNotedHeads, type NotedHead } from './noted-heads.ts';

/** Per tenant; further flaws are only counted. */
const maxFlawsShown = 100;

const hashAlone = /^[\w-]{43}$/;

export interface VerifyRequest extends AuditRequest {
  /** A file with heads that were noted earlier; or one hash, which must still be in one of the chains. */
  readonly noted: string | undefined;
}

/**
 * Verifies the chain of each history, compares it with what the desk saw last and with what was noted, and reports the
 * flaws. @returns the exit code
 */
export function verifyHistory(request: VerifyRequest): Promise<0 | 1> {
  const { output, noted, tenant } = request;
  const notedHash = noted !== undefined && hashAlone.test(noted) && !existsSync(noted) ? noted : undefined;
  const work = async (tenants: readonly TenantFolder[]): Promise<0 | 1> => {
    const known = await knownHeads(request);
    const given = noted === undefined || notedHash !== undefined ? [] : await readNotedHeads(noted);
    const heads = byTenant([...given, ...known.heads]);
    let isSound = known.isReadable;
    let isNotedFound = false;
    for (const folder of tenants) {
      const outcome = await verify(request, folder, { heads: heads.get(folder.tenant) ?? [], notedHash });
      heads.delete(folder.tenant);
      isSound &&= outcome.isSound;
      isNotedFound ||= outcome.isNotedFound;
    }
    const missing = [...heads].filter(([each]) => tenant === undefined || each === tenant);
    for (const [, lost] of missing) output.write(`${describeMissing(lost)}\n`);
    if (tenants.length === 0 && missing.length === 0) output.write('There is no history yet.\n');
    if (noted !== undefined && notedHash === undefined) {
      const tenantsNoted = new Set(given.map((head) => head.tenant)).size;
      output.write(`${noted}: ${number(given.length)} noted, of ${number(tenantsNoted)} tenants\n`);
      // A wrong file must not look like a history that is as it was noted.
      isSound &&= given.length > 0;
    }
    if (notedHash !== undefined && !isNotedFound) {
      output.write(
        `${notedHash} is no longer in the chain: the history was truncated or rewritten after it was noted.\n`,
      );
      return 1;
    }
    return isSound && missing.length === 0 ? 0 : 1;
  };
  return forChosenTenants(request, work, true);
}

function byTenant(heads: readonly NotedHead[]): Map<TenantId, NotedHead[]> {
  const groups = new Map<TenantId, NotedHead[]>();
  for (const head of heads) {
    const group = groups.get(head.tenant);
    if (group === undefined) groups.set(head.tenant, [head]);
    else group.push(head);
  }
  return groups;
}

/** The heads that the desk itself noted when it last ran. */
async function knownHeads({ dataDirectory, output }: VerifyRequest) {
  const file = join(dataDirectory, knownHeadsFile);
  try {
    const heads = (await knownHeadsIn(dataDirectory).read()).map(
      ({ tenant, count, hash, at }): NotedHead => ({ tenant, count, hash, note: `on ${at}, ${file}` }),
    );
    return { heads, isReadable: true };
  } catch (error) {
    if (!(error instanceof CorruptFileError)) throw error;
    output.write(`${error.message}: what the desk saw last is unknown\n`);
    return { heads: [], isReadable: false };
  }
}

interface Noted {
  /** Of this tenant. */
  readonly heads: readonly NotedHead[];
  readonly notedHash: string | undefined;
}

async function verify(
  { output }: VerifyRequest,
  { tenant, folder }: TenantFolder,
  { heads, notedHash }: Noted,
) {
  let flaws = 0;
  const say = (problem: string, place: string) => {
    flaws += 1;
    if (flaws <= maxFlawsShown) output.write(`tenant ${tenant}: ${problem} (${place})\n`);
  };
  const check = new ChainCheck((flaw: ChainFlaw, place: Place) => {
    say(describeFlaw(flaw), placeOf(place));
  });
  const comparison = new HeadComparison(heads);
  let newest = '';
  let hasHead = false;
  let isNotedFound = false;
  for await (const found of readStoredHistory(folder)) {
    if (found.kind === 'head') {
      hasHead = true;
      check.reach(found.place, found.head);
      continue;
    }
    const stored = found.kind === 'entry' ? found.stored : undefined;
    if (found.kind === 'entry' && !found.hasItsChecksum && isIntact(found.stored.link, found.stored.value)) {
      say(`the line of entry ${found.stored.link.number} has a wrong checksum`, placeOf(found.place));
    }
    check.take(found.place, stored);
    if (stored !== undefined) comparison.take(stored.link);
    newest = stored?.link.hash ?? newest;
    isNotedFound ||= newest === notedHash;
  }
  const count = check.end();
  if (!hasHead) say('the journal is missing, which records the number of entries', folder);
  for (const [problem, note] of comparison.end(count)) say(problem, note);
  const outcome = flaws === 0 ? 'unbroken' : `${number(flaws)} ${flaws === 1 ? 'flaw' : 'flaws'}`;
  const newestHash = newest === '' ? '' : `, newest hash ${newest}`;
  output.write(
    `tenant ${tenant}: ${number(count)} ${count === 1 ? 'entry' : 'entries'}, ${outcome}${newestHash}\n`,
  );
  return { isSound: flaws === 0, isNotedFound };
}

function placeOf({ file, line }: Place): string {
  return `${file}:${line}`;
}

function number(value: number): string {
  return value.toLocaleString('en');
}
