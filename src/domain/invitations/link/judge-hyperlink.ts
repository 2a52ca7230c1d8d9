import { hostOf, readAddress } from './address.ts';
import type { InvitationLink } from './invitation-link.ts';
import { isAboutInvitations, judgeAddress, type Judgement } from './judge-address.ts';
import { identityOf } from './link-identity.ts';
import { isMicrosofts } from './microsoft-hosts.ts';
import { isMailFilter } from './rewriters/rewriters.ts';
import { unwrap } from './rewriters/unwrap.ts';
import { suspicion } from './suspicion.ts';
import { portalOf } from './trusted-host.ts';

/**
 * Judges a hyperlink: by what it opens, and against the addresses that its text shows. A text that shows a Microsoft address,
 * or one of an invitation, disguises what opens another site, or the invitation of another partner.
 */
export function judgeHyperlink(target: string, shown: readonly string[]): Judgement {
  const judged = judgeAddress(target);
  if (shown.length === 0) return judged;
  // Whoever knows what it opens replaced the whole address, as mail filters do.
  if (judged.kind === 'notice' && isMailFilter(judged.notice.service ?? '')) return judged;
  if (judged.kind === 'notice' && judged.notice.kind === 'unknownFilter') return judged;
  const { address, wrappedBy } = unwrap(readAddress(target));
  const host = hostOf(address);
  return shown.some((label) => disguises(label, host, judged))
    ? {
        kind: 'suspicion',
        suspicion: { ...suspicion('disguised', host), ...(wrappedBy.length > 0 && { wrappedBy }) },
      }
    : judged;
}

function disguises(label: string, host: string, judged: Judgement): boolean {
  const { address } = unwrap(readAddress(label));
  const named = hostOf(address);
  if (named !== host) {
    const promises = portalOf(named) !== undefined || isAboutInvitations(address);
    return promises && !(judged.kind === 'notice' && isMicrosofts(host));
  }
  if (judged.kind !== 'invitation') return false;
  const other = judgeAddress(label);
  return other.kind === 'invitation' && !isSame(other.link, judged.link);
}

function isSame(shown: InvitationLink, opened: InvitationLink): boolean {
  return identityOf(shown) === identityOf(opened);
}
