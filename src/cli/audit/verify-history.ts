import { readStoredHistory, type Place } from '../../adapters/store/read-stored-history.ts';
import type { TenantFolder } from '../../adapters/store/tenant-folders.ts';
import { isIntact } from '../../domain/history/audit-chain.ts';
import { ChainCheck, type ChainFlaw } from '../../domain/history/verify-chain.ts';
import { forChosenTenants, type AuditRequest } from './chosen-tenants.ts';
import { describeFlaw } from './describe-flaw.ts';

/** Per tenant; further flaws are only counted. */
const maxFlawsShown = 100;

export interface VerifyRequest extends AuditRequest {
  /** A newest hash that was noted earlier; it must still be in one of the chains. */
  readonly noted: string | undefined;
}

/** Verifies the chain of each history and reports its flaws. @returns the exit code */
export function verifyHistory(request: VerifyRequest): Promise<0 | 1> {
  const { output, noted } = request;
  return forChosenTenants(request, async (tenants) => {
    let isSound = true;
    let isNotedFound = false;
    for (const folder of tenants) {
      const outcome = await verify(request, folder);
      isSound &&= outcome.isSound;
      isNotedFound ||= outcome.isNotedFound;
    }
    if (tenants.length === 0) output.write('There is no history yet.\n');
    if (noted === undefined || isNotedFound) return isSound ? 0 : 1;
    output.write(
      `${noted} is no longer in the chain: the history was truncated or rewritten after it was noted.\n`,
    );
    return 1;
  });
}

async function verify({ output, noted }: VerifyRequest, { tenant, folder }: TenantFolder) {
  let flaws = 0;
  const say = (problem: string, place: string) => {
    flaws += 1;
    if (flaws <= maxFlawsShown) output.write(`tenant ${tenant}: ${problem} (${place})\n`);
  };
  const check = new ChainCheck((flaw: ChainFlaw, place: Place) => {
    say(describeFlaw(flaw), placeOf(place));
  });
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
    newest = stored?.link.hash ?? newest;
    isNotedFound ||= newest === noted;
  }
  const count = check.end();
  if (!hasHead) say('the journal is missing, which records the number of entries', folder);
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
