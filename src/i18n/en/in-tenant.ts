import type { en } from '../en.ts';
import type { Format } from '../format.ts';
import type { SomeOf } from '../with-wording.ts';
import { partner } from './partner.ts';
import { recorded } from './recorded.ts';

const before = 'Decided here before this desk read Microsoft 365; that does not show that it was done there.';

/**
 * The texts of a desk whose decisions take effect in Microsoft 365: what people decided here is called a decision, and
 * only what was seen there is called done.
 */
export const inTenant = {
  history: {
    words: {
      delegatedAdminRemoved: {
        kind: 'Removal of delegated permissions decided',
        what: ({ partner }) => `Removal of the delegated permissions of ${partner} decided`,
      },
      delegatedAdminEnded: {
        kind: 'Delegated administration ended, by what was decided here',
        what: ({ partner }) => `Delegated administration of ${partner} ended, by what was decided here`,
      },
    },
    administration: {
      none: 'no delegated permissions decided here',
      active: 'delegated permissions decided here',
      ended: 'delegated permissions ended, by what was decided here',
      removed: 'removal of delegated permissions decided here',
    },
  },
  invitation: {
    effect: { inEffect: before, recorded: before },
    sandboxNote: 'Sandbox: the Microsoft 365 tenant is simulated on this machine.',
  },
  partner: {
    noneAtAll:
      'Your organisation has no partner that this desk knows of. One appears here once its invitation is authorized, or once Microsoft 365 shows it.',
    noAccess: 'No delegated permissions decided here',
    active: 'Delegated administration: decided here',
    ended: (date: string) => `Delegated administration: ended on ${date}, by what was decided here`,
    removed: (date: string) => `Delegated permissions: removal decided on ${date}`,
    until: (format: Format, date: string, count: number) =>
      `as decided, ${partner.until(format, date, count)}`,
    extendsOn: (format: Format, date: string, count: number) =>
      `as decided, ${partner.extendsOn(format, date, count)}`,
    mayDo: 'What was decided here',
    rolesLead: 'Roles decided here:',
    removedBy: (who: string, when: string) =>
      `${who} decided on ${when} to remove its delegated permissions.`,
    confirmLead: 'This is what is to be taken away. It is done in the admin center, not by this desk:',
    staysAlone: (name: string) => `${name} stays among your partners here, and can be invited again.`,
    nothingThere: 'has no delegated permissions decided here or seen; nothing happens to it.',
    removedTitle: 'Removal decided',
    someFailedTitle: 'Not every removal was decided',
    noneRemovedTitle: 'No removal was decided',
    removalEffect: { inEffect: before, recorded: before },
    removedNotice: (who: string, partner: string) =>
      `${who} decided to remove the delegated permissions of ${partner}.`,
  },
  reminder: recorded.reminder,
  review: {
    counted: {
      removed: (format: Format, count: number) => `${format.number(count)} to be removed`,
      ended: (format: Format, count: number) => `${format.number(count)} ended, by what was decided here`,
    },
    endedOn: (when: string) => `By what was decided here, its delegated permissions ended on ${when}.`,
  },
} satisfies SomeOf<typeof en>;
