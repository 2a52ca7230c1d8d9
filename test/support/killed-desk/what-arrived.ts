import type { ConnectorRequest } from '../connector-stand-in.ts';

/** Something that people were told, so that a repetition of it is known as one. */
export interface Told {
  readonly kind: 'card' | 'text';
  readonly conversation: string;
  /** The invitation’s partner, whose name no other has. */
  readonly partner: string;
  /** Of a card: the desk’s id of the invitation, and the channel’s of the message. */
  readonly invitation: string | undefined;
  readonly message: string;
}

const partnerName = /Partner \d+-\d+-\d+/;

/** What was posted by the desk itself, among all that the connector took; the rest answers somebody, or updates a card. */
export function toldIn(taken: readonly ConnectorRequest[], from = 0): readonly Told[] {
  return taken.slice(from).flatMap((request, index) => {
    const text = JSON.stringify(request.activity);
    const partner = partnerName.exec(text)?.[0];
    if (request.method !== 'POST' || request.message !== undefined || partner === undefined) return [];
    const isCard = 'attachments' in request.activity;
    const invitation = /"invitation":"([^"]+)"/.exec(text)?.[1];
    const message = `message-${from + index + 1}`;
    return [
      { kind: isCard ? 'card' : 'text', conversation: request.conversation, partner, invitation, message },
    ];
  });
}

export function keyOf({ kind, conversation, partner }: Told): string {
  return `${kind} about ${partner} in ${conversation}`;
}

/** The id of the letter, which is the first part of its Message-ID. */
export function letterIdOf(message: Buffer): string {
  const id = /^Message-ID: <([^@>]+)@/im.exec(message.toString('latin1'))?.[1];
  if (id === undefined) throw new Error('a letter came without a Message-ID');
  return id;
}
