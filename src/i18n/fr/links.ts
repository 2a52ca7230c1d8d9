import type { links as english } from '../en/links.ts';

export const links: typeof english = {
  cameThrough: (services) => `Le lien est passé par ${services}.`,
  otherCloud:
    'Ce lien ouvre le Centre d’administration d’un autre cloud Microsoft que celui de votre organisation. Il ne peut pas y être accepté : demandez au partenaire un lien pour votre cloud.',
  damagedAdvice:
    'Il a pu être coupé ou modifié en chemin. Ouvrez le message d’origine et copiez le lien en entier, ou demandez-en un nouveau au partenaire, par un moyen que vous connaissez.',
  notices: {
    hiddenTarget: {
      title: 'On ne voit pas où mène ce lien',
      byFilter: (service) =>
        `Le lien passe par ${service}, qui vérifie les liens avant de les ouvrir et garde leurs adresses pour lui. Impossible de voir ici s’il s’agit d’une invitation.`,
      byShortLink: (service) =>
        `Le lien a été raccourci par ${service}, seul à savoir ce qu’il ouvre. Impossible de voir ici s’il s’agit d’une invitation.`,
      advice:
        'Si vous attendiez une invitation, ouvrez le lien, copiez dans votre navigateur l’adresse de la page où vous arrivez et collez-la ici. Ne vous connectez nulle part avant cela.',
    },
    unknownFilter: {
      title: 'Ce lien passe par un filtre inconnu ici',
      what: 'Il ressemble à un lien réécrit par un filtre de messagerie FortiMail. N’importe qui peut imiter cela : vous seul pouvez savoir si ce site est le filtre de votre organisation.',
      advice:
        'Si c’est le cas, ouvrez le lien, copiez dans votre navigateur l’adresse de la page où vous arrivez et collez-la ici. Si vous ne connaissez pas ce site, ne l’ouvrez pas.',
    },
    partnersPage: {
      title: 'C’est la liste de vos partenaires',
      what: 'Le lien ouvre la page du Centre d’administration Microsoft 365 qui liste les partenaires de votre organisation. Ce n’est pas une invitation.',
      advice: 'Choisissez Partenaires, ou dites « partenaires », pour les voir ici.',
    },
    microsoftRedirect: {
      title: 'C’est une adresse courte de Microsoft',
      what: 'Elle mène à une page de Microsoft, mais le lien ne dit pas laquelle. Une invitation ne se présente pas ainsi.',
      advice:
        'Si vous attendiez une invitation, ouvrez le lien, copiez l’adresse de la page où vous arrivez et collez-la ici. Pour voir qui a accès à votre organisation, choisissez Partenaires, ou dites « partenaires ».',
    },
    microsoftPage: {
      title: 'C’est un site de Microsoft, mais pas une page lue ici',
      what: 'Les invitations de partenaires s’ouvrent dans le Centre d’administration Microsoft 365, sur une page qui leur est propre. Ce lien en ouvre une autre.',
      advice:
        'Si un partenaire vous l’a envoyé comme invitation, demandez-lui le lien de l’invitation même, ou faites sur cette page ce qu’elle demande, une fois que vous savez qui l’a envoyé.',
    },
    elsewhere: {
      title: 'Ce lien n’est pas une invitation de partenaire',
      what: 'Les invitations de partenaires s’ouvrent dans le Centre d’administration Microsoft 365. Ce lien mène à un autre site ; il n’a pas été ouvert.',
      advice:
        'Collez ici le lien d’une invitation, ou l’e-mail qui l’entoure, pour l’examiner. Dites « aide » pour voir ce que vous pouvez demander d’autre.',
    },
  },
};
