import type {
  DecisionEventKind,
  DecisionWanted,
  RemarkField,
} from '../../domain/invitations/invitation-status.ts';
import type { DecisionWords } from '../decision-words.ts';
import type { HistoryWords } from '../history-words.ts';

const words: DecisionWords = {
  authorized: {
    title: 'Invitation authorized',
    decided: ({ who, when }) => `${who} authorized it on ${when}.`,
    notice: ({ who, partner }) => `${who} authorized the invitation of ${partner}.`,
    already: ({ who, on }) => `${who} authorized this invitation on ${on}.`,
  },
  cancelled: {
    title: 'Invitation cancelled',
    decided: ({ who, when }) => `${who} cancelled it on ${when}. Nothing was granted.`,
    notice: ({ who, partner }) => `${who} cancelled the invitation of ${partner}.`,
    already: ({ who, on }) => `${who} cancelled this invitation on ${on}.`,
  },
  lapsed: {
    title: 'Invitation lapsed',
    decided: ({ when }) => `Nobody decided until ${when}. Nothing was granted.`,
    notice: ({ partner }) => `The invitation of ${partner} lapsed. Nothing was granted.`,
    already: ({ on }) =>
      `This invitation lapsed on ${on}. Ask the partner to send a new one if you still want it.`,
  },
  withdrawn: {
    title: 'Invitation withdrawn',
    decided: ({ when }) => `The partner took it back on ${when}. Nothing was granted.`,
    notice: ({ partner }) => `${partner} withdrew its invitation.`,
    already: ({ on }) =>
      `The partner withdrew this invitation on ${on}. Ask the partner for a new one if you still want it.`,
  },
};

const remarks: Readonly<Record<RemarkField, (text: string) => string>> = {
  reason: (text) => `Reason: ${text}`,
};

export const decision = {
  authorize: 'Authorize',
  cancel: 'Cancel',
  reason: 'Why? (optional)',
  cancelNow: 'Cancel the invitation',
  words,
  remarks,
};

/** The words of the history for decisions. */
export const decisionEvents: Pick<HistoryWords, DecisionEventKind> = {
  invitationAuthorized: {
    kind: 'Invitation authorized',
    what: ({ partner, asA }) => `Invitation of ${partner} authorized: ${asA}`,
  },
  invitationCancelled: {
    kind: 'Invitation cancelled',
    what: ({ partner, asA }) => `Invitation of ${partner} cancelled: ${asA}`,
  },
  invitationWithdrawn: {
    kind: 'Invitation withdrawn',
    what: ({ partner, asA }) => `Invitation withdrawn by ${partner}: ${asA}`,
  },
  invitationLapsed: {
    kind: 'Invitation lapsed',
    what: ({ partner, asA }) => `Invitation of ${partner} lapsed: ${asA}`,
  },
};

/** The words of the history for decisions that were refused. */
export const decisionsWanted: Readonly<Record<DecisionWanted, string>> = {
  authorize: 'Wanted to authorize it',
  cancel: 'Wanted to cancel it',
};
