import type { NamedPerson } from '../../domain/named-person.ts';
import type { Messages } from '../../i18n/messages.ts';

/** Truncates text to `limit` characters, with an ellipsis. */
export function shortened(text: string, limit: number): string {
  return text.length <= limit ? text : `${text.slice(0, limit - 1).trimEnd()}…`;
}

/** An optional text on a card: the template binds `${x.text}` where `$when` is `${x.has}`. */
interface OptionalText {
  readonly has: boolean;
  /** Empty if absent: a template needs every field that it binds, even in what it hides. */
  readonly text: string;
}

/** The text for a template; undefined means that there is none. */
export function optional(text: string | undefined): OptionalText {
  return { has: text !== undefined, text: text ?? '' };
}

/** Joins values with dots; lines break after a dot rather than before it. */
export function joinedByDots(values: readonly string[]): string {
  return values.join('\u00a0· ');
}

/** A person's name, or a placeholder if the channel gave none; untrusted text. */
export function personName({ invitation: text }: Messages, { name }: NamedPerson): string {
  return name === '' ? text.somebody : name;
}
