export const desk = {
  welcomeTitle: 'Welcome to Partner Desk',
  welcomeBy: (name: string) => `${name} added Partner Desk here.`,
  purpose:
    'Find the solution providers that work with Microsoft 365, and contact them. When one of them answers, you decide here what it may do in your organisation.',
  helpTitle: 'What you can say',
  helpLead: 'Write as you would to a colleague. For example:',
  notUnderstoodTitle: 'I did not understand that',
  notUnderstoodLead: 'I can search the provider directory for these words, or you can say:',
  examples: [
    { say: 'find a provider', does: 'opens the provider directory' },
    { say: 'a reseller in Lyon for Azure', does: 'searches with what you need' },
    { say: 'only in France · the second one · next page', does: 'goes on from the results' },
    { say: 'partners', does: 'shows who may do what in your organisation' },
    { say: 'my requests', does: 'shows whom you contacted, and how far it is' },
    { say: 'en français', does: 'switches to French' },
  ],
  searchFor: (words: string) => `Search for “${words}”`,
  findProvider: 'Find a solution provider',
  myRequests: 'My requests',
  help: 'Help',
  tryAgain: 'Try again',
  languageTitle: 'English it is',
  languageText: 'I will write to you in English from now on. Say “en français” to change back.',
  errorTitle: 'That did not work',
  unexpected: (reference: string) =>
    `Something went wrong on our side. Try again, or give the person who runs this desk the reference ${reference}.`,
  sandboxNote: 'Sandbox: sample data, nothing leaves this machine.',
};
