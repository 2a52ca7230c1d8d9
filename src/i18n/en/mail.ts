import type { Format } from '../format.ts';

/** The e-mails of a contact request: to a provider, and the requester's copy. */
export const mail = {
  toProvider: {
    subject: (organization: string, reference: string) =>
      `${organization} asks you to get in touch (${reference})`,
    opening: (organization: string) => [
      'Hello,',
      `${organization} found you in the directory of solution providers and would like to hear from you. This is what it asks.`,
    ],
    closing: (contact: string, reference: string) => [
      `To answer, reply to this message: your reply goes straight to ${contact}. Please keep the reference ${reference} in its subject.`,
      'The sender agreed to share these details with you so that you can answer this request.',
      'Sent with Partner Desk',
    ],
    closingWithoutReply: (contact: string, reference: string) => [
      `To answer, write to ${contact} at the e-mail address above; a reply to this message does not get there. Please quote the reference ${reference}.`,
      'The sender typed that address and agreed to share these details with you so that you can answer this request.',
      'Sent with Partner Desk',
    ],
  },
  copy: {
    subject: (format: Format, reference: string, providers: readonly string[]) =>
      `Copy of your request to ${format.list(providers)} (${reference})`,
    opening: (format: Format, providers: readonly string[]) => [
      'Hello,',
      `This is a copy of the request that you sent to ${format.list(providers)}.`,
    ],
    closing: (reference: string) => [
      `Providers answer you directly, at the address that this copy was sent to. Please quote the reference ${reference}.`,
      'If you decide to work together, the provider sends you an invitation; paste its link into your chat with Partner Desk.',
      'Sent with Partner Desk',
    ],
  },
  labels: {
    reference: 'Reference',
    organizationName: 'Organisation',
    place: 'Location',
    organizationSize: 'Size',
    industry: 'Industry',
    contactName: 'Contact',
    email: 'E-mail',
    phone: 'Phone',
    preferredLanguage: 'Preferred language',
    products: 'Products of interest',
    needs: 'Business needs',
  },
  place: (city: string, country: string) => `${city}, ${country}`,
  labelled: (label: string, value: string) => `${label}: ${value}`,
};
