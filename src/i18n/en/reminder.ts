import type { Format } from '../format.ts';
import { forms } from '../plural-forms.ts';

const days = forms('day', 'days');

export const reminder = {
  endingTitle: 'Delegated administration ends soon',
  extendingTitle: 'Delegated administration extends itself soon',
  endedTitle: 'Delegated administration has ended',
  left: (format: Format, count: number) => {
    if (count <= 0) return 'today';
    return count === 1 ? 'tomorrow' : `in ${format.number(count)} ${format.plural(count, days)}`;
  },
  ends: (when: string, left: string) => `It ends ${left}, on ${when}.`,
  endsOrExtends: (when: string, left: string) =>
    `It ends ${left}, on ${when}, unless it extends itself, which is not known.`,
  extends: (when: string, left: string) =>
    `It extends itself by 180 days ${left}, on ${when}, and asks nobody. Remove it now if it is not needed any more.`,
  ended: (when: string) => `It ended on ${when}.`,
  renew: (partner: string) =>
    `What has ended cannot be restored. If it is needed longer, ask ${partner} for a new invitation.`,
  rolesEnding: 'Roles that end:',
  rolesExtending: 'Roles that go on:',
  rolesEnded: 'Roles that it has no more:',
  open: 'Open partner',
  endingNotice: (partner: string, left: string) => `Delegated administration of ${partner} ends ${left}.`,
  extendingNotice: (partner: string, left: string) =>
    `Delegated administration of ${partner} extends itself ${left}.`,
  endedNotice: (partner: string) => `Delegated administration of ${partner} has ended.`,
};
