import { linesOf } from './claim-lines.ts';
import { findDeadline } from './find-deadline.ts';
import { findDurations } from './find-durations.ts';
import { findParties } from './find-parties.ts';
import { findRoleLists } from './find-role-lists.ts';
import { mentionsGlobalAdministrator } from './mentions-global-administrator.ts';
import type { RoleNames } from './role-names.ts';

/** What the mail around a link says about it. Unverified: show it as claimed. */
export interface Claims {
  /** One line of at most 100 characters, as the sender wrote it. */
  readonly partnerName?: string;
  /** The distributor behind the partner, where it names both; the same. */
  readonly providerName?: string;
  /** The sentence that says until when the invitation is to be answered; at most 150 characters. */
  readonly deadline?: string;
  /** The distinct template ids of the roles that the mail lists; roles merely mentioned in a sentence do not count. */
  readonly roles?: readonly string[];
  /** Lines of those lists that are not recognised, word for word; at most 10. */
  readonly unrecognisedRoles?: readonly string[];
  /** How many more such lines there are. */
  readonly furtherUnrecognised?: number;
  /** How many roles it says that there are, if it does not list as many. */
  readonly announcedRoles?: number;
  /** It names Global Administrator, and does not list it. */
  readonly mentionsGlobalAdministrator?: true;
  /** The longest that the mail names within Microsoft's limits: 1 to 730. */
  readonly durationDays?: number;
  /** What else it names. */
  readonly otherDurationDays?: readonly number[];
  /** What it says of the duration, if that is not surely understood. */
  readonly durationWords?: string;
}

/** How the roles of a mail are recognised. */
export interface KnownRoles {
  readonly names: RoleNames;
  readonly isGlobalAdministrator: (role: string) => boolean;
}

/** Reads what a message says about the link in it. Never throws; linear in its length. */
export function claimsIn(text: string, { names, isGlobalAdministrator }: KnownRoles): Claims {
  const lines = linesOf(text);
  const roles = findRoleLists(lines, names);
  const duration = findDurations(lines);
  const deadline = findDeadline(lines);
  const { ids, unrecognised, further, announced } = roles;
  const isListed = ids.some(isGlobalAdministrator);
  return {
    ...findParties(lines),
    ...(deadline !== undefined && { deadline }),
    ...(ids.length > 0 && { roles: ids.slice(0, maxRoles) }),
    ...(unrecognised.length > 0 && { unrecognisedRoles: unrecognised }),
    ...(further > 0 && { furtherUnrecognised: further }),
    ...(announced !== undefined && { announcedRoles: announced }),
    ...(!isListed &&
      mentionsGlobalAdministrator(lines, names, isGlobalAdministrator) && {
        mentionsGlobalAdministrator: true,
      }),
    ...(duration.days !== undefined && { durationDays: duration.days }),
    ...(duration.otherDays && { otherDurationDays: duration.otherDays }),
    ...(duration.words !== undefined && { durationWords: duration.words }),
  };
}

/** More than Microsoft has roles: ids that a message makes up are not kept without end. */
const maxRoles = 200;
