import { readMailFiles } from '../../../application/invitations/mail/read-mail-files.ts';
import { DomainError } from '../../../domain/domain-error.ts';
import type { ShownMessage } from '../../../domain/invitations/message/shown-message.ts';
import { oneLine } from '../../../domain/plain-text.ts';
import { shortened } from '../../cards/text.ts';
import type { SharedFile } from '../../channel/message/shared-file.ts';
import { isOwnChat } from '../../channel/own-chat.ts';
import { errorText } from '../../turn/error-text.ts';
import { noticeCard } from '../../turn/notice-view.ts';
import type { Services } from '../../turn/services.ts';
import type { Turn } from '../../turn/turn.ts';
import { holdsInvitation, reviewFile, reviewInShort } from '../review-message.ts';

/** More files of a message are not read. */
const maxFiles = 5;
const maxNameLength = 60;

type Needs = Parameters<typeof reviewFile>[0] &
  Pick<Services, 'download' | 'parseMail' | 'isAcceptedFileAddress'>;

/**
 * Reads mails that somebody sent as files, and reviews the invitations in them. That of a single file is shown as if it
 * had been pasted; those of several are posted one by one, and the reply says what came of each file. Words beside files
 * are no command.
 * @throws DomainError for a single file that cannot be read
 */
export async function reviewFiles(
  services: Needs,
  turn: Turn,
  { files, message }: { readonly files: readonly SharedFile[]; readonly message: ShownMessage },
): Promise<void> {
  const { format, invitation: words } = turn.messages;
  const isInMessage = holdsInvitation(message);
  const isAlone = files.length === 1 && !isInMessage;
  const lines: string[] = [];
  if (isInMessage) {
    const outcome = await reviewInShort(services, turn, message, 'pasted');
    lines.push(words.outcomeOf(words.yourMessage, outcome));
  }
  const read = files.slice(0, maxFiles);
  const accepted = read.filter(({ address }) => services.isAcceptedFileAddress(address));
  const mails = readMailFiles(
    services,
    accepted.map(({ address }) => address),
  );
  for (const file of read) {
    const next = accepted.includes(file) ? (await mails.next()).value : undefined;
    const mail = next ?? new DomainError('file-refused', {});
    if (isAlone) {
      if (mail instanceof DomainError) throw mail;
      await reviewFile(services, turn, mail);
      return;
    }
    const outcome =
      mail instanceof DomainError
        ? errorText(turn.messages, mail)
        : await reviewInShort(services, turn, mail, 'file');
    lines.push(words.outcomeOf(shortened(oneLine(file.name), maxNameLength), outcome));
  }
  if (files.length > maxFiles) lines.push(words.filesBeyond(format, maxFiles));
  turn.show(noticeCard(turn.messages, { title: words.filesTitle, text: lines.join('\n\n') }));
}

/** Whether a message came with a file, or another message, of which Teams shows the desk no more than that. */
export function holdsUnseen({ activity }: Turn, { parts }: ShownMessage): boolean {
  return (
    !isOwnChat(activity) && parts.some(({ kind, text }) => kind === 'html' && /<attachment\s/i.test(text))
  );
}

/** In teams and group chats, bots get no files. */
export function sayWhereFilesGo({ messages, show }: Turn): Promise<void> {
  const { unseenTitle: title, unseen: text } = messages.invitation;
  show(noticeCard(messages, { title, text, isPlain: true }));
  return Promise.resolve();
}
