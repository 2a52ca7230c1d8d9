import type {
  DecisionEventKind,
  DecisionWanted,
  RemarkField,
} from '../../domain/invitations/invitation-status.ts';
import type { DecisionWords } from '../decision-words.ts';
import type { en } from '../en.ts';
import type { HistoryWords } from '../history-words.ts';

const words: DecisionWords = {
  authorized: {
    title: 'Invitation autorisée',
    decided: ({ who, when }) => `${who} l’a autorisée le ${when}.`,
    notice: ({ who, partner }) => `${who} a autorisé l’invitation de ${partner}.`,
    already: ({ who, on }) => `${who} a autorisé cette invitation le ${on}.`,
  },
  cancelled: {
    title: 'Invitation annulée',
    decided: ({ who, when }) => `${who} l’a annulée le ${when}. Rien n’a été accordé.`,
    notice: ({ who, partner }) => `${who} a annulé l’invitation de ${partner}.`,
    already: ({ who, on }) => `${who} a annulé cette invitation le ${on}.`,
  },
  lapsed: {
    title: 'Invitation expirée',
    decided: ({ when }) => `Personne n’a décidé avant le ${when}. Rien n’a été accordé.`,
    notice: ({ partner }) => `L’invitation de ${partner} a expiré. Rien n’a été accordé.`,
    already: ({ on }) =>
      `Cette invitation a expiré le ${on}. Si elle vous intéresse toujours, demandez-en une nouvelle au partenaire.`,
  },
  withdrawn: {
    title: 'Invitation retirée',
    decided: ({ when }) => `Le partenaire l’a retirée le ${when}. Rien n’a été accordé.`,
    notice: ({ partner }) => `${partner} a retiré son invitation.`,
    already: ({ on }) =>
      `Le partenaire a retiré cette invitation le ${on}. Si elle vous intéresse toujours, demandez-lui-en une nouvelle.`,
  },
};

const remarks: Readonly<Record<RemarkField, (text: string) => string>> = {
  reason: (text) => `Motif : ${text}`,
};

export const decision: typeof en.decision = {
  authorize: 'Autoriser',
  cancel: 'Annuler',
  reason: 'Pourquoi ? (facultatif)',
  cancelNow: 'Annuler l’invitation',
  words,
  remarks,
};

/** The words of the history for decisions. */
export const decisionEvents: Pick<HistoryWords, DecisionEventKind> = {
  invitationAuthorized: {
    kind: 'Invitation autorisée',
    what: ({ partner, asA }) => `Invitation de ${partner} autorisée : ${asA}`,
  },
  invitationCancelled: {
    kind: 'Invitation annulée',
    what: ({ partner, asA }) => `Invitation de ${partner} annulée : ${asA}`,
  },
  invitationWithdrawn: {
    kind: 'Invitation retirée',
    what: ({ partner, asA }) => `Invitation retirée par ${partner} : ${asA}`,
  },
  invitationLapsed: {
    kind: 'Invitation expirée',
    what: ({ partner, asA }) => `Invitation de ${partner} expirée : ${asA}`,
  },
};

/** The words of the history for decisions that were refused. */
export const decisionsWanted: Readonly<Record<DecisionWanted, string>> = {
  authorize: 'Autorisation tentée',
  cancel: 'Annulation tentée',
};
