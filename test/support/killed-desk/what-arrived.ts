import type { ConnectorRequest } from '../servers/connector-stand-in.ts';

/** A notification that reached a chat. */
export interface Notification {
  readonly kind: 'card' | 'text';
  readonly conversation: string;
  /** The invitation’s partner; its name is unique. */
  readonly partner: string;
  /** For a card: the desk’s id of the invitation. */
  readonly invitation: string | undefined;
  readonly message: string;
}

const partnerName = /Partner \d+-\d+-\d+/;

/** The notifications among the connector's requests; the others are replies or updates. */
export function notificationsIn(taken: readonly ConnectorRequest[], from = 0): readonly Notification[] {
  return taken.slice(from).flatMap((request, index) => notificationOf(request, from + index) ?? []);
}

/** Cached, because every check reads all requests so far. */
const known = new WeakMap<ConnectorRequest, Notification | undefined>();

function notificationOf(request: ConnectorRequest, index: number): Notification | undefined {
  if (!known.has(request)) known.set(request, readNotification(request, index));
  return known.get(request);
}

function readNotification(
  { method, message, activity, conversation }: ConnectorRequest,
  index: number,
): Notification | undefined {
  const text = JSON.stringify(activity);
  const partner = partnerName.exec(text)?.[0];
  if (method !== 'POST' || message !== undefined || partner === undefined) return undefined;
  const kind = 'attachments' in activity ? 'card' : 'text';
  const invitation = /"invitation":"([^"]+)"/.exec(text)?.[1];
  return { kind, conversation, partner, invitation, message: `message-${index + 1}` };
}

export function keyOf({ kind, conversation, partner }: Notification): string {
  return `${kind} about ${partner} in ${conversation}`;
}

/** The e-mail's id, which is the local part of its Message-ID. */
export function emailIdOf(message: Buffer): string {
  const id = /^Message-ID: <([^@>]+)@/im.exec(message.toString('latin1'))?.[1];
  if (id === undefined) throw new Error('an e-mail has no Message-ID');
  return id;
}
