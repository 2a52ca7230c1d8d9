import type { NamedPerson } from '../../domain/named-person.ts';
import type { Messages } from '../../i18n/messages.ts';

/** What a person is called, also where the channel gave no name; text from outside. */
export function personName({ invitation: text }: Messages, { name }: NamedPerson): string {
  return name === '' ? text.somebody : name;
}
