import { foldText } from '../fold-text.ts';
import type { InvitingPartner } from '../invitations/invitation.ts';

/** Whether what a person typed is part of a partner's name, domain or id; nothing typed is part of every one. */
export function isPartOfName(partner: InvitingPartner, typed: string): boolean {
  if (typed.trim() === '') return true;
  const looked = words(typed);
  return looked !== '' && namesOf(partner).some((name) => name.includes(looked));
}

/** Whether what a person typed is a partner's name, domain or id, in whatever case and with whatever accents. */
export function isName(partner: InvitingPartner, typed: string): boolean {
  const looked = words(typed);
  return looked !== '' && namesOf(partner).includes(looked);
}

/** Whether a partner is named in what a person typed, other words around it. */
export function isNamedIn(partner: InvitingPartner, typed: string): boolean {
  const looked = ` ${words(typed)} `;
  return namesOf(partner).some((name) => looked.includes(` ${name} `));
}

function namesOf({ id, name, domain }: InvitingPartner): readonly string[] {
  return [name?.value, domain?.value, id].map((each) => words(each ?? '')).filter((each) => each !== '');
}

/** Folded, with one space where anything but letters and digits stood. */
function words(text: string): string {
  return (foldText(text).match(/[\p{L}\p{N}\p{M}]+/gu) ?? []).join(' ');
}
