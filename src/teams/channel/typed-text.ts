import type { DeskActivity } from './activity-schema.ts';

/** Stands for a message that the person quotes, beside an entity that holds the beginning of it. */
const quoteMark = /<quoted messageId="[^"<>]{0,100}" ?\/>/g;

/**
 * What a person typed, without the mention that Teams prepends in channels. The SDK's own helper removes only the first
 * mention, and throws on a mention without an account.
 */
export function typedText(activity: DeskActivity): string {
  const mentions = (activity.entities ?? [])
    .filter(({ type, mentioned }) => type === 'mention' && mentioned?.id === activity.recipient.id)
    .map(({ text }) => text ?? '')
    .filter((text) => text !== '');
  return mentions
    .reduce((text, mention) => text.replaceAll(mention, ' '), activity.text ?? '')
    .replace(quoteMark, ' ')
    .trim();
}
