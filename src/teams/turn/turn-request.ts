import { z } from 'zod';
import type { ShownMessage } from '../../domain/invitations/message/shown-message.ts';
import type { DeskActivity } from '../channel/activity-schema.ts';
import { fileConsentSchema, type FileConsent } from '../channel/file-consent.ts';
import { attachmentsOf } from '../channel/message/attachment.ts';
import { handedOverMessage, sentMessage } from '../channel/message/sent-message.ts';
import { filesOf, type SharedFile } from '../channel/message/shared-file.ts';
import { typedText } from '../channel/typed-text.ts';

/** What an activity asks of the desk. */
export type TurnRequest =
  /**
   * `text`: what was typed, which holds the commands; `message`: all that is read of it; `files`: what came with it;
   * `isEdit`: an earlier message was changed to this one.
   */
  | {
      readonly kind: 'said';
      readonly text: string;
      readonly message: ShownMessage;
      readonly files: readonly SharedFile[];
      readonly isEdit: boolean;
    }
  /** `answer`: how the client receives the new card: as the invoke's response, or as an update of the message. */
  | {
      readonly kind: 'pressed';
      readonly verb: string;
      readonly data: unknown;
      readonly answer: 'response' | 'update';
    }
  /** The message action “Review invitation” was used on this message. */
  | { readonly kind: 'handedOver'; readonly message: ShownMessage }
  | { readonly kind: 'installed' }
  /** The desk was removed from the chat: posts to it are refused. */
  | { readonly kind: 'uninstalled' }
  /** Teams' file consent card was answered. */
  | { readonly kind: 'fileConsent'; readonly consent: FileConsent }
  /** An invoke that the desk does not support, but must respond to. */
  | { readonly kind: 'unknownInvoke' }
  | { readonly kind: 'nothing' };

/** The requests that a person makes in a chat of theirs that the desk is in. */
const inAChat: ReadonlySet<TurnRequest['kind']> = new Set(['said', 'pressed', 'installed']);

/**
 * Whether a request shows where the desk reaches the person. A message action is used in any chat, most of which the
 * desk is not in; other invokes may be. An edit is of some time ago.
 */
export function isFromItsChat(request: TurnRequest): boolean {
  return inAChat.has(request.kind) && !(request.kind === 'said' && request.isEdit);
}

/** Whether a request shows and changes nothing of a person's, so that it does not matter who they are. */
export function asksForNothing({ kind }: TurnRequest): boolean {
  return kind === 'uninstalled' || kind === 'unknownInvoke' || kind === 'nothing';
}

const executeSchema = z.looseObject({
  action: z.looseObject({ verb: z.string(), data: z.unknown().optional() }),
});
const messageActionSchema = z.looseObject({
  commandId: z.literal('reviewInvitation'),
  messagePayload: z.unknown().optional(),
});
const submitSchema = z.looseObject({ verb: z.string() });
/** Teams tells of deleting and restoring a message in the same way. */
const editSchema = z.looseObject({ eventType: z.literal('editMessage') });

/** Parses an activity as a request. */
export function turnRequestOf(activity: DeskActivity): TurnRequest {
  if (activity.type === 'installationUpdate') {
    if (activity.action?.startsWith('add') === true) return { kind: 'installed' };
    return { kind: activity.action?.startsWith('remove') === true ? 'uninstalled' : 'nothing' };
  }
  if (activity.type === 'invoke') return invoked(activity);
  const isEdit = activity.type === 'messageUpdate' && editSchema.safeParse(activity.channelData).success;
  if (activity.type !== 'message' && !isEdit) return { kind: 'nothing' };
  const text = typedText(activity);
  const message = sentMessage(activity, text);
  // Files and presses were there before the words beside them were edited.
  if (isEdit) return { kind: 'said', text, message, files: [], isEdit };
  const submitted = submitSchema.safeParse(activity['value']);
  if (submitted.success) {
    const { verb, ...data } = submitted.data;
    return { kind: 'pressed', verb, data, answer: 'update' };
  }
  const files = filesOf(attachmentsOf(activity['attachments']));
  return { kind: 'said', text, message, files, isEdit };
}

function invoked(activity: DeskActivity): TurnRequest {
  const handedOver = messageActionSchema.safeParse(activity['value']);
  if (activity.name === 'composeExtension/fetchTask' && handedOver.success) {
    return { kind: 'handedOver', message: handedOverMessage(handedOver.data.messagePayload) };
  }
  const consent = fileConsentSchema.safeParse(activity['value']);
  if (activity.name === 'fileConsent/invoke' && consent.success) {
    return { kind: 'fileConsent', consent: consent.data };
  }
  const execute = executeSchema.safeParse(activity['value']);
  if (activity.name !== 'adaptiveCard/action' || !execute.success) return { kind: 'unknownInvoke' };
  const { verb, data } = execute.data.action;
  return { kind: 'pressed', verb, data: data ?? {}, answer: 'response' };
}
