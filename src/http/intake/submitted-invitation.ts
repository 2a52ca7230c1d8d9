import { domainToASCII } from 'node:url';
import { z } from 'zod';
import { administrationDays, extensionDays } from '../../domain/duration.ts';
import { guid } from '../../domain/guid.ts';
import { providerId, canonicalTenantId } from '../../domain/identifiers.ts';
import { instantFrom } from '../../domain/instant.ts';
import { includesDelegatedAdmin, type DelegatedAdmin } from '../../domain/invitations/delegated-admin.ts';
import { oneLine } from '../../domain/plain-text.ts';
import { solutionProviderFunctions } from '../../domain/solution-provider-function.ts';
import type { Stated } from '../../domain/stated.ts';

/** The rule for each field; follows its name in a sentence: “partner.name must be …”. */
const must = {
  invitation:
    'must be an object with id, tenantId, partner and function, and where there are any delegatedAdmin, message, link, expiresAt and status',
  id: 'must be one line of 1 to 256 characters, the same whenever this invitation is posted',
  tenantId: 'must be the id of the invited tenant, such as 00000000-0000-0000-0000-000000000000',
  partner: 'must be an object with tenantId, name and, where it is known, domain',
  partnerId: 'must be the GUID of the partner’s tenant, such as 00000000-0000-0000-0000-000000000000',
  partnerName: 'must be text of 1 to 256 characters',
  domain: 'must be a domain name, such as fabrikam.com',
  function: `must be one of ${solutionProviderFunctions.join(', ')}`,
  delegatedAdmin:
    'must be an object with roles, duration and autoExtend; leave it out, or its roles, for classic delegated administration (DAP)',
  noDelegatedAdmin:
    'goes only with the functions delegatedAdministrator and resellerAndDelegatedAdministrator; leave it out',
  roles: 'must be a list of at most 200 role template ids',
  role: 'must be the template id of a Microsoft Entra role, such as fe930be7-5e62-47db-91af-98c3a49a38b1',
  duration: 'must be an ISO 8601 duration from P1D to P2Y, such as P730D; it is required with roles',
  autoExtend: 'must be P180D, or P0D or PT0S where it does not extend itself',
  message: 'must be text of at most 4,000 characters',
  link: 'must be an address of at most 2,048 characters that begins with https://, without a user name',
  expiresAt: 'must be a date and time with its offset as in RFC 3339, such as 2027-02-20T00:00:00Z',
  status: 'must be withdrawn, or left out',
} as const;

const domainName = /^(?=.{1,253}$)(?:[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?\.)+[a-z](?:[a-z\d-]{0,61}[a-z\d])$/;

const stated = <Value>(value: Value): Stated<Value> => ({ value, claimed: false });

function text(maxLength: number, rule: string) {
  // Counts code points: characters beyond the Basic Multilingual Plane are two units of a JavaScript string.
  return z.string(rule).refine((value) => Array.from(value).length <= maxLength, rule);
}

const partner = z
  .strictObject(
    {
      tenantId: z.string(must.partnerId).regex(guid, must.partnerId),
      name: text(256, must.partnerName).refine((name) => oneLine(name) !== '', must.partnerName),
      domain: z
        .string(must.domain)
        // domainToASCII ignores everything after a slash.
        .regex(/^[\p{L}\p{M}\p{N}.-]+$/u, must.domain)
        .transform((domain) => domainToASCII(domain))
        .refine((domain) => domainName.test(domain), must.domain)
        .exactOptional(),
    },
    must.partner,
  )
  .transform(({ tenantId: id, name, domain }) => ({
    id: providerId(id),
    idIsGuess: false,
    name: stated(name),
    ...(domain !== undefined && { domain: stated(domain) }),
  }));

const delegatedAdmin = z
  .strictObject(
    {
      roles: z
        .array(z.string(must.role).regex(guid, must.role).toLowerCase(), must.roles)
        .max(200, must.roles)
        .transform((roles) => [...new Set(roles)])
        .exactOptional(),
      duration: duration(administrationDays, must.duration).exactOptional(),
      autoExtend: duration(extensionDays, must.autoExtend).exactOptional(),
    },
    must.delegatedAdmin,
  )
  .transform(({ roles = [], duration: durationDays, autoExtend = 0 }, context): DelegatedAdmin => {
    if (roles.length === 0) return { kind: 'classic' };
    if (durationDays !== undefined) {
      const [autoExtends, days] = [stated(autoExtend > 0), stated(durationDays)];
      return { kind: 'granular', roles: stated(roles), durationDays: days, autoExtends };
    }
    context.addIssue({ code: 'custom', path: ['duration'], message: must.duration });
    return z.NEVER;
  });

function duration(daysOf: (text: string) => number | undefined, rule: string) {
  return z.string(rule).transform((given, context) => {
    const days = daysOf(given);
    if (days === undefined) context.addIssue(rule);
    return days ?? z.NEVER;
  });
}

/** The body that the intake accepts; unknown fields are refused by name. */
export const submittedInvitation = z
  .strictObject(
    {
      id: z.string(must.id).regex(/^(?! )[^\p{C}\p{Zl}\p{Zp}]{1,256}(?<! )$/u, must.id),
      // Opaque, because tenant ids of Microsoft's test client are not GUIDs. Microsoft writes GUIDs in either case.
      tenantId: z
        .string(must.tenantId)
        .regex(/^[\w.:-]{1,64}$/, must.tenantId)
        .transform(canonicalTenantId),
      partner,
      function: z.enum(solutionProviderFunctions, must.function),
      delegatedAdmin: delegatedAdmin.exactOptional(),
      message: text(4000, must.message).exactOptional(),
      link: z
        .string(must.link)
        .refine((link) => link.length <= 2048 && isPlainHttps(link), must.link)
        .exactOptional(),
      expiresAt: z.iso
        .datetime({ offset: true, error: must.expiresAt })
        .transform((time) => instantFrom(Date.parse(time)))
        .exactOptional(),
      status: z.literal('withdrawn', must.status).exactOptional(),
    },
    must.invitation,
  )
  .refine(
    ({ function: invitedAs, delegatedAdmin: asked }) =>
      asked === undefined ||
      includesDelegatedAdmin(invitedAs) ||
      !solutionProviderFunctions.includes(invitedAs),
    {
      path: ['delegatedAdmin'],
      error: must.noDelegatedAdmin,
      // Runs even if other checks failed, so that one response names every problem.
      when: ({ value }) => typeof value === 'object' && value !== null,
    },
  );

function isPlainHttps(link: string): boolean {
  if (!/^https:\/\/[^\s\p{C}]+$/iu.test(link) || !URL.canParse(link)) return false;
  const { username, password } = new URL(link);
  return username === '' && password === '';
}
