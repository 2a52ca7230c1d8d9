import type { MessagePart } from '../../../domain/invitations/message/shown-message.ts';
import { attachmentsOf, fieldsOf, structureOf, type Attachment } from './attachment.ts';
import { cardParts } from './card-parts.ts';
import { hyperlink } from './hyperlink.ts';
import { fromTeamsHtml, wholeAddresses } from './teams-html.ts';

/** A message may be forwarded with the one that it quotes, and so on. */
const maxForwards = 4;

/** What is no part of a message’s words: files and pictures, whose addresses no person follows. */
const files = /^(?:image|audio|video)\/|^application\/vnd\.microsoft\.teams\.(?:file\.|card\.file)/;

/** What people read in the attachments of a message, whoever sent it and however it came. Never throws. */
export function attachmentParts(attachments: readonly Attachment[]): readonly MessagePart[] {
  return partsWithin(attachments, maxForwards);
}

function partsWithin(attachments: readonly Attachment[], forwards: number): readonly MessagePart[] {
  return attachments.flatMap((attachment) => partsOf(attachment, forwards));
}

function partsOf({ type, content, address }: Attachment, forwards: number): readonly MessagePart[] {
  if (files.test(type)) return [];
  if (type === 'text/plain') return plain(content);
  if (type === 'text/html') return html(content, true);
  // A file in SharePoint, or any page that an app attached.
  if (type === 'reference')
    return address === undefined ? [] : [{ kind: 'html', text: hyperlink(address, '') }];
  const structure = structureOf(content);
  if (type === 'forwardedmessagereference' || type === 'messagereference') {
    return structure === undefined ? html(content) : referredParts(structure, forwards);
  }
  return structure === undefined ? html(content) : cardParts(structure);
}

/** The message that another one forwards or quotes: whole, or the beginning of it. */
function referredParts(reference: object, forwards: number): readonly MessagePart[] {
  if (forwards === 0) return [];
  const { originalMessageContent, messagePreview, body, subject, attachments } = fieldsOf(reference);
  return [
    ...plain(subject),
    ...html(originalMessageContent),
    ...(typeof messagePreview === 'string' ? html(wholeAddresses(messagePreview)) : []),
    ...bodyParts(body),
    ...partsWithin(attachmentsOf(attachments), forwards - 1),
  ];
}

/** @param body of a message, as Microsoft Graph has it: its content, and whether that is HTML */
export function bodyParts(body: unknown): readonly MessagePart[] {
  const { contentType, content } = fieldsOf(body);
  return contentType === 'text' ? plain(content) : html(content ?? body, contentType === 'html');
}

function plain(text: unknown): readonly MessagePart[] {
  return typeof text === 'string' && text !== '' ? [{ kind: 'plain', text }] : [];
}

/** @param isHtml whether it is certainly HTML; else it is where it has tags */
function html(text: unknown, isHtml = false): readonly MessagePart[] {
  if (typeof text !== 'string' || text === '') return [];
  return isHtml || /<[a-z!/]/i.test(text)
    ? [{ kind: 'html', text: fromTeamsHtml(text) }]
    : [{ kind: 'plain', text }];
}
