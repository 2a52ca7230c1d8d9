import type {
  ListedMessage,
  MailboxReader,
  MessageRead,
  MessagesRead,
} from '../../../src/application/ports/mailbox-reader.ts';
import type { Instant } from '../../../src/domain/instant.ts';

interface Message extends ListedMessage {
  readonly read: MessageRead | (() => Promise<MessageRead>);
}

/** A mailbox in memory. Its links tell where in it a list goes on; a test lets them expire, or reads fail. */
export function memoryMailbox(pageSize = 3) {
  const messages: Message[] = [];
  const reads: string[] = [];
  let generation = 1;
  let failing: MessagesRead | undefined;

  const reader: MailboxReader = {
    list(_mailbox, from) {
      if (failing !== undefined) return Promise.resolve(failing);
      const [made = generation, at = 0] = from.kind === 'link' ? from.link.split(' ').map(Number) : [];
      if (made !== generation) return Promise.resolve({ kind: 'expired' });
      const all =
        from.kind === 'link'
          ? messages.slice(at)
          : messages.filter(({ receivedAt }) => receivedAt >= from.receivedAt);
      const page = all.slice(0, pageSize);
      const last = page.at(-1);
      const next = last === undefined ? Math.max(at, messages.length) : messages.indexOf(last) + 1;
      return Promise.resolve({
        kind: 'read',
        messages: page.map(({ id, receivedAt }) => ({ id, receivedAt })),
        link: `${generation} ${next}`,
        isLast: page.length === all.length,
      });
    },
    async message(_mailbox, id) {
      reads.push(id);
      const message = messages.find((one) => one.id === id);
      if (message === undefined) return { kind: 'gone' };
      return typeof message.read === 'function' ? message.read() : message.read;
    },
    state: () => Promise.reject(new Error('not asked here')),
    heldBack: () => 0,
  };

  return {
    reader,
    /** The ids of messages that were read, in order. */
    reads,
    put(id: string, receivedAt: Instant, content: string | Message['read']): void {
      const read =
        typeof content === 'string' ? ({ kind: 'read', mime: Buffer.from(content) } as const) : content;
      messages.push({ id, receivedAt, read });
    },
    replace(id: string, read: Message['read']): void {
      const at = messages.findIndex((one) => one.id === id);
      const message = messages[at];
      if (message !== undefined) messages[at] = { ...message, read };
    },
    take(id: string): void {
      messages.splice(
        messages.findIndex((one) => one.id === id),
        1,
      );
    },
    /** No link that was given out is of use any more. */
    expire(): void {
      generation += 1;
    },
    fail(how: MessagesRead | undefined): void {
      failing = how;
    },
  };
}
