import type { ErrorMessages } from '../error-messages.ts';

export const errors: ErrorMessages = {
  'invalid-action': () => 'This button no longer works as it was sent. Type “help” to start again.',
  'provider-not-found': () => 'This provider is no longer in the directory. Search again to see who is.',
  'no-provider-chosen': () => 'Tick at least one provider first, then press Contact.',
  'too-many-providers': ({ most, chosen }) =>
    `You ticked ${chosen} providers. One request can go to ${most} at most; untick some and press Contact again.`,
  'contact-form-invalid': () => 'Some answers need another look. Each one says what is missing.',
  'directory-unavailable': () => 'The provider directory is still being prepared. Try again in a minute.',
  'store-unavailable': () => 'The desk could not save this, so nothing was changed. Try again in a minute.',
  'tenant-not-allowed': () =>
    'This desk does not serve your organisation. Ask the person who runs it to add your tenant.',
  'person-unknown': () =>
    'This chat does not tell the desk who you are. Write to it from Microsoft Teams, signed in with your work account.',
};
