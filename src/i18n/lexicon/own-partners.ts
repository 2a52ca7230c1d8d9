import { phrases } from './phrases.ts';

type Phrases = readonly string[];

/**
 * The words in which people speak of the partners that their organisation has already, in whatever order, in one language.
 * Those of Microsoft's admin center are among them: “partner relationships”, “delegated admin”, “remove roles”.
 */
export interface OwnPartnerWords {
  /** Whose it is: “our”, or “my”. */
  readonly ours: Phrases;
  readonly mine: Phrases;
  /** The organisation's own place. */
  readonly tenant: Phrases;
  /** “We have”, “do we work with”. */
  readonly weHave: Phrases;
  /** Who a partner is called. */
  readonly partner: Phrases;
  readonly relationship: Phrases;
  /** What only a partner holds: “delegated”, “GDAP”. */
  readonly delegated: Phrases;
  /** What anybody may hold: “admin”. */
  readonly rights: Phrases;
  readonly access: Phrases;
  readonly holds: Phrases;
  /** Before a question: “I want to know”. */
  readonly leads: Phrases;
  /** Begin a question, or ask for a list. */
  readonly asks: Phrases;
  /** Ask who someone is, about a reseller, or the like. */
  readonly whoIs: Phrases;
  readonly ends: Phrases;
  /** Look for a provider, or ask what a term means: these sentences are about others. */
  readonly seeks: Phrases;
  /** Before a noun, it is any of them that is looked for: “a delegated administrator”. */
  readonly anyOne: Phrases;
  /** Before whom somebody looks for a provider. */
  readonly forWhom: Phrases;
  /** Said of oneself: “do I have access”. */
  readonly oneself: Phrases;
  /** Take something away; what is taken, or whose, follows. */
  readonly removes: Phrases;
  /** The same, but of other things as well: only with a partner, an access or the tenant. */
  readonly mayRemove: Phrases;
  /** Before what somebody asks to be done. */
  readonly before: Phrases;
  /** It is not to be done, or in doubt. */
  readonly doubts: Phrases;
  /** Negates the verb before it: « ne supprime pas ». */
  readonly not: Phrases;
  /** Around the name of a partner, no part of it. */
  readonly aroundNames: Phrases;
  /** Begin a clause, which holds no name. */
  readonly clause: Phrases;
  /** Things that are taken away elsewhere. */
  readonly otherThings: Phrases;
}

