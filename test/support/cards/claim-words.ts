import type { Language } from '../../../src/domain/language.ts';
import type { TextUnit } from './text-units.ts';

interface ClaimWords {
  /** Words that say that something holds in the tenant. */
  readonly holds: RegExp;
  /** The sentence without which they may not stand. */
  readonly unless: RegExp;
  /** Words that say that access ends or has ended. */
  readonly ends: RegExp;
  /** By what. */
  readonly byWhat: RegExp;
}

const words: Record<Language, ClaimWords> = {
  en: {
    holds:
      /\b(?:in effect|in force|authori[sz]ed|removed|active|was accepted|it may now|roles it holds|confirmed:)/iu,
    unless: /recorded here; nothing was done in Microsoft 365 yet/i,
    ends: /\b(?:administration|permissions)\b.*\b(?:has ended|ended|ends (?:soon|today|tomorrow|in )|extends itself)|^it (?:ends|ended|extends)/iu,
    byWhat: /recorded here/i,
  },
  fr: {
    holds:
      /en vigueur|^désormais$|(?:(?:^|\s|’)(?:a|est|été) autorisée?|invitation .*autorisée|supprimée?s?|\bactives?|a été acceptée?|qu’il détient|confirmée :)(?!\p{L})/iu,
    unless: /enregistrée? ici ; rien n’a encore été fait dans Microsoft 365/i,
    ends: /(?:administration déléguée|autorisations déléguées) (?:[^.]* )?(?:est terminée|se termine|est arrivée|ont pris fin|se prolonge)|(?:^|, )elle (?:se termine|s’est terminée|se prolonge)/iu,
    byWhat: /enregistrée?s? ici/i,
  },
};

/** The texts that claim what a desk which only records decisions cannot know. */
export function unfoundedClaims(language: Language, units: readonly TextUnit[]): readonly string[] {
  const { holds, unless, ends, byWhat } = words[language];
  return units
    .filter(
      ({ text, block }) =>
        (holds.test(text) && !unless.test(block)) || (ends.test(text) && !byWhat.test(block)),
    )
    .map(({ text }) => text);
}
