import { oneLine } from '../../plain-text.ts';

/** What a link is that is neither an invitation nor an attack. */
export const noticeKinds = [
  /** Only a mail filter or a service for short links knows what it opens. */
  'hiddenTarget',
  /** It goes through what looks like a mail filter on a host that nobody knows, to a genuine invitation. */
  'unknownFilter',
  /** The admin center’s list of partners. */
  'partnersPage',
  /** A short address of Microsoft’s own, which leads to one of its pages. */
  'microsoftRedirect',
  /** Another page of Microsoft’s. */
  'microsoftPage',
  /** A page of somebody else. */
  'elsewhere',
] as const;

export type NoticeKind = (typeof noticeKinds)[number];

/** A link that is neither an invitation nor an attack. */
export interface LinkNotice {
  readonly kind: NoticeKind;
  /** The host that it names; one line, untrusted. */
  readonly host: string;
  /** The service that hides what it opens. */
  readonly service?: string;
}

/** The longest host name; characters. */
const maxHost = 253;

export function linkNotice(kind: NoticeKind, host: string, service?: string): LinkNotice {
  return {
    kind,
    host: oneLine(host.slice(0, maxHost)),
    ...(service !== undefined && { service }),
  };
}