const english: OwnPartnerWords = {
  ours: phrases('our, ours'),
  mine: phrases('my'),
  tenant: phrases(
    'tenant, tenants, tennant, organization, organisation, environment, our microsoft 365, our company',
  ),
  weHave:
    phrases(`we have, have we, do we have, we use, do we use, do we work with, we work with, do we buy from, do we buy, are we
    with, we already have, do we already have, are connected to us, are linked to us, works for us, work for us`),
  partner:
    phrases(`partner, partners, reseller, resellers, csp, csps, msp, msps, provider, providers, supplier, suppliers, vendor,
    vendors, distributor, distributors, relationship, relationships, partnership, partnerships, partner of record`),
  relationship: phrases('relationship, relationships, partnership, partnerships'),
  delegated: phrases(
    'delegated, delegate, delegation, delegations, gdap, dap, granular, partner admin, partner admins, aobo',
  ),
  rights:
    phrases(`admin, admins, administrator, administrators, administration, permission, permissions, role, roles, right, rights,
    privilege, privileges, manage, manages, managing, administer, administers, administering, controls`),
  access: phrases('access, connected, linked'),
  holds:
    phrases(`has, have, having, hold, holds, holding, gave, given, granted, did we give, got, owns, still, gets, with access, with
    admin, with delegated, with gdap, with roles, with rights, with permissions`),
  leads:
    phrases(`i want to know, i want to see, i want to check, i need to know, i need to see, i would like to know, i would like to
    see, i d like to know, i d like to see, we want to know, we need to know, let me know, do you know, can you tell me,
    tell me, i need a list of, i want a list of, where can i find, where do i find, where can i see, where do i see, how
    do i find, how can i see, how do i see, how to see, how do i check, how can i check, find out, look up`),
  asks: phrases(`who, whos, which, what, whose, list, show, display, see, view, when, how many, how much, how long, is there, are
    there, any, where, do, does, is, are, all, give me, overview, check`),
  whoIs: phrases('who is, who are, who s, whos, which is, which are'),
  ends: phrases(`expire, expires, expiring, expired, expiry, expiration, expirations, end, ends, ending, end date, lapse, lapses, run
    out, runs out, running out, renew, renews, renewal, due to end, valid`),
  seeks:
    phrases(`find, search, searching, look, looking, seek, seeking, need, needs, want, wants, recommend, suggest, hire, choose,
    pick, best, good, better, new, another, contact, invite, help, helps, offer, offers, provide, provides, sell, sells,
    speak, speaks, know, knows, near, nearby, should, explain, mean, means, definition, difference, become, work as,
    history, review, invitation, invitations, request, requests, authorize, authorized, authorise, authorised, approved,
    accepted, can be, could be, do you have, have you, you have, end user, end users, end to end, end point, experience,
    experienced, skill, skills, expertise, expert, experts, training, trainer, certified, certification, consultant,
    consultants, developer, developers, what is a, what is an, what is gdap, what is dap, what is delegated, what are
    delegated, what does gdap, what does dap`),
  anyOne: phrases('a, an, some, someone, somebody'),
  forWhom: phrases('for, near'),
  oneself: phrases('i, am'),
  removes:
    phrases(`remove, removing, delete, deleting, disconnect, disconnecting, revoke, revoking, terminate, terminating, unlink,
    detach, deauthorize, deauthorise, unauthorize, offboard, get rid of, kick out, throw out`),
  mayRemove: phrases(
    'end, ending, cancel, stop, withdraw, take, take away, cut, cut off, drop, break, close, strip, deny, block',
  ),
  before:
    phrases(`please, pls, kindly, hi, hello, hey, i, we, you, us, me, d, want, need, have, would, like, to, can, could, how, do,
    does, one, let, s, help, just, now, ok, okay, go, ahead, and, is, it, possible, there, a, way, the, steps, steps for,
    must, may, wish, trying, am, m, are, re, will, ll, id, able, best, what, immediately, quickly, also, then, so, thanks,
    tell, show, where, someone, somebody, it s time, time`),
  doubts:
    phrases(`don, t, dont, not, wouldn, couldn, never, no, without, avoid, cannot, cant, won, shouldn, mustn, should, ought, shall,
    whether, why, who, when, nobody, if, did, didn, doesn, isn, rather, instead of, before`),
  not: phrases('not, nothing, nobody'),
  aroundNames:
    phrases(`the, a, an, any, all, every, its, their, his, this, that one, s, from, of, for, with, to, by, in, on, at, as, off,
    away, out, and, or, between, us, me, we, i, our list, list, please, now, today, immediately, early, completely, asap,
    again, too, thanks, thank, you, global, called, named, company, accounts, account of, connection, contract, agreement,
    old, former, current, existing, external, microsoft, entra, azure ad`),
  clause: phrases('that, who, which, because, since, if, when, unless, until, before, after, whom, but'),
  otherThings:
    phrases(`filter, filters, invitation, invitations, invite, invites, request, requests, notification, notifications, data,
    history, user, users, licence, licences, license, licenses, file, files, mail, mails, message, messages, review,
    reviews, device, devices, group, groups, mailbox, mailboxes, subscription, subscriptions, app, apps, password,
    passwords, account, profile, card, chat, conversation`),
};

