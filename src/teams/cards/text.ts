import type { NamedPerson } from '../../domain/named-person.ts';
import type { Messages } from '../../i18n/messages.ts';

/** The text, or its beginning with an ellipsis where it is longer than `limit` characters. */
export function shortened(text: string, limit: number): string {
  return text.length <= limit ? text : `${text.slice(0, limit - 1).trimEnd()}…`;
}

/** A text that a card shows only where there is one: the template binds `${x.text}` where `$when` is `${x.has}`. */
interface OptionalText {
  readonly has: boolean;
  /** Empty where there is none: a template must find each field that it binds, also in what it does not show. */
  readonly text: string;
}

/** The text for a template; undefined means that there is none. */
export function optional(text: string | undefined): OptionalText {
  return { has: text !== undefined, text: text ?? '' };
}

/** Values one after the other, on lines that break after a dot rather than before it. */
export function sideBySide(values: readonly string[]): string {
  return values.join('\u00a0· ');
}

/** What a person is called, also where the channel gave no name; text from outside. */
export function personName({ invitation: text }: Messages, { name }: NamedPerson): string {
  return name === '' ? text.somebody : name;
}
