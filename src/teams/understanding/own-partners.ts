import { activeFilters } from '../../domain/providers/provider-search.ts';
import { ownPartnerWords, type OwnPartnerWords } from '../../i18n/lexicon/own-partners.ts';
import type { DirectoryTerms } from './directory-terms.ts';
import type { Meaning } from './meaning.ts';
import { PhraseBook } from './phrase-book.ts';
import { readSearch } from './read-search.ts';
import { foldedWords, wordsOf, writtenText, type Word } from './words.ts';

type Role = keyof OwnPartnerWords;
type List = Extract<Meaning, { readonly kind: 'partners' }>;
type Removal = Extract<Meaning, { readonly kind: 'removePermissions' }>;

/** What words can be in a sentence about the partners that the organisation has. */
const book = new PhraseBook<Role>();
for (const words of ownPartnerWords) {
  for (const [role, phrases] of Object.entries(words) as [Role, readonly string[]][])
    for (const phrase of phrases) book.add(foldedWords(phrase), role);
}

/** The longest phrase of the lexicon, in words. */
const longestPhrase = 5;

/** What each word of a sentence can be; every word of a phrase is what the phrase is. */
class Sentence {
  readonly #roles: readonly ReadonlySet<Role>[];

  constructor(words: readonly Word[]) {
    const folded = words.map((word) => word.folded);
    const roles = folded.map(() => new Set<Role>());
    for (const from of folded.keys()) {
      for (let to = from + 1; to <= Math.min(folded.length, from + longestPhrase); to += 1)
        for (const role of book.whole(folded.slice(from, to)))
          for (const set of roles.slice(from, to)) set.add(role);
    }
    this.#roles = roles;
  }

