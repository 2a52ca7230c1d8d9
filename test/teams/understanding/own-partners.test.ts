import assert from 'node:assert/strict';
import fc from 'fast-check';
import { understand } from '../../../src/teams/understanding/understand.ts';
import { sampleVocabulary as vocabulary } from '../../support/examples/sample-vocabulary.ts';

const meaningOf = (said: string, searchOpen = false) => understand(said, { vocabulary, searchOpen });

const about = {
  'who has access': [
    'who has delegated access to our tenant?',
    'list delegated admins',
    'who are the delegated administrators in our tenant',
    'which companies have admin access to our environment',
    'who has GDAP',
    'show delegated admin relationships',
    'does Fabrikam Cloud still have admin access?',
    'which provider manages our tenant',
    'who is managing our tenant',
    'qui administre notre environnement Microsoft 365',
    'any DAP left in our tenant?',
    'I want to know who has delegated access',
    'where can I see who has delegated admin rights',
    'qui a un accès délégué à notre locataire ?',
    'quels partenaires ont un accès administrateur',
    'qui a des droits d’administration chez nous',
    'liste des administrateurs délégués',
  ],
  'who are ours': [
    'who is our reseller',
    'who are our CSPs',
    'which resellers do we have',
    'do we have a reseller?',
    'who is the reseller of our tenant',
    'a reseller of ours',
    'partner relationships in the admin center',
    'which of our partners in France have admin access',
    'qui est notre revendeur',
    'quel est notre fournisseur CSP ?',
    'avec quels revendeurs travaille-t-on déjà',
    'montre-moi les relations partenaires',
  ],
  'what ends': [
    'which partner relationships expire soon',
    'when does our GDAP relationship with Fabrikam end?',
    'list our GDAP relationships and when they expire',
    'what expires this month?',
    'upcoming GDAP expirations',
    'quand expire la relation GDAP',
    'quelles relations partenaires arrivent à échéance',
  ],
  'what is not to be taken away, or in doubt': [
    'don’t remove Fabrikam',
    'do not disconnect Fabrikam Cloud',
    'please never revoke Fabrikam',
    'should we remove Fabrikam Cloud?',
    'why can’t I remove the partner Fabrikam?',
    'I do not want to end the relationship with Fabrikam',
    'ne supprime pas le partenaire Fabrikam',
    'ne pas retirer les rôles de Fabrikam Cloud',
    'révoque pas Fabrikam',
  ],
};

/** About providers that somebody looks for, about terms, or about something else. */
const others = [
  'find a delegated administrator',
  'GDAP partner',
  'list resellers',
  'which partners sell Azure',
  'who can help us with GDAP',
  'I need a partner with GDAP experience',
  'a partner for our school in Paris',
  'we have 50 users and need a reseller',
  'who offers delegated administration in France',
  'reseller for our organisation',
  'is there a GDAP partner in Lyon',
  'our team needs a partner',
  'who can be our delegated administrator in Paris',
  'who has experience with admin roles',
  'a partner for end users',
  'qui peut nous aider avec GDAP',
  'un administrateur délégué à Paris',
  'nous cherchons un revendeur pour notre école',
  'what is GDAP',
  'explain delegated administration',
  'do I have access',
  'remove the city filter',
  'remove Azure',
  'delete my data',
  'cancel the invitation of Fabrikam',
  'annuler l’invitation de Fabrikam',
  'remove',
];

const removals = {
  'Fabrikam Cloud': [
    'disconnect partner Fabrikam Cloud',
    'remove roles from Fabrikam Cloud',
    'revoke roles from Fabrikam Cloud',
    'remove Fabrikam Cloud’s admin roles',
    'please end Fabrikam Cloud’s delegated administration',
    'take Fabrikam Cloud off our tenant',
    'how can we get rid of Fabrikam Cloud',
    'cancel the partner relationship with Fabrikam Cloud',
    'remove Global Administrator role from Fabrikam Cloud',
    'supprimer le partenaire Fabrikam Cloud',
    'mettre fin à la relation avec Fabrikam Cloud',
    'je veux retirer les droits d’administration à Fabrikam Cloud',
    'ôte ses droits d’administration à Fabrikam Cloud',
    'révoquer l’accès délégué de Fabrikam Cloud',
  ],
  '': [
    'how do I remove a partner admin that I did not authorize',
    'remove partner',
    'how do I terminate a GDAP relationship',
    'comment supprimer un partenaire',
  ],
};

describe('Sentences about the partners that the organisation has', () => {
  for (const [what, sentences] of Object.entries(about))
    describe(what, () => {
      for (const said of sentences)
        it(`“${said}”`, () => {
          assert.equal(meaningOf(said).kind, 'partners');
        });
    });

  describe('that are about others', () => {
    for (const said of others)
      it(`“${said}”`, () => {
        assert.ok(!['partners', 'removePermissions'].includes(meaningOf(said).kind));
      });
  });

  describe('that take permissions away', () => {
    for (const [partner, sentences] of Object.entries(removals))
      for (const said of sentences)
        it(`“${said}”`, () => {
          assert.deepEqual(meaningOf(said), { kind: 'removePermissions', partner });
        });
  });
});

const english = fc.record({
  lead: fc.constantFrom('', 'please ', 'can you ', 'how do I ', 'we want to ', 'I need to '),
  verb: fc.constantFrom('remove', 'disconnect', 'end', 'terminate', 'delete', 'revoke'),
  object: fc.constantFrom(
    'the partner ',
    'partner ',
    'the GDAP relationship with ',
    'roles from ',
    'the access of ',
    'our reseller ',
    'all permissions of ',
  ),
  negated: fc.constantFrom('don’t ', 'do not ', 'never ', 'we should not ', 'I don’t want to '),
});
const french = fc.record({
  lead: fc.constantFrom('', 'svp ', 'peux-tu ', 'comment ', 'je voudrais ', 'il faut '),
  verb: fc.constantFrom('supprimer', 'déconnecter', 'retirer', 'révoquer', 'résilier', 'enlever'),
  object: fc.constantFrom(
    'le partenaire ',
    'la relation GDAP avec ',
    'les rôles de ',
    'l’accès délégué de ',
    'notre revendeur ',
  ),
  negated: fc.constantFrom('ne pas ', 'il ne faut pas ', 'je ne veux pas ', 'surtout ne pas '),
});
const names = fc.constantFrom(
  'Fabrikam',
  'Fabrikam Cloud',
  'Wide World Importers',
  'Société Générale Conseil',
);
const cases = fc.constantFrom(
  (said: string) => said,
  (said: string) => said.toUpperCase(),
  (said: string) => `${said} ?`,
);

describe('Any request to take permissions away', () => {
  it('names the partner, whatever the words around it', () => {
    fc.assert(
      fc.property(fc.oneof(english, french), names, cases, fc.boolean(), (words, name, cased, searchOpen) => {
        const meaning = meaningOf(cased(words.lead + words.verb + ' ' + words.object + name), searchOpen);
        assert.ok(meaning.kind === 'removePermissions', meaning.kind);
        assert.equal(meaning.partner.toLowerCase(), name.toLowerCase());
      }),
      { numRuns: 500 },
    );
  });

  it('is none once it is negated', () => {
    fc.assert(
      fc.property(fc.oneof(english, french), names, cases, fc.boolean(), (words, name, cased, searchOpen) => {
        const said = cased(words.negated + words.verb + ' ' + words.object + name);
        assert.equal(meaningOf(said, searchOpen).kind, 'partners');
      }),
      { numRuns: 500 },
    );
  });
});
