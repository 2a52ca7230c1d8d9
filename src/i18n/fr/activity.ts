import type { en } from '../en.ts';

export const activity: typeof en.activity = {
  title: 'Utilisé ou non',
  lastSignIn: (when) => `Dernière connexion constatée : ${when}`,
  lastSignInTo: (when, application) => `Dernière connexion constatée : ${when}, ${application}`,
  signIn: (when, application) => `${when} : ${application}`,
  signInFailed: (when, application) => `${when} : ${application} (échec)`,
  noSignIn: (date) => `Aucune connexion constatée depuis le ${date}.`,
  otherSignIns: 'Autres :',
  signInsNotRead: (because) => `Ses connexions ne peuvent pas être lues : ${because}.`,
  signInsAsOf: (when, because) =>
    `Ses connexions ont été lues pour la dernière fois le ${when} ; elles ne peuvent plus l’être : ${because}.`,
  signInsNotYet: 'Ses connexions n’ont pas encore été lues.',
  changed: 'Ce qu’il a modifié :',
  change: (when, what, who) => `${when} : ${what} (${who})`,
  noChange: (date) => `Aucune modification de sa part constatée depuis le ${date}.`,
  changesNotRead: (because) => `Ce qu’il a modifié ne peut pas être lu : ${because}.`,
  changesAsOf: (when, because) =>
    `Ce qu’il a modifié a été lu pour la dernière fois le ${when} ; ce n’est plus possible : ${because}.`,
  changesNotYet: 'Ce qu’il a modifié n’a pas encore été lu.',
};
