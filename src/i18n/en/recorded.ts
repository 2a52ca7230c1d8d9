import type { DecisionWords } from '../decision-words.ts';
import type { en } from '../en.ts';
import type { Format } from '../format.ts';
import type { SomeOf } from '../with-wording.ts';
import { decision } from './decision.ts';
import { desk } from './desk.ts';
import { alreadyDecided } from './errors.ts';

const onlyRecorded = 'recorded here; nothing was done in Microsoft 365 yet';
const sentence = 'Recorded here; nothing was done in Microsoft 365 yet.';

const authorized: DecisionWords['authorized'] = {
  title: 'Authorization recorded',
  decided: ({ who, when }) => `${who} authorized it on ${when}: ${onlyRecorded}.`,
  notice: ({ who, partner }) => `${who} authorized the invitation of ${partner}: ${onlyRecorded}.`,
  already: ({ who, on }) => `${who} authorized this invitation on ${on}: ${onlyRecorded}.`,
};

/** The texts of a desk that records decisions and does nothing in Microsoft 365: none claims more. */
export const recorded = {
  decision: {
    words: {
      authorized,
      cancelled: {
        decided: ({ who, when }) => `${who} cancelled it here on ${when}. Nothing was granted from here.`,
      },
      lapsed: {
        decided: ({ when }) => `Nobody decided here until ${when}. Nothing was granted from here.`,
        notice: ({ partner }) => `The invitation of ${partner} lapsed. Nothing was granted from here.`,
      },
      withdrawn: {
        decided: ({ when }) => `The partner took it back on ${when}. Nothing was granted from here.`,
      },
    },
  },
  desk: {
    purpose:
      'Find the solution providers that work with Microsoft 365, and contact them. When one of them answers, you record here what it may do in your organisation, and are led to the page of Microsoft 365 where that is done.',
    examples: desk.examples.map((example) =>
      example.say === 'partners' ? { ...example, does: 'shows what was recorded here about each' } : example,
    ),
  },
  history: {
    words: {
      invitationAuthorized: {
        kind: 'Authorization recorded here',
        what: ({ partner, asA }) => `Invitation of ${partner} authorized (${onlyRecorded}): ${asA}`,
      },
      delegatedAdminRemoved: {
        kind: 'Removal of delegated permissions recorded here',
        what: ({ partner }) => `Delegated permissions of ${partner} removed (${onlyRecorded})`,
      },
      delegatedAdminEnded: {
        kind: 'Delegated administration ended, by what was recorded here',
        what: ({ partner }) => `Delegated administration of ${partner} ended, by what was recorded here`,
      },
    },
    administration: {
      none: 'no delegated permissions recorded here',
      active: 'delegated permissions recorded here',
      ended: 'delegated permissions ended, by what was recorded here',
      removed: 'removal of delegated permissions recorded here',
    },
  },
  invitation: {
    unnamedText:
      'It opens an offer at Microsoft that may include delegated administration, without naming the partner. You cannot accept it here. Ask the partner for an invitation that carries its tenant id.',
    agreement: (name: string, url: string) =>
      `**Authorize** accepts this invitation and the [${name}](${url}): that is recorded here, and nothing is done in Microsoft 365.`,
    agreementAccepted: (name: string, url: string) =>
      `Acceptance of the [${name}](${url}) is recorded here with it.`,
    confirmLead:
      'You are about to record that you grant this over your whole tenant. Nothing is done in Microsoft 365 by that.',
    confirmAuthorize: 'Authorize and record these permissions',
    effect: {
      inEffect: sentence,
      recorded: sentence,
      awaiting: sentence,
      said: sentence,
      confirmed: sentence,
    },
    granted: 'Once it is done there:',
    seesPurchases: 'Recorded here: it may see what you bought through your other MPSA partners.',
    seesNoPurchases: 'Recorded here: it may not see what you bought through your other MPSA partners.',
  },
  partner: {
    noneAtAll:
      'No partner of your organisation is on record here. One appears once you authorize its invitation.',
    noAccess: 'No delegated permissions recorded here',
    active: `Administration: ${onlyRecorded}`,
    awaiting: `Administration: ${onlyRecorded}`,
    ended: (date: string) => `Delegated administration: ended on ${date}, by what was recorded here`,
    removed: (date: string) => `Delegated permissions: removed on ${date} (${onlyRecorded})`,
    removalAwaiting: `Delegated permissions: removal ${onlyRecorded}`,
    since: (date: string) => `Recorded ${date}`,
    mayDo: 'What it may do, by what was recorded here',
    authorizedBy: (who: string, when: string) => `${who} decided that here on ${when}.`,
    rolesLead: 'Roles recorded here:',
    removedBy: (who: string, when: string) =>
      `${who} removed its delegated permissions on ${when}: ${onlyRecorded}.`,
    confirmLead: 'Only the removal is recorded here. Take this away in the admin center as well:',
    staysAlone: (name: string) => `${name} stays among your partners here, and can be invited again.`,
    nothingThere: 'has no delegated permissions recorded here; nothing happens to it.',
    removedTitle: 'Removal recorded',
    someFailedTitle: 'Not every removal was recorded',
    noneRemovedTitle: 'No removal was recorded',
    removalEffect: {
      inEffect: 'They are not gone until you take them away in the admin center as well.',
      recorded: 'They are not gone until you take them away in the admin center as well.',
      awaiting: 'They are not gone until you take them away in the admin center as well.',
      said: 'They are not gone until you take them away in the admin center as well.',
      confirmed: 'They are not gone until you take them away in the admin center as well.',
    },
    removedNotice: (who: string, partner: string) =>
      `${who} removed the delegated permissions of ${partner}: ${onlyRecorded}.`,
  },
  reminder: {
    endingTitle: 'Delegated administration ends soon, by what was recorded here',
    extendingTitle: 'Delegated administration extends itself soon, by what was recorded here',
    endedTitle: 'Delegated administration has ended, by what was recorded here',
    ends: (when: string, left: string) => `By what was recorded here, it ends ${left}, on ${when}.`,
    endsOrExtends: (when: string, left: string) =>
      `By what was recorded here, it ends ${left}, on ${when}, unless it extends itself, which is not known.`,
    extends: (when: string, left: string) =>
      `By what was recorded here, it extends itself by 180 days ${left}, on ${when}, and asks nobody. If it is not needed any more, take it away in the admin center.`,
    ended: (when: string) => `By what was recorded here, it ended on ${when}. Check it in the admin center.`,
    rolesEnded: 'Roles that it has no more, by what was recorded here:',
    endingNotice: (partner: string, left: string) =>
      `By what was recorded here, delegated administration of ${partner} ends ${left}.`,
    extendingNotice: (partner: string, left: string) =>
      `By what was recorded here, delegated administration of ${partner} extends itself ${left}.`,
    endedNotice: (partner: string) =>
      `By what was recorded here, delegated administration of ${partner} has ended.`,
  },
  review: {
    counted: {
      removed: (format: Format, count: number) => `${format.number(count)} removed (${onlyRecorded})`,
      ended: (format: Format, count: number) => `${format.number(count)} ended, by what was recorded here`,
    },
    endedOn: (when: string) => `By what was recorded here, its delegated permissions ended on ${when}.`,
    changedMeanwhile: (name: string) =>
      `Other permissions of ${name} were recorded since you were shown them. Look again before you decide.`,
    nothingToReview:
      'No partner has delegated permissions by what was recorded here, so there is nothing to review.',
    due: (format: Format, count: number) =>
      `By what was recorded here, ${format.number(count)} ${count === 1 ? 'partner has' : 'partners have'} delegated permissions in your organisation. Look at each: keep what it still needs, remove what it does not.`,
  },
  errors: {
    'invitation-already-decided': alreadyDecided({ ...decision.words, authorized }),
    'nothing-to-remove': () =>
      'This partner has no delegated permissions recorded here, so there was nothing to remove. Type “partners” to see who has some.',
  },
} satisfies SomeOf<typeof en>;
