import { day, millisecondsOf, type Instant } from '../../domain/instant.ts';
import { permissionOf } from '../../domain/tenant/part-permission.ts';
import type { ReadFailure, ReadOutcomes, TenantPart } from '../../domain/tenant/tenant-reads.ts';
import type { TenantSnapshot } from '../../domain/tenant/tenant-snapshot.ts';
import type { Messages } from '../../i18n/messages.ts';

/** When a tenant was read, and how that went. */
export type Reads = Pick<TenantSnapshot, 'reads' | 'lastCompleteAt'>;

/** What a list of partners is made of. What is missing besides, the card of each says. */
const listedParts = ['providers', 'roles', 'subscriptions'] as const satisfies readonly TenantPart[];

/** How fresh a list is and what is missing from it, so that nobody takes an old one for a fresh one. */
export function readsView(messages: Messages, snapshot: Reads | undefined, now: Instant) {
  const { format, standing: text } = messages;
  const { lastCompleteAt: at } = snapshot ?? {};
  const failed = listedParts.flatMap((part) => {
    const outcome = snapshot?.reads[part]?.outcome;
    return outcome === undefined || outcome === 'read' ? [] : [{ part, outcome }];
  });
  const isWhole = at !== undefined && failed.every(({ part }) => part !== 'providers' && part !== 'roles');
  const missing = failed.map(({ part, outcome }) =>
    text.part(text.parts[part], whyNotRead(messages, part, outcome)),
  );
  const age = at === undefined ? 0 : Math.floor((millisecondsOf(now) - millisecondsOf(at)) / day);
  const lines = [
    ...(isWhole && age > 0 ? [text.old(format, age)] : []),
    wholeLine(messages, at, isWhole),
    ...(missing.length > 0 ? [text.notRead(format.list(missing))] : []),
  ];
  return { reads: lines.join(' '), readsColor: isWhole && age === 0 ? 'default' : 'attention' };
}

function wholeLine({ format, standing: text }: Messages, at: Instant | undefined, isWhole: boolean): string {
  if (at === undefined) return text.neverRead;
  return isWhole ? text.readAt(format.moment(at)) : text.lastWhole(format.moment(at));
}

/** Why a part could not be read, with the name of the permission where that is missing. */
export function whyNotRead({ standing: text }: Messages, part: TenantPart, why: ReadFailure): string {
  return text.why[why](permissionOf[part]);
}

/** The same for a part as it went last; undefined if it was read, or never attempted. */
export function whyMissing(messages: Messages, reads: ReadOutcomes, part: TenantPart): string | undefined {
  const outcome = reads[part]?.outcome;
  return outcome === undefined || outcome === 'read' ? undefined : whyNotRead(messages, part, outcome);
}
