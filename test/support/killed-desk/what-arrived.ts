import type { ConnectorRequest } from '../servers/connector-stand-in.ts';

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
  return taken.slice(from).flatMap((request, index) => toldBy(request, from + index) ?? []);
}

/** It is asked again and again of everything that ever arrived. */
const known = new WeakMap<ConnectorRequest, Told | undefined>();

function toldBy(request: ConnectorRequest, index: number): Told | undefined {
  if (!known.has(request)) known.set(request, readTold(request, index));
  return known.get(request);
}

function readTold(
  { method, message, activity, conversation }: ConnectorRequest,
  index: number,
): Told | undefined {
  const text = JSON.stringify(activity);
  const partner = partnerName.exec(text)?.[0];
  if (method !== 'POST' || message !== undefined || partner === undefined) return undefined;
  const kind = 'attachments' in activity ? 'card' : 'text';
  const invitation = /"invitation":"([^"]+)"/.exec(text)?.[1];
  return { kind, conversation, partner, invitation, message: `message-${index + 1}` };
}

export function keyOf({ kind, conversation, partner }: Told): string {
  return `${kind} about ${partner} in ${conversation}`;
}

/** The id of the letter, which is the first part of its Message-ID. */
export function emailIdOf(message: Buffer): string {
  const id = /^Message-ID: <([^@>]+)@/im.exec(message.toString('latin1'))?.[1];
  if (id === undefined) throw new Error('a letter came without a Message-ID');
  return id;
}
