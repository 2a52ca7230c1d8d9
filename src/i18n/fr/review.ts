import type { en } from '../en.ts';
import { forms } from '../plural-forms.ts';

const partners = forms('autre partenaire', 'autres partenaires');
const kept = forms('conservé', 'conservés');
const removed = forms('supprimé', 'supprimés');
const ended = forms('arrivé à échéance', 'arrivés à échéance');
const skipped = forms('reporté', 'reportés');

export const review: typeof en.review = {
  start: 'Passer en revue les partenaires',
  title: 'Revue des partenaires',
  position: (format, position, total) => `Partenaire ${format.number(position)} sur ${format.number(total)}`,
  nothingDecided: 'Rien n’est encore décidé',
  counted: {
    kept: (format, count) => `${format.number(count)} ${format.plural(count, kept)}`,
    removed: (format, count) => `${format.number(count)} ${format.plural(count, removed)}`,
    ended: (format, count) => `${format.number(count)} ${format.plural(count, ended)}`,
    skipped: (format, count) => `${format.number(count)} ${format.plural(count, skipped)}`,
  },
  lastReviewed: (date) => `Dernière revue le ${date}`,
  neverReviewed: 'Jamais passé en revue',
  note: 'Note (facultative)',
  noted: (note) => `Note : ${note}`,
  keep: 'Conserver',
  skip: 'Plus tard',
  onlyRoles: (list) =>
    `Seuls ces rôles peuvent conserver ou supprimer les autorisations déléguées : ${list}.`,
  keptBy: (who, when) => `${who} a conservé ses autorisations déléguées le ${when}.`,
  skippedBy: (who, when) => `${who} l’a reporté le ${when}.`,
  endedOn: (when) => `Ses autorisations déléguées ont pris fin le ${when}.`,
  undecided: 'Rien n’est encore décidé.',
  about: (name, said) => `${name} : ${said}`,
  changedMeanwhile: (name) =>
    `${name} a reçu d’autres autorisations depuis qu’elles vous ont été montrées. Regardez-les avant de décider.`,
  doneTitle: 'Tous les partenaires ont été passés en revue',
  toFinish: 'Terminez la revue pour qu’elle soit enregistrée.',
  skippedLeft: (format, count) =>
    `${format.number(count)} ${format.plural(count, forms('partenaire a été reporté et compte', 'partenaires ont été reportés et comptent'))} comme non examiné${count > 1 ? 's' : ''}.`,
  finish: 'Terminer la revue',
  backToSkipped: 'Revenir aux partenaires reportés',
  finishedTitle: 'Revue terminée',
  finishedBy: (who, when) => `${who} a terminé cette revue le ${when}.`,
  further: (format, count) =>
    `${format.number(count)} ${format.plural(count, partners)} : dites « historique » pour savoir ce qu’il en est.`,
  chainHeadAdvice:
    'Notez cette ligne hors de Partner Desk : votre organisation, le nombre d’entrées de son historique et le sceau de la plus récente. Avec elle, « npm run audit -- verify --noted » montrera plus tard s’il en manque ou si l’une d’elles a changé.',
  nothingToReview: 'Aucun partenaire n’a d’autorisations déléguées : il n’y a rien à passer en revue.',
  backToReview: 'Retour à la revue',
  goOn: 'Poursuivre la revue',
  dueTitle: 'Il est temps de passer en revue vos partenaires',
  due: (format, count) =>
    `${format.number(count)} ${format.plural(count, forms('partenaire a', 'partenaires ont'))} des autorisations déléguées dans votre organisation. Examinez chacun d’eux : conservez ce dont il a encore besoin, supprimez le reste.`,
  dueSince: (date) => `La dernière revue s’est terminée le ${date}.`,
  dueFirst: 'Elles n’ont encore jamais été passées en revue.',
  dueStarted: (who, date) => `${who} a commencé le ${date} une revue qui n’est pas terminée.`,
};
