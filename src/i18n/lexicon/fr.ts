import { countries, designations, functions, industries, offerings, sizes } from './fr-values.ts';
import type { Lexicon } from './lexicon.ts';
import { phrases } from './phrases.ts';

/** The French lexicon. */
export const fr: Lexicon = {
  commands: {
    help: phrases(`aide, aide moi, aidez moi, à l'aide, besoin d'aide, j'ai besoin d'aide, peux tu m'aider,
      pouvez vous m'aider, que peux tu faire, que pouvez vous faire, que sais tu faire, que savez vous faire,
      qu'est ce que tu sais faire, qu'est ce que tu peux faire, que puis je faire, que puis je dire, que puis je demander,
      comment ça marche, comment ça fonctionne, mode d'emploi, qui es tu, qui êtes vous, c'est quoi, commandes,
      commencer, démarrer`),
    greeting:
      phrases(`bonjour, bonsoir, salut, coucou, allô, bonjour à tous, bonne journée, merci, merci beaucoup,
      merci bien, grand merci, mille mercis`),
    speakEnglish:
      phrases(`anglais, en anglais, parle anglais, parlez anglais, parle moi en anglais, parler anglais,
      parles tu anglais, parlez vous anglais, passe en anglais, passer en anglais, passez en anglais, réponds en anglais,
      répondez en anglais, langue anglaise, version anglaise, langue anglais, changer la langue en anglais,
      mets en anglais, mettre en anglais`),
    speakFrench:
      phrases(`français, en français, parle français, parlez français, parle moi en français, parler français,
      parles tu français, parlez vous français, passe en français, passer en français, passez en français,
      réponds en français, répondez en français, langue française, version française, langue français,
      changer la langue en français, mets en français, mettre en français, je parle français`),
    myRequests: phrases(`mes demandes, demandes, ma demande, mes demandes de contact, mes demandes passées,
      mes demandes envoyées, mes requêtes, mes anciennes demandes, suivi de mes demandes, état de mes demandes,
      où en sont mes demandes, où en est ma demande, qu'ai je envoyé, qui ai je contacté, liste de mes demandes`),
    invitations:
      phrases(`invitations, invitation, invitations en attente, invitation en attente, invitations de partenaires,
      mes invitations, les invitations, accepter l'invitation du partenaire, accepter une invitation, liste des invitations,
      quelles invitations sont en attente, nouvelles invitations, y a-t-il des invitations, avons-nous des invitations,
      qui demande un accès, qui veut un accès`),
    decidedInvitations:
      phrases(`invitations décidées, invitations passées, anciennes invitations, invitations acceptées, invitations autorisées,
      invitations annulées, invitations traitées, quelles invitations ont été décidées`),
    partners:
      phrases(`nos partenaires, mes partenaires, les partenaires, partenaires, liste des partenaires, lister les partenaires,
      nos relations partenaires, quels sont nos partenaires, qui sont nos partenaires, qui a accès, qui a accès à notre locataire,
      qui a accès à mon locataire, qui a accès au locataire, qui a accès à notre tenant, qui a accès à mon tenant, qui a accès au tenant,
      qui a accès à notre organisation, qui a accès à nos données, qui peut accéder à notre locataire, qui peut accéder à notre tenant,
      qui a accès à notre locataire et qui les a laissés entrer, qui a accès à notre tenant et qui les a laissés entrer,
      qui travaille avec nous, avec qui travaillons-nous, quels partenaires ont accès, qu'est-ce qui expire bientôt`),
    delegatedPartners:
      phrases(`partenaires avec autorisations déléguées, partenaires avec des autorisations déléguées, partenaires avec des autorisations,
      partenaires avec administration déléguée, partenaires avec accès, partenaires administrateurs, autorisations déléguées,
      qui administre notre locataire, qui peut administrer notre locataire, qui administre notre tenant, qui peut administrer notre tenant,
      qui a des autorisations déléguées, qui a des autorisations, qui a des droits d'administration, qui est administrateur général,
      quels partenaires ont des autorisations déléguées`),
    reviewPartners:
      phrases(`passer en revue les partenaires, passer en revue nos partenaires, passer en revue mes partenaires,
      passer les partenaires en revue, passer nos partenaires en revue, passe en revue les partenaires, passe en revue nos partenaires,
      passez en revue les partenaires, passez en revue nos partenaires, passons en revue les partenaires, passons en revue nos partenaires,
      passer en revue les accès, passer en revue les autorisations, passer en revue les autorisations déléguées, passer en revue,
      revue des partenaires, revue de nos partenaires, revue partenaires, revue des accès, revue des autorisations,
      revue des autorisations déléguées, revue trimestrielle, examiner les partenaires, examiner nos partenaires,
      examen des partenaires, réviser les partenaires, commencer la revue, commencer une revue, commencer la revue des partenaires,
      lancer la revue, lancer une revue, démarrer la revue, démarrer une revue, débuter la revue, reprendre la revue,
      continuer la revue, poursuivre la revue, terminer la revue, faire la revue, faire la revue des partenaires, revue`),
    history:
      phrases(`historique, l'historique, tout l'historique, journal, journal d'audit, que s'est il passé, qu'est ce qui s'est passé,
      qui a fait quoi, qui a décidé quoi, activité, activité récente, afficher l'historique,
      qui les a laissés entrer, qui a autorisé quoi, qui a supprimé quoi`),
    exportHistory:
      phrases(`exporter l'historique, exporte l'historique, exportez l'historique, exporter tout l'historique,
      export de l'historique, exporter, exporter en csv, exporter l'historique en csv, exporter l'historique vers excel,
      télécharger l'historique, télécharge l'historique, l'historique en csv, exporter le journal, exporter le journal d'audit`),
    exportHistoryAsJsonLines:
      phrases(`exporter l'historique en json lines, exporter l'historique en json, exporte l'historique en json,
      exporter l'historique en jsonl, exporter en json lines, exporter en json, l'historique en json`),
    notifyHere:
      phrases(`notifier ici, notifie ici, notifiez ici, préviens moi, prévenez moi, prévenir ici, préviens nous ici, prévenez nous, publier ici, avertir ici,
      activer les notifications, notifications activées, s'abonner`),
    stopNotifying:
      phrases(`ne plus notifier, ne plus notifier ici, arrêter de notifier, arrête de notifier, arrêtez de notifier,
      désactiver les notifications, plus de notifications, ne plus prévenir, se désabonner, ne plus publier ici`),
  },
  history:
    phrases(`historique de, historique du, historique des, historique d, historique de la, historique avec, historique pour,
    historique du partenaire, que s'est il passé avec, qu'est ce qui s'est passé avec, journal de, activité de, qui a autorisé, qui a accepté,
    qui a approuvé, qui a refusé, qui a annulé, qui a invité, qui a laissé entrer, quand avons-nous autorisé, pourquoi avons-nous autorisé`),
  removal:
    phrases(`supprimer les autorisations déléguées de, supprimer les autorisations déléguées d, supprimer les autorisations déléguées du partenaire,
    supprimer les autorisations déléguées, supprime les autorisations déléguées de, supprimez les autorisations déléguées de,
    supprimer les autorisations de, supprimer les droits de, supprimer l'accès de, supprimer l'administration déléguée de,
    retirer les autorisations déléguées de, retirer les autorisations déléguées à, retirer les autorisations de,
    retirer les autorisations à, retirer les droits de, retirer les droits à, retirer l'accès à, retirer l'accès de,
    retire les autorisations de, enlever les autorisations de, enlever les droits de, révoquer, révoque, révoquez,
    révoquer les autorisations de, révoquer les droits de, révoquer l'accès de, révoquer les autorisations déléguées de`),
  cancellation:
    phrases(`annuler toutes les invitations de, annuler toutes les invitations d, annuler toutes les invitations du, annuler toutes les invitations du partenaire,
    annuler toutes les invitations collées par, annuler toutes les invitations, annule toutes les invitations de,
    annule toutes les invitations d, annule toutes les invitations, annulez toutes les invitations de, annulez toutes les invitations d,
    annulez toutes les invitations, annuler les invitations de, annuler les invitations d, annuler les invitations collées par,
    annuler les invitations, annuler l'invitation de, annuler plusieurs invitations, refuser toutes les invitations de,
    refuser toutes les invitations d, refuser toutes les invitations, refuser les invitations de, refuse toutes les invitations de,
    refusez toutes les invitations de`),
  courtesy:
    phrases(`s, il, vous, te, plaît, svp, stp, merci, d'avance, peux, peut, pouvez, pourrais, pourriez, puis, tu, on,
    je, j, veux, voudrais, aimerais, souhaite, voir, affiche, afficher, affichez, montre, montrer, montrez, moi, m, me, le,
    la, les, l, ok, alors, donc, maintenant, encore, à, a, de, nous`),
  search: {
    seek: phrases(`trouver, trouve, trouvez, trouvons, trouve moi, chercher, cherche, cherchez, cherchons, cherchent,
      recherche, recherches, recherche de, rechercher, recherchons, recherchez, besoin, besoin de, faut, faudrait, veux,
      voulons, voudrais, voudrions, souhaite, souhaitons, souhaiterais, aimerais, aimerions, qui, quelqu'un, conseille,
      conseillez, recommande, recommandez, recommander, suggère, lister, parcourir, fournisseur, fournisseurs,
      fournisseur de solutions, fournisseurs de solutions, fournisseur de services, partenaire, partenaires, prestataire,
      prestataires, prestataire de services, société, sociétés, entreprise, entreprises, entreprise qui, agence, agences,
      expert, experts, spécialiste, spécialistes, intégrateur, intégrateurs, contacter, contacte, contactez, joindre,
      engager`),
    only: phrases(`seulement, uniquement, exclusivement, juste, rien que, que les, que des, que ceux, ne garde que, ne gardez que, ne garder que,
      garder, garde, gardez, n'affiche que, n'affichez que, limiter à, limite à, limiter, restreindre, restreindre à,
      filtrer, filtre, filtre sur, filtrer par, filtrer sur, affiner, plutôt, et à, et en, et pour, ceux, celles, ceux qui,
      celles qui, et avec, sinon`),
    small:
      phrases(`un, une, des, le, la, les, l, d, de, du, au, aux, à, a, en, dans, sur, sous, par, pour, avec, chez,
      vers, près, près de, autour, autour de, proche, proche de, proches, et, ou, où, mais, donc, car, si, ni, ne, n, pas, que,
      je, j, tu, il, elle, on, nous, vous, ils, elles, me, m, te, t, se, s, y, lui, leur, leurs, mon, ma, mes, ton, ta, tes,
      son, sa, ses, notre, nos, votre, vos, ce, c, cet, cette, ces, ça, cela, qu, quel, quelle, quels, quelles, quoi, dont,
      comment, quand, combien, est, es, suis, sont, sommes, êtes, être, était, serait, seraient, ai, as, avons, avez, ont,
      avoir, aurait, auriez, aurais, fait, faire, fais, faites, font, peut, peux, pouvez, pourrait, pourrais, pourriez, puisse,
      sait, sache, saurait, connaît, connaissez, connais, s'il vous plaît, s'il te plaît, svp, stp, merci, merci d'avance,
      bonjour, bonsoir, salut, coucou, oui, bien, bon, bonne, bons, meilleur, meilleure, meilleurs, quelques, tout, tous,
      toute, toutes, plus, moins, très, local, locale, locaux, nouveau, nouvel, nouvelle, aide, aider, aidez, accompagner,
      accompagne, accompagnement, assister, montre, montrez, montrer, affiche, affichez, afficher, donne, donnez, voir,
      vois, quelque part, qui peut, qui peut nous aider, qui pourrait, offre, offrant, offrent, propose, proposant,
      proposent, proposer, vend, vendent, vendre, vendant, travaille, travaillent, travaillant, situé, située, situés,
      basé, basée, basés, installé, installée, région, ville, pays, environ, environs, alentours, aux alentours, jusqu'à,
      à peu près, mon entreprise, notre entreprise, notre société, ma société, ma boîte, organisation, organisations,
      structure, établissement, projet, projets, solution, solutions, produit, produits, microsoft, ms, spécialisé,
      spécialisée, spécialisés, certifié, certifiée, certifiés, expérimenté, compétent, utiliser, utilise, secteur,
      secteur d'activité, domaine, aussi, encore, maintenant, urgent, rapidement, mettre, mise, place, en place,
      mettre en place, mise en place, installer, installation, acheter, achat, gérer, gestion, type, genre, sorte, avis,
      idée, moi, toi, eux, question, là, ici, afin, comme, chose, quelque chose, afin de, pour nous, dédié, dédiée`),
    beforePlace:
      phrases(`à, au, aux, en, dans, près, pres, près de, autour, vers, proche, chez, depuis, de, du, sur,
      côté, cote`),
    beforeOffering: phrases('pour, avec, sur, sous, en, de, d, microsoft, ms'),
    ordinary:
      phrases(`nice, tours, lens, sens, dole, vire, bourg, agen, orange, pau, sète, albi, gap, foix, die, riom,
      brest, vif, vienne, équipe, équipes, mail, mails, courriel, nuage, données, donnée, fichier, fichiers, liste, listes,
      bureau, bureaux, magasin, commande, prix, tarif, tarifs, temps, jour, jours, demain, année, mois, semaine, salle,
      maison, monde, gens, vente, ventes, téléphone, site, sites, page, nom, noms, suite, compte, poste`),
  },
  values: { offerings, industries, designations },
  functions,
  sizes,
  countries,
  headcount: {
    people:
      phrases(`personnes, personne, employés, employé, salariés, salarié, utilisateurs, utilisateur, collaborateurs,
      collaborateur, agents, postes, postes de travail, membres, effectif, têtes, licenciés, boîtes aux lettres`),
    moreThan: phrases('plus de, au-delà de, au dessus de'),
    lessThan: phrases('moins de, en dessous de, sous'),
    to: phrases('à, et'),
  },
  results: {
    commands: {
      nextPage:
        phrases(`suivant, suivants, suivante, page suivante, résultats suivants, les suivants, suite, la suite,
        voir la suite, plus, plus de résultats, voir plus, en voir plus, afficher plus, d'autres, les autres,
        autres résultats, encore, continuer`),
      previousPage:
        phrases(`précédent, précédents, précédente, page précédente, résultats précédents, les précédents,
        page d'avant`),
      results: phrases(`retour, revenir, retour aux résultats, revenir aux résultats, retour à la liste,
        revenir à la liste, résultats, les résultats, la liste`),
      clear:
        phrases(`effacer, effacer les filtres, efface les filtres, effacer tout, tout effacer, réinitialiser,
        réinitialiser les filtres, réinitialise, supprimer les filtres, retirer les filtres, enlever les filtres,
        enlève les filtres, sans filtre, sans filtres, aucun filtre, recommencer, repartir de zéro, tout`),
      anywhere:
        phrases(`partout, n'importe où, dans le monde entier, tous les pays, dans tous les pays, peu importe où,
        peu importe le pays, où que ce soit, ailleurs`),
    },
    contact:
      phrases(`contacter, contacte, contactez, écrire à, écris à, envoyer un message à, joindre, prendre contact avec,
      contact avec`),
    open: phrases(`ouvrir, ouvre, ouvrez, montre, montre moi, montrez, montrer, voir, vois, affiche, affichez, afficher,
      détails, détails de, détail de, le détail de, en savoir plus sur, plus sur, choisir, choisis, prends, je veux,
      sélectionner, sélectionne, fiche, la fiche de, je voudrais voir, donne moi`),
    page: phrases('page, aller à la page, affiche la page, la page'),
    number: phrases('numéro, n, no, num, résultat, position'),
    all: phrases('tous, toutes, tout le monde, tous les fournisseurs, tous les cinq'),
    last: phrases('dernier, dernière, derniers'),
    first: phrases('premier, premiers, première, premières'),
    cardinals: phrases('un/une, deux, trois, quatre, cinq, six, sept, huit, neuf, dix'),
    ordinals:
      phrases(`premier/première, deuxième/second/seconde, troisième, quatrième, cinquième, sixième, septième,
      huitième, neuvième, dixième`),
    one: phrases(`celui, celle, ceux, celles, fournisseur, fournisseurs, partenaire, partenaires, résultat,
      résultats, de la liste, d'entre eux, prestataire`),
    this: phrases(`lui, le, la, les, eux, ça, celui ci, celui là, celle ci, celle là, ceux ci, ceux là, ce fournisseur,
      ce partenaire, ce prestataire`),
    between: phrases('le, la, les, l, et, de, du, des, à, a, au, aux, sur, dans, avec, ou, pour, svp'),
    remove:
      phrases(`retirer, retire, retirez, enlever, enlève, enlevez, supprimer, supprime, sans, ôter, oublie,
      oublier, tous, toutes, tout, toute, n'importe quel, n'importe quelle, peu importe, quel que soit, quelle que soit,
      ignorer, effacer, efface`),
    filters: {
      country: phrases('pays, filtre pays'),
      city: phrases('ville, villes, lieu, filtre ville'),
      offering: phrases(
        'service, services, produit, produits, service ou produit, offre, filtre produit, filtre service',
      ),
      function: phrases('fonction, fonctions, type, rôle, filtre fonction'),
      industry: phrases("secteur, secteurs, secteur d'activité, filtre secteur, industrie"),
      size: phrases('taille, tailles, taille de l’organisation, taille d’entreprise, filtre taille'),
      designation: phrases('désignation, désignations, filtre désignation'),
    },
  },
};