const french: OwnPartnerWords = {
  ours: phrases('notre, nos'),
  mine: phrases('mon, ma, mes'),
  tenant: phrases(
    'locataire, tenant, organisation, environnement, chez nous, notre société, notre entreprise',
  ),
  weHave:
    phrases(`avons nous, nous avons, on a, a t on, travaillons nous, travaille t on, nous travaillons, utilisons nous, nous
    utilisons, achetons nous, sommes nous, y a t il chez nous`),
  partner:
    phrases(`partenaire, partenaires, revendeur, revendeurs, fournisseur, fournisseurs, prestataire, prestataires, distributeur,
    distributeurs, relation, relations, partenariat, partenariats`),
  relationship: phrases('relation, relations, partenariat, partenariats'),
  delegated: phrases(
    'délégué, déléguée, délégués, déléguées, délégation, délégations, gdap, dap, granulaire, granulaires',
  ),
  access: phrases('accès, accéder, accède, accèdent, connecté, connectés, lié, liés'),
  leads:
    phrases(`je veux savoir, je voudrais savoir, j aimerais savoir, je veux voir, je voudrais voir, j aimerais voir, nous voulons
    savoir, nous voudrions savoir, peux tu me dire, pouvez vous me dire, sais tu, savez vous, dis moi, dites moi, où voir,
    où trouver, où puis je voir, comment voir, comment savoir`),
  rights:
    phrases(`admin, admins, administrateur, administrateurs, administration, autorisation, autorisations, rôle, rôles, droit,
    droits, privilège, privilèges, gère, gèrent, administre, administrent`),
  holds:
    phrases(`qui a, qui ont, ont, donné, accordé, possède, possèdent, dispose, disposent, détient, détiennent, a t il, a t elle,
    ont ils, ont elles, encore, toujours`),
  asks: phrases(`qui, quel, quels, quelle, quelles, liste, lister, affiche, afficher, affichez, montre, montrer, montrez, voir, quand,
    combien, y a t il, est ce que, jusqu'à quand, à qui, avec qui, donne, donner, tous, toutes`),
  whoIs: phrases('qui est, qui sont, quel est, quels sont, quelle est, quelles sont, c est qui'),
  ends: phrases(`expire, expirent, expiration, expirer, expirera, termine, terminent, se termine, se terminent, prend fin, prennent
    fin, fin, échéance, échéances, échoit, finit, finissent, renouvellement, renouveler, valable, valables, arrive à
    échéance`),
  seeks:
    phrases(`trouver, trouve, trouvez, trouvons, chercher, cherche, cherchez, cherchons, cherchent, recherche, recherches,
    rechercher, recherchons, besoin, faut, veux, voulons, voudrais, voudrions, conseille, conseillez, recommande,
    recommandez, recommander, choisir, meilleur, meilleure, meilleurs, bon, bonne, nouveau, nouvel, nouvelle, autre,
    contacter, contacte, inviter, aider, aide, offre, offrent, propose, proposent, vend, vendent, parle, parlent, près,
    proche, devrions, expliquer, explique, signifie, définition, différence, devenir, historique, revue, invitation,
    invitations, demande, demandes, autorisé, accepté, approuvé, expérience, compétence, compétences, expert, experts,
    formation, formateur, certifié, consultant, consultants, avez vous, auriez vous, as tu, c est quoi, qu est ce que, qu
    est ce qu, que veut dire`),
  anyOne: phrases("un, une, quelqu'un"),
  forWhom: phrases('pour, près de'),
  oneself: phrases('je, j'),
  removes:
    phrases(`supprimer, supprime, supprimez, supprimons, retirer, retire, retirez, retirons, enlever, enlève, enlevez, déconnecter,
    déconnecte, déconnectez, révoquer, révoque, révoquez, résilier, résilie, résiliez, dissocier, dissocie, détacher,
    détache, se débarrasser de`),
  mayRemove:
    phrases(`mettre fin, mets fin, mettez fin, mettons fin, terminer, termine, terminez, arrêter, arrête, arrêtez, couper, coupe,
    coupez, ôter, ôte, ôtez, rompre, romps, exclure, exclus, bloquer, bloque, annuler, annule, annulez, clore, effacer,
    efface`),
  before:
    phrases(`s, il, te, vous, plaît, svp, stp, merci, bonjour, salut, je, j, nous, on, tu, veux, voudrais, voudrions, voulons,
    veut, aimerais, aimerions, souhaite, souhaitons, faut, dois, devons, doit, peux, peut, pouvez, pouvons, pourrais,
    pourriez, puis, comment, faire, fait, pour, de, d, à, est, ce, que, qu, possible, possible de, la, le, l, procédure,
    moyen, maintenant, vite, donc, alors, ok, aide, aider, aidez, moi, me, m, besoin, ai, avons, envie, arrive, arrivons,
    peut on, puis je`),
  doubts:
    phrases(`ne, n, pas, jamais, aucun, sans, évite, éviter, évitez, devrais, devrait, devrions, faut il, doit on, pourquoi, quand,
    qui, si, surtout`),
  not: phrases('pas, jamais, plus, rien, surtout'),
  aroundNames:
    phrases(`le, la, les, l, un, une, des, du, de, d, à, a, au, aux, en, dans, sur, pour, par, avec, chez, et, ou, ce, cette, cet,
    ces, s, son, sa, ses, leur, leurs, tous, toutes, tout, toute, nous, nos partenaires, liste, svp, stp, merci, il, te,
    vous, plaît, immédiatement, maintenant, complètement, aujourd'hui, général, global, appelé, nommé, contrat, accord,
    connexion, lien, ancien, actuel, externe, microsoft, entra`),
  clause: phrases('qui, que, qu, dont, parce, car, si, quand, depuis, avant, après, mais, lorsque'),
  otherThings:
    phrases(`filtre, filtres, invitation, invitations, demande, demandes, notification, notifications, données, historique,
    utilisateur, utilisateurs, licence, licences, fichier, fichiers, message, messages, courriel, courriels, mail, mails,
    revue, appareil, appareils, groupe, groupes, abonnement, abonnements, application, mot de passe, compte, profil,
    carte, conversation`),
};

/** In every language, since people mix them. */
export const ownPartnerWords: readonly OwnPartnerWords[] = [english, french];
