import type { en } from '../en.ts';
import { forms } from '../plural-forms.ts';

const days = forms('jour', 'jours');

export const invitation: typeof en.invitation = {
  title: 'Accepter l’invitation du partenaire',
  unnamed: 'Un partenaire qui ne donne pas de nom',
  claimed: 'd’après son expéditeur ; rien ne le confirme',
  tenant: (id) => `Locataire ${id}`,
  guessedTenant: (id) => `Sans doute le locataire ${id} ; le lien ne le dit pas avec certitude`,
  listed: (name, place) => `Dans l’annuaire des fournisseurs sous le nom ${name}, ${place}.`,
  contacted: 'Votre organisation a contacté ce partenaire d’ici.',
  notContacted: 'Vous n’avez pas contacté ce partenaire. N’importe qui peut fabriquer un tel lien.',
  unknown:
    'Vous n’avez pas contacté ce partenaire et il ne figure pas dans l’annuaire. N’importe qui peut fabriquer un tel lien.',
  directoryNotAsked: 'L’annuaire n’a pas pu être consulté : on ne sait pas si ce partenaire y figure.',
  asks: 'Il demande à être votre',
  powers: {
    reseller: 'Il peut vendre des produits Microsoft à votre organisation.',
    delegatedAdministrator:
      'Il peut gérer vos produits et services : créer des utilisateurs, attribuer et gérer des licences, réinitialiser des mots de passe.',
    resellerAndDelegatedAdministrator:
      'Il peut vendre des produits Microsoft à votre organisation et gérer vos produits et services : créer des utilisateurs, attribuer et gérer des licences, réinitialiser des mots de passe.',
    partner: 'Il peut travailler en votre nom avec un compte d’utilisateur que vous lui donnez.',
    mpsaPartner: 'Il peut voir vos achats auprès de vos autres partenaires MPSA, si vous l’autorisez.',
    oemPcPartner: 'Il peut charger les identifiants d’appareil des PC que vous gérez avec Autopilot.',
    lineOfBusinessPartner:
      'Il peut développer, soumettre et gérer des applications métier pour votre organisation.',
  },
  administration: 'Administration déléguée',
  classicTitle: 'Privilèges d’administration délégués classiques (DAP)',
  classic:
    'Toute son équipe d’administration devient administrateur général de votre locataire entier, sans date de fin. Microsoft a remplacé ce mode par des privilèges granulaires : demandez-les plutôt au partenaire.',
  globalAdministrator:
    'Comprend Administrateur général : la maîtrise complète de votre locataire, de tous les comptes et de toutes les données. Très peu de partenaires en ont besoin.',
  rolesNotKnown:
    'Le lien ne dit pas quels rôles sont demandés. Lisez-les dans le Centre d’administration Microsoft 365 avant de décider.',
  rolesClaimed: 'Rôles, d’après le message autour du lien ; rien ne le confirme :',
  rolesAsked: 'Rôles demandés :',
  claimsLead: 'Ce que dit chaque source :',
  claimOf: (sources) => `${sources} : `,
  claimsDiffer:
    'Les sources se contredisent. Ce qui accorde le plus compte ici : demandez au partenaire, par un contact que vous connaissez, avant de décider.',
  claimSubmitted: 'Transmis avec une signature',
  claimedByOthers: 'D’autres personnes',
  claimMailed: (sender) => `Un e-mail qui se dit de ${sender}`,
  unnamedSender: 'personne',
  privileged: 'Privilégié',
  highImpact: 'Fort impact',
  otherRole: 'Un rôle inconnu de ce service',
  otherRoleAllows: 'Renseignez-vous avant de l’accorder.',
  notRecognised: (words) => `Non reconnu : « ${words} »`,
  possiblyPrivileged: 'Peut-être privilégié',
  notRecognisedAllows:
    'Le message le donne comme un rôle. Renseignez-vous sur ce que c’est avant de l’accorder.',
  furtherNotRecognised: (format, count) =>
    `${format.number(count)} ${format.plural(count, forms('autre élément', 'autres éléments'))} de la liste non ${format.plural(count, forms('reconnu', 'reconnus'))}`,
  listNotUnderstood:
    'Ce service ne reconnaît pas tout ce que le message donne comme rôles ; ce qu’il ne reconnaît pas est peut-être privilégié.',
  announcedRoles: (format, count) =>
    `Le message parle de ${format.number(count)} ${format.plural(count, forms('rôle', 'rôles'))}, et n’en énumère pas autant.`,
  mentionsGlobalAdministrator:
    'Le message mentionne aussi Administrateur général, qui n’est pas énuméré ici. Vérifiez dans le Centre d’administration Microsoft 365 qu’il n’est pas parmi les rôles.',
  duration: (format, count) => `Pour ${format.number(count)} ${format.plural(count, days)}`,
  durationUntil: (duration, date) => `${duration}, jusqu’au ${date} si vous l’autorisez aujourd’hui`,
  durationClaimed: (duration) => `${duration}, d’après le message`,
  durationClaimedUntil: (duration, date) =>
    `${duration}, d’après le message : jusqu’au ${date} si vous l’autorisez aujourd’hui`,
  otherDurations: (format, counts) =>
    `Le message dit aussi ${format.list(counts.map((count) => `${format.number(count)} ${format.plural(count, days)}`))}.`,
  durationNotKnown: 'Le lien ne dit pas pour combien de temps',
  durationWords: (words) =>
    `Le lien ne dit pas pour combien de temps ; le message dit « ${words} », et ce service ne sait pas combien de temps c’est`,
  durationAlsoWords: (words) =>
    `Un message dit aussi « ${words} » ; ce service ne sait pas combien de temps c’est.`,
  noEnd: 'Sans date de fin',
  extends: 'puis prolongée d’elle-même de 180 jours à chaque fois, sans nouvelle demande',
  extendsNotKnown: 'Le lien ne dit pas si elle se prolonge ensuite d’elle-même.',
  nothingOfDuration: 'Le lien ne dit ni pour combien de temps, ni si elle se prolonge ensuite d’elle-même.',
  provider: (who) => `Par son fournisseur (distributeur) : ${who}`,
  providerListed: (name) => `${name}, dans l’annuaire des fournisseurs`,
  providerClaimed: (name) => `${name}, d’après le message ; rien ne le confirme`,
  deadline: (words) => `Le message dit : « ${words} »`,
  lapses: (date) => `Son expéditeur a fixé la fin de cette invitation : elle expire le ${date}.`,
  keptUntil: (date) => `Ce service la garde jusqu’au ${date}.`,
  endsAtMicrosoft:
    'Microsoft met fin à une demande sans réponse 90 jours après que le partenaire l’a faite, ce que ce service ne voit pas.',
  message: 'Le partenaire écrit',
  account: 'Compte que vous lui avez donné (facultatif)',
  accountPlaceholder: 'Par exemple : fabrikam@contoso.com',
  seesOtherPartners: 'Il peut voir nos achats auprès de nos autres partenaires MPSA',
  settings: 'Réglages',
  agreement: (name, url) => `**Autoriser** accepte cette invitation et le [${name}](${url}).`,
  whole: 'Elle s’accepte en entier, avec son administration déléguée, ou s’annule en entier.',
  back: 'Retour',
  onlyRoles: (list) =>
    `Seuls ces rôles peuvent décider : ${list}. Ce n’est pas votre cas ; ils ont été prévenus, ou adressez-vous à l’un d’eux.`,
  confirmTitle: (partner) => `Donner l’administration à ${partner} ?`,
  confirmTitleUnnamed: 'Donner l’administration à un partenaire qui ne donne pas de nom ?',
  confirmNameClaimed: 'Ce nom est celui que donne son expéditeur ; rien ne le confirme.',
  confirmLead: 'Voici ce que vous allez accorder sur tout votre locataire :',
  confirmAuthorize: 'Autoriser et accorder',
  somebody: 'Une personne sans nom',
  agreementAccepted: (name, url) => `Le [${name}](${url}) a été accepté en même temps.`,
  effect: {
    inEffect: 'En vigueur.',
    recorded: 'Enregistré ici ; rien n’a encore été fait dans Microsoft 365.',
    awaiting:
      'En attente de Microsoft 365 : elle n’est pas active tant qu’elle n’est pas menée à bien dans le Centre d’administration.',
    said: 'Faite chez Microsoft, d’après l’un d’entre vous : rien dans Microsoft 365 ne le montre ici.',
    confirmed: 'Confirmée dans Microsoft 365.',
  },
  globalAdministratorOnly: 'Seul un administrateur général peut mener cette demande à bien là-bas.',
  openAdminCenter: 'Ouvrir le Centre d’administration',
  granted: 'Désormais',
  seesPurchases: 'Il peut voir vos achats auprès de vos autres partenaires MPSA.',
  seesNoPurchases: 'Il ne peut pas voir vos achats auprès de vos autres partenaires MPSA.',
  givenAccount: (account) => `Compte que vous lui avez donné : ${account}`,
  received: (partner) => `${partner} a envoyé une invitation de partenaire.`,
  optOut: 'Pour ne plus recevoir ces messages ici, dites « ne plus notifier ».',
  sandboxNote: 'Bac à sable : les décisions ne valent que dans les enregistrements de ce service.',
  listTitle: 'Invitations',
  pendingTab: 'En attente',
  decidedTab: 'Décidées',
  nonePending: 'Aucune invitation n’attend. Collez ici le lien ou l’e-mail d’un partenaire pour l’examiner.',
  noneDecided: 'Rien n’a encore été décidé.',
  found: (format, count) =>
    `Ce message contient ${format.number(count)} invitations. Examinez chacune d’elles.`,
  ambiguous:
    'Ce que le message dit des noms, des rôles ou de la durée peut valoir pour chacune et n’est pas montré : collez un seul e-mail à la fois pour le voir.',
  beyond: (format, { found, max, beyond }) =>
    `Ce message contient ${format.number(found)} invitations, et seules les ${format.number(max)} premières d’un message sont prises en compte. Rien n’a été fait des ${format.number(beyond)} autres : collez dans un message à part celles dont vous avez besoin.`,
  notKeptTitle: 'Non conservée : trop d’invitations en attente',
  notKept: (format, { notKept, found }) =>
    `${format.number(notKept)} sur ${format.number(found)} ${format.plural(notKept, forms('n’a pas été conservée', 'n’ont pas été conservées'))}.`,
  open: (partner) => `Examiner ${partner}`,
  waitsUntil: (date) => `en attente jusqu’au ${date}`,
  more: 'Plus',
  newest: 'Les plus récentes',
  withAdministration: 'avec administration déléguée',
  warningTitle: 'N’ouvrez pas ce lien',
  warningLead: 'Il ressemble à une invitation de partenaire, mais quelque chose ne va pas :',
  suspicions: {
    disguised: 'Le texte du lien annonce une adresse, mais il en ouvre une autre :',
    userInfo: 'Un nom et un @ précèdent le véritable hôte, pour le faire passer pour un autre site :',
    lookAlikeLetters: 'L’hôte est écrit avec des lettres qui imitent celles d’un site de Microsoft :',
    lookAlikeHost: 'L’hôte imite un site de Microsoft sans en être un :',
    lookAlikeFilter: 'L’hôte imite un filtre de messagerie sans en être un :',
    wrapped: 'Le lien cache sa véritable adresse derrière un autre site :',
    otherHost: 'Aucune invitation de Microsoft ne vient de ce site :',
    port: 'L’adresse nomme un port, ce que ne fait aucune invitation de Microsoft :',
    notHttps: 'L’adresse ne commence pas par https :',
    unreadable: 'L’adresse est illisible :',
    contradiction: 'Le lien dit deux fois la même chose, de façons différentes :',
    unknownRoute: 'C’est un site de Microsoft, mais aucune page d’invitation connue :',
    malformedPartner: 'L’identifiant du partenaire n’est pas écrit comme ils le sont :',
    noPartner: 'Le lien ne dit pas de qui vient l’invitation :',
  },
  warningAdvice:
    'Ne l’ouvrez pas, et dites à votre équipe de sécurité d’où il vient. Si vous attendiez une invitation, demandez-en une nouvelle au partenaire, par un moyen que vous connaissez.',
  unnamedTitle: 'Ce lien ne dit pas qui l’envoie',
  unnamedText:
    'Il ouvre chez Microsoft une offre qui peut comprendre l’administration déléguée, sans nommer le partenaire. Vous ne pouvez pas l’autoriser ici. Demandez au partenaire une invitation qui porte son identifiant de locataire.',
  unnamedProvider: (tenant) =>
    `Il ne nomme qu’un fournisseur indirect (distributeur) : le locataire ${tenant}.`,
  unnamedReseller: (number) =>
    `Du revendeur, il donne le numéro de partenaire (MPN) ${number}, et non le locataire.`,
  unnamedClassic:
    'Il demande des privilèges d’administration délégués classiques (DAP) : toute l’équipe d’administration du partenaire deviendrait administrateur général de votre locataire entier, sans date de fin.',
  unnamedRetired: 'Le site de Microsoft qu’il ouvre est fermé.',
  unnamedAdvice:
    'Vous ne pouvez pas l’autoriser ici. Ne l’acceptez pas ailleurs non plus : demandez au partenaire une nouvelle invitation qui porte l’ID de son locataire, avec des privilèges granulaires s’il en a besoin.',
  notifyHere: 'Je publierai ici les invitations de partenaires.',
  notifyHereTitle: 'Notifications activées',
  stopNotifying:
    'Je ne publierai plus ici les invitations de partenaires. Dites « notifier ici » pour les rétablir.',
  stopNotifyingTitle: 'Notifications désactivées',
  reviewed: 'L’invitation est dans votre conversation avec Partner Desk.',
  nothingInFileTitle: 'Pas d’invitation dans ce fichier',
  nothingInFile: 'Ce message ne contient pas d’invitation de partenaire, et rien n’en a été conservé.',
  filesTitle: 'Le résultat pour vos fichiers',
  filesBeyond: (format, max) =>
    `Seuls les ${format.number(max)} premiers fichiers d’un message sont lus. Envoyez les autres dans un message à part.`,
  yourMessage: 'Votre message',
  outcomeOf: (file, outcome) => `${file} : ${outcome}`,
  unseenTitle: 'Je ne vois pas ce que vous avez joint',
  unseen:
    'Dans les équipes et les conversations de groupe, Teams ne me montre ni les fichiers ni les messages transférés. Envoyez-moi le message en fichier .eml dans notre conversation personnelle, ou utilisez « Examiner l’invitation » dans le menu (…) du message.',
  nothingToReview: 'Ce message ne contient pas d’invitation de partenaire.',
};
