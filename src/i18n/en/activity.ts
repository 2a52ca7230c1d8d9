/** Whether a partner uses its access, as far as it was seen. Nothing here says “unused”: that cannot be known. */
export const activity = {
  title: 'Used or idle',
  lastSignIn: (when: string) => `Last sign-in seen: ${when}`,
  lastSignInTo: (when: string, application: string) => `Last sign-in seen: ${when}, ${application}`,
  signIn: (when: string, application: string) => `${when}: ${application}`,
  signInFailed: (when: string, application: string) => `${when}: ${application} (failed)`,
  noSignIn: (date: string) => `No sign-in seen since ${date}.`,
  otherSignIns: 'Others:',
  signInsNotRead: (because: string) => `Its sign-ins cannot be read: ${because}.`,
  signInsAsOf: (when: string, because: string) =>
    `Its sign-ins were last read on ${when}; now they cannot be: ${because}.`,
  signInsNotYet: 'Its sign-ins have not been read yet.',
  changed: 'What it changed:',
  change: (when: string, what: string, who: string) => `${when}: ${what} (${who})`,
  noChange: (date: string) => `No change by it seen since ${date}.`,
  changesNotRead: (because: string) => `What it changed cannot be read: ${because}.`,
  changesAsOf: (when: string, because: string) =>
    `What it changed was last read on ${when}; now it cannot be: ${because}.`,
  changesNotYet: 'What it changed has not been read yet.',
};