  is(index: number, ...roles: readonly Role[]): boolean {
    return roles.some((role) => this.#roles[index]?.has(role) === true);
  }

  /** The indices of the words that are one of these. */
  at(...roles: readonly Role[]): readonly number[] {
    return [...this.#roles.keys()].filter((index) => this.is(index, ...roles));
  }

  has(...roles: readonly Role[]): boolean {
    return this.at(...roles).length > 0;
  }
}

const whatPartnersHold = ['partner', 'delegated', 'rights', 'access'] as const;

/** The list of the organisation's partners. */
function listed(onlyDelegated: boolean): List {
  return { kind: 'partners', onlyDelegated };
}

/**
 * The meaning of a request to take a partner's permissions away, in whatever words: “disconnect partner Fabrikam”,
 * « mettre fin à la relation avec Fabrikam ». What is not to be done, or in doubt, shows the partners.
 * @returns undefined if something else is to be taken away
 */
export function ownRemovalIn(words: readonly Word[], terms: DirectoryTerms): List | Removal | undefined {
  const sentence = new Sentence(words);
  const [verb] = sentence.at('removes', 'mayRemove');
  if (verb === undefined) return undefined;
  const lead = [...words.keys()].slice(0, verb);
  if (!lead.every((index) => sentence.is(index, 'before', 'doubts'))) return undefined;
  let from = verb + 1;
  while (sentence.is(from, 'removes') || (sentence.is(from, 'mayRemove') && !sentence.is(from, 'rights')))
    from += 1;
  const rest = words.slice(from);
  const object = new Sentence(rest);
  if (object.at('otherThings').some((index) => !object.is(index + 1, 'rights'))) return undefined;
  const partner = nameIn(rest, object);
  if (!object.has(...whatPartnersHold, 'tenant')) {
    const isName = partner !== '' && readSearch(rest, terms).search.text !== '';
    if (!sentence.is(verb, 'removes') || !isName) return undefined;
  }
  const isDoubted = lead.some((index) => sentence.is(index, 'doubts')) || object.is(0, 'not');
  return isDoubted ? listed(false) : { kind: 'removePermissions', partner };
}

/** From the first word that says nothing else to the last, as written; empty if there is none. */
function nameIn(words: readonly Word[], sentence: Sentence): string {
  const [clause = words.length] = sentence.at('clause');
  const named = [...words.keys()]
    .slice(0, clause)
    .filter(
      (index) => !sentence.is(index, ...whatPartnersHold, 'tenant', 'ours', 'mine', 'aroundNames', 'holds'),
    );
  const [first, last] = [named[0], named.at(-1)];
  if (first === undefined || last === undefined) return '';
  return writtenText(words, [...words.keys()].slice(first, last + 1));
}

/**
 * The meaning of a question about the partners that the organisation has: who has access, who is “our reseller”, what
 * ends. A sentence that looks for a provider, or for any of a kind, is none.
 */
export function ownPartnersIn(said: readonly Word[], terms: DirectoryTerms): Meaning | undefined {
  const words = withoutLead(said);
  const sentence = new Sentence(words);
  if (sentence.has('seeks') || !isAboutOwn(words, sentence, terms)) return undefined;
  const onlyDelegated = sentence.has('delegated', 'rights') && !sentence.has('ends', 'doubts');
  return listed(onlyDelegated);
}

function withoutLead(words: readonly Word[]): readonly Word[] {
  const lead = new Sentence(words).at('leads');
  const isFirst = (lead[0] ?? words.length) < 4;
  let end = lead[0] ?? 0;
  while (lead.includes(end)) end += 1;
  return isFirst ? words.slice(end) : words;
}

function isAboutOwn(words: readonly Word[], sentence: Sentence, terms: DirectoryTerms): boolean {
  const { text, filters: all } = readSearch(words, terms).search;
  const { function: _, ...filters } = all;
  const isNarrowed = activeFilters({ text: '', filters }).length > 0;
  const near = (index: number, ...roles: readonly Role[]) =>
    [1, 2, 3].some((distance) => sentence.is(index + distance, ...roles));
  const isForWhom = (index: number) => [1, 2].some((distance) => sentence.is(index - distance, 'forWhom'));

  const isOfOurs =
    sentence.at('ours').some((index) => near(index, 'partner', 'delegated', 'rights') && !isForWhom(index)) ||
    sentence.at('mine').some((index) => near(index, 'partner', 'delegated') && !isForWhom(index)) ||
    sentence
      .at('partner')
      .some((index) => sentence.is(index + 2, 'ours') && !sentence.is(index + 1, 'forWhom'));
  const weHave = sentence.has('weHave') && sentence.has('partner', 'delegated') && filters.size === undefined;
  const isInTenant =
    filters.city === undefined &&
    filters.country === undefined &&
    sentence.has(...whatPartnersHold) &&
    sentence
      .at('tenant')
      .some((index) => !isForWhom(index) && (!isNarrowed || sentence.is(index - 1, 'ours')));
  const isSurelyOwn = isOfOurs || weHave || isInTenant;

  const isAnyOne = sentence
    .at('anyOne')
    .some((index) => sentence.is(index + 1, 'partner', 'delegated', 'rights'));
  const isOneself = sentence.has('oneself') && !sentence.has('partner');
  if (isSurelyOwn) return !isOneself;
  if (isOneself) return false;

  const asks = sentence.has('asks');
  if (asks && isOnlyAboutEnds(text)) return true;
  if (
    sentence.has('ends') &&
    sentence.has(...whatPartnersHold) &&
    (asks || sentence.has('relationship', 'delegated'))
  )
    return true;
  if (asks && sentence.has('holds') && sentence.has('delegated', 'rights', 'access')) return true;
  if (isAnyOne || isNarrowed) return false;
  return (
    (sentence.has('delegated') && (asks || sentence.has('relationship'))) ||
    sentence
      .at('relationship')
      .some((index) => [index - 1, index + 1].some((beside) => sentence.is(beside, 'partner'))) ||
    sentence.at('whoIs').some((index) => sentence.is(index + 1, 'whoIs') && near(index + 1, 'partner'))
  );
}

/** “What expires this month?” */
function isOnlyAboutEnds(text: string): boolean {
  const words = wordsOf(text);
  return words.length > 0 && new Sentence(words).at('ends').length === words.length;
}
