import { foldText } from '../fold-text.ts';
import type { InvitingPartner } from '../invitations/invitation.ts';

/** Whether the typed text is part of a partner's name, domain or id; empty text matches all. */
export function isPartOfName(partner: InvitingPartner, typed: string): boolean {
  if (typed.trim() === '') return true;
  const query = words(typed);
  return query !== '' && namesOf(partner).some((name) => name.includes(query));
}

/** Whether the typed text equals a partner's name, domain or id, ignoring case and accents. */
export function isName(partner: InvitingPartner, typed: string): boolean {
  const query = words(typed);
  return query !== '' && namesOf(partner).includes(query);
}

/** Whether the typed text contains a partner's name, domain or id as whole words. */
export function isNamedIn(partner: InvitingPartner, typed: string): boolean {
  const query = ` ${words(typed)} `;
  return namesOf(partner).some((name) => query.includes(` ${name} `));
}

function namesOf({ id, name, domain }: InvitingPartner): readonly string[] {
  return [name?.value, domain?.value, id].map((each) => words(each ?? '')).filter((each) => each !== '');
}

/** The folded words, separated by single spaces; everything but letters and digits is dropped. */
function words(text: string): string {
  return (foldText(text).match(/[\p{L}\p{N}\p{M}]+/gu) ?? []).join(' ');
}
