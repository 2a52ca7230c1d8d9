import type { SolutionProviderFunction } from '../../../src/domain/solution-provider-function.ts';
import { userAdministrator } from '../examples/invitation-examples.ts';

/** Everything that one tenant's people and partners write, all of it marked. */
export interface TenantWords {
  /** Occurs in each of its texts, and in no other. */
  readonly mark: string;
  /** What is typed into inputs of cards, by id. */
  readonly inputs: Readonly<Record<string, string>>;
  /** What is said in a chat. */
  readonly said: readonly string[];
  /** Mails that contain an invitation. */
  readonly mails: readonly string[];
  /** A person's name in the channel. */
  readonly nameOf: (person: string) => string;
  /** What a mail flow submits for this tenant. */
  readonly submitted: (tenant: string, number: number, invitedAs: SolutionProviderFunction) => object;
  /** Ids of its partners: they name nobody, and another tenant may send them. */
  readonly partnerIds: readonly string[];
}

/**
 * @param mark characters that occur in no text of the desk
 * @param digit makes the ids of its partners unique to the tenant
 */
export function tenantWords(mark: string, digit: '1' | '2'): TenantWords {
  const partnerIds = Array.from(
    { length: 5 },
    (_, index) => `${digit}000000${index}-0000-4000-8000-00000000000${digit}`,
  );
  const [pasted = '', granular = ''] = partnerIds;
  const home = 'https://admin.microsoft.com/Adminportal/Home';
  const request = `5d027261-d21f-4aa9-b7db-7fa1f56fb16${digit}-${granular}`;
  return {
    mark,
    partnerIds,
    inputs: {
      organizationName: `${mark} organisation`,
      country: 'FR',
      city: `${mark}ville`,
      contactName: `${mark} Contact`,
      email: `${mark}@${mark}.example`,
      phone: `+33 ${digit.repeat(9)}`,
      preferredLanguage: 'fr',
      organizationSize: '51-250',
      industry: `${mark}industry`,
      products: `${mark}products`,
      needs: `We need ${mark}needs`,
      consent: 'true',
      reason: `because of ${mark}reason`,
      account: `${mark}.account@${mark}.example`,
      seesOtherPartners: 'true',
    },
    said: [
      'find a provider',
      `find a reseller in Lyon for ${mark}search`,
      'contact the first one',
      'partners',
      `revoke ${mark}partner`,
      'remove permissions',
      'invitations',
      'history',
      `history of ${mark}partner`,
      'my requests',
      'help',
      'notify here',
      'stop notifying',
      'en français',
      'in English',
      `${mark} says something else`,
    ],
    mails: [
      `Partner: ${mark}partner pasted\n${home}?invType=ResellerRelationship&partnerId=${pasted}&msppId=0&DAP=true#/BillingAccounts/partner-invitation`,
      `Partner: ${mark}partner granular\nDuration: 30 days\n- User Administrator\n${home}#/partners/invitation/granularAdminRelationships/${request}`,
      `Look: https://admin.microsoft.com.${mark}.example/partners/invitation`,
    ],
    nameOf: (person) => `${mark} ${person}`,
    submitted: (tenantId, number, invitedAs) => ({
      // The same ids in every tenant, which must not be confused.
      id: `posted-${number}`,
      tenantId,
      partner: {
        tenantId: partnerIds[2 + (number % 3)],
        name: `${mark}partner ${number}`,
        domain: `${mark}.example`,
      },
      function: invitedAs,
      ...(/admin/i.test(invitedAs) && {
        delegatedAdmin: { roles: [userAdministrator], duration: 'P730D', autoExtend: 'P180D' },
      }),
      message: `Welcome, says ${mark}.`,
      link: `https://admin.microsoft.com/?${mark}=${number}`,
    }),
  };
}
