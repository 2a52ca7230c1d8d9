import type { Messages } from '../../i18n/messages.ts';
import { roleRows } from './administration-view.ts';

/** Roles by name in a line, the dangerous first; beyond `max` they are counted. */
export function roleNames(messages: Messages, ids: readonly string[], max: number): string {
  return namesInLine(
    messages,
    roleRows(messages, ids).map(({ name }) => name),
    max,
  );
}

/** Names in a line; beyond `max` they are counted. */
export function namesInLine({ alert, format }: Messages, names: readonly string[], max: number): string {
  const further = names.length - max;
  return further > 0
    ? [...names.slice(0, max), alert.andMore(format, further)].join(', ')
    : format.list(names);
}
