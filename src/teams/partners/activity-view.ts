import type { PartnerActivity } from '../../domain/tenant/partner-activity.ts';
import type { ReadOutcomes } from '../../domain/tenant/tenant-reads.ts';
import type { Messages } from '../../i18n/messages.ts';
import { shortened } from '../cards/text.ts';
import { whyNotRead } from './reads-text.ts';

/** Maximum numbers of sign-ins and changes shown, as a card is at most 28 kB. */
const maxSignIns = 2;
const maxChanges = 3;

/** What was seen of a partner's use of its access, and how reading it went. */
export interface Used {
  /** Undefined if nothing about it was read so far. */
  readonly activity: PartnerActivity | undefined;
  readonly reads: Pick<ReadOutcomes, 'audits' | 'signIns'>;
}

/** Whether a partner uses its access, in lines; never that it does not, which cannot be known. Holds untrusted text. */
export function activityLines(messages: Messages, used: Used): readonly string[] {
  return [...signInLines(messages, used), ...changeLines(messages, used)];
}

/** The same in one line: the last sign-in, or since when none was seen, or why that is not known. */
export function activityLine(messages: Messages, used: Used): string {
  return lastSignIn(messages, used) ?? signInsMissing(messages, used) ?? messages.activity.signInsNotYet;
}

function signInLines(messages: Messages, used: Used): readonly string[] {
  const { format, activity: text } = messages;
  const missing = signInsMissing(messages, used);
  const known = lastSignIn(messages, used);
  if (known === undefined) return [missing ?? text.signInsNotYet];
  const { lastSignInAt, signIns = [] } = used.activity ?? {};
  const earlier = signIns.filter(({ at }) => at !== lastSignInAt).slice(0, maxSignIns);
  const lines = earlier.map(({ at, application, succeeded }) => {
    const say = succeeded ? text.signIn : text.signInFailed;
    return say(format.moment(at), shortened(application, 80));
  });
  return [
    ...(missing === undefined ? [] : [missing]),
    known,
    ...(lines.length > 0 ? [text.otherSignIns, ...lines] : []),
  ];
}

/** The last sign-in, or since when none was seen; undefined if neither is known. */
function lastSignIn({ format, activity: text }: Messages, { activity }: Used): string | undefined {
  const { lastSignInAt: last, signInsSince, signIns = [] } = activity ?? {};
  if (last === undefined) return signInsSince && text.noSignIn(format.date(signInsSince));
  const known = signIns.find(({ at }) => at === last);
  const where = known && shortened(known.application, 80);
  return where === undefined
    ? text.lastSignIn(format.moment(last))
    : text.lastSignInTo(format.moment(last), where);
}

/** Why its sign-ins are not known, or not any more; undefined while they are read. */
function signInsMissing(messages: Messages, { reads }: Used): string | undefined {
  const { format, activity: text } = messages;
  const { signIns } = reads;
  if (signIns === undefined || signIns.outcome === 'read') return undefined;
  const why = whyNotRead(messages, 'signIns', signIns.outcome);
  return signIns.lastReadAt === undefined
    ? text.signInsNotRead(why)
    : text.signInsAsOf(format.moment(signIns.lastReadAt), why);
}

function changeLines(messages: Messages, used: Used): readonly string[] {
  const { format, activity: text } = messages;
  const missing = changesMissing(messages, used);
  const since = used.activity?.changesSince;
  const changes = (used.activity?.changes ?? []).filter(({ relation }) => relation === 'by');
  const lines = changes
    .slice(0, maxChanges)
    .map(({ at, activity, by }) =>
      text.change(format.moment(at), shortened(activity, 80), shortened(by, 80)),
    );
  if (lines.length > 0) return [...(missing === undefined ? [] : [missing]), text.changed, ...lines];
  if (missing !== undefined) return [missing];
  return [since === undefined ? text.changesNotYet : text.noChange(format.date(since))];
}

function changesMissing(messages: Messages, { reads }: Used): string | undefined {
  const { format, activity: text } = messages;
  const { audits } = reads;
  if (audits === undefined || audits.outcome === 'read') return undefined;
  const why = whyNotRead(messages, 'audits', audits.outcome);
  return audits.lastReadAt === undefined
    ? text.changesNotRead(why)
    : text.changesAsOf(format.moment(audits.lastReadAt), why);
}
