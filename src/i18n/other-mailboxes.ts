import type { Format } from './format.ts';
import type { Messages } from './messages.ts';

/** What was found of mailboxes other than the one that is set. */
interface OthersFound {
  readonly reachingAll: readonly string[] | undefined;
  readonly tried: number;
  readonly readable: number;
  readonly refused: number;
}

/** What to say of other mailboxes: what was checked, and no more. */
export function aboutOthers(
  format: Format,
  text: Messages['mailbox'],
  { reachingAll = [], tried, readable, refused }: OthersFound,
): readonly { readonly standing: 'ok' | 'problem' | 'missing'; readonly remark: string }[] {
  const warnings = [
    ...(reachingAll.length > 0 ? [text.othersReachable(reachingAll.join(', '))] : []),
    ...(readable > 0 ? [text.othersReadable(format, readable, tried)] : []),
  ];
  if (warnings.length > 0) return warnings.map((remark) => ({ standing: 'problem', remark }));
  if (tried === 0) return [{ standing: 'missing', remark: text.othersNotTried }];
  // Whoever has no mailbox, and a Graph that does not answer, show nothing.
  if (refused === 0) return [{ standing: 'missing', remark: text.othersNotShown(format, tried) }];
  return [{ standing: 'ok', remark: text.othersRefused(format, refused, tried) }];
}
