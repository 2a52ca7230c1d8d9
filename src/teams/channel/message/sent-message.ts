import type { ShownMessage } from '../../../domain/invitations/message/shown-message.ts';
import type { DeskActivity } from '../activity-schema.ts';
import { attachmentsOf, fieldsOf } from './attachment.ts';
import { attachmentParts, bodyParts } from './attachment-parts.ts';
import { wholeAddresses } from './teams-html.ts';

/**
 * All of a message that somebody sent to the desk. Teams sends it twice: as text, without what its hyperlinks open, and
 * as an attachment of HTML, which is all that there is of some.
 * @param text what was typed
 */
export function sentMessage(activity: DeskActivity, text: string): ShownMessage {
  const quoted = (activity.entities ?? [])
    .filter(({ type }) => type === 'quotedReply')
    .map((entity) => entity['preview'])
    .filter((preview) => typeof preview === 'string');
  return {
    parts: [
      { kind: 'plain', text },
      ...attachmentParts(attachmentsOf(activity['attachments'])),
      ...quoted.map((preview) => ({ kind: 'plain', text: wholeAddresses(preview) }) as const),
    ],
  };
}

/**
 * A message of any chat that somebody used the message action on.
 * @param payload `messagePayload` of `composeExtension/fetchTask`, of any shape
 */
export function handedOverMessage(payload: unknown): ShownMessage {
  const { subject, body, attachments } = fieldsOf(payload);
  return {
    parts: [
      ...(typeof subject === 'string' ? [{ kind: 'plain', text: subject } as const] : []),
      ...bodyParts(body),
      ...attachmentParts(attachmentsOf(attachments)),
    ],
  };
}
