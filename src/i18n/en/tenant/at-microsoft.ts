/** What a decision amounts to at Microsoft, and who still has to do what there. */
export const atMicrosoft = {
  awaiting: 'Awaiting Microsoft 365',
  settled: 'Not awaited any more: something else was decided since.',
  todo: {
    granular:
      'A Global Administrator still has to approve the request in the Microsoft 365 admin center. No other role can, and until then it changes nothing there.',
    reseller:
      'A Global or Billing Administrator still has to accept the invitation in the Microsoft 365 admin center. Until then it changes nothing there.',
    unshown:
      'Somebody still has to complete it at Microsoft. Nothing in Microsoft 365 shows this to the desk, so press “Done at Microsoft” once it is done there.',
    classic:
      'A Global Administrator still has to accept it in the Microsoft 365 admin center. Microsoft 365 may not show these classic privileges to the desk: if this card has not changed a day later, press “Done at Microsoft”.',
    sameRoles:
      'A Global Administrator still has to approve the request in the Microsoft 365 admin center. The partner has these roles already, so Microsoft 365 will look the same afterwards: press “Done at Microsoft” once it is done there.',
    removal:
      'A Global Administrator still has to take the roles away in the Microsoft 365 admin center, under Settings, Partner relationships. Until then the partner keeps them.',
    classicRemoval:
      'A Global Administrator still has to take the roles away in the Microsoft 365 admin center, under Settings, Partner relationships. Microsoft 365 may not show classic privileges to the desk: press “Done at Microsoft” once it is done there.',
  },
  turns: 'This card changes by itself once Microsoft 365 shows it.',
  done: 'Done at Microsoft',
  confirmed: (when: string) => `Confirmed in Microsoft 365 on ${when}`,
  completed: (who: string, when: string) =>
    `By the audit log of Microsoft 365, ${who} completed it on ${when}.`,
  said: (who: string, when: string) =>
    `${who} says that it was done at Microsoft (${when}). Microsoft 365 does not show it.`,
  otherRoles: 'Approved with other roles than the invitation claimed',
  more: (names: string) => `More than claimed: ${names}`,
  missing: (names: string) => `Claimed, but not approved: ${names}`,
  lesserRole:
    'You can decide this here; at Microsoft only a Global Administrator can finish it. Yours is another role, so agree with one of them first.',
  finisher: 'At Microsoft, only a Global Administrator can finish it.',
  onceDone: 'Once it is done there:',
  ifDone: 'If that is so:',
  confirmedNotice: (partner: string) =>
    `Microsoft 365 shows what was decided about ${partner}: it is confirmed.`,
  otherRolesNotice: (partner: string) =>
    `The invitation of ${partner} was approved at Microsoft with other roles than it had claimed.`,
  completedNotice: (who: string) => `By its audit log, ${who} completed it.`,
  saidNotice: (who: string, partner: string) =>
    `${who} says that what was decided about ${partner} was done at Microsoft. Microsoft 365 does not show it.`,
  myRoles: 'My roles',
};
