import type { Format } from '../../format.ts';
import { forms } from '../../plural-forms.ts';

/** What each permission is for, by its exact name. */
const purposes: Readonly<Record<string, string>> = {
  'Policy.Read.All': 'sees which service providers have access, and what is accepted from them at sign-in',
  'RoleManagement.Read.Directory': 'sees which roles they hold, and the role of whoever presses a button',
  'GroupMember.Read.All': 'checks whether a role is held through a group',
  'CrossTenantInformation.ReadBasic.All': 'asks what an unknown tenant calls itself',
  'Organization.Read.All': 'sees who sold your subscriptions',
  'AuditLog.Read.All': 'sees who approved what, and when partners last signed in',
  'Directory.Read.All': 'sees the names of partner groups',
};

/** How a read that takes a permission went. */
const reads = {
  read: 'a read worked',
  refused: 'Microsoft refused the read',
  unlicensed: 'your licences do not include it',
  unsupported: 'Microsoft does not offer it in your cloud',
  unavailable: 'Microsoft did not answer; try again',
  untried: 'not tried',
};

/** The state of the link to Microsoft 365, for administrators. */
export const setup = {
  title: 'Link to Microsoft 365',
  complete: 'Everything that is needed is there.',
  incomplete: (format: Format, count: number) =>
    `${format.number(count)} ${format.plural(count, forms('permission is', 'permissions are'))} missing. An administrator can consent with the button below; what depends on them is left out until then.`,
  failing: 'Every permission is there, but some reads did not work.',
  noToken: (code: string) => `Microsoft issues no token for this tenant (${code}).`,
  noTokenAdvice: {
    AADSTS700016:
      'The app is not known in your tenant yet: let an administrator consent with the button below.',
    AADSTS7000215: 'The client secret is wrong. Whoever runs this desk has to set the right one.',
    AADSTS7000222: 'The client secret has expired. Whoever runs this desk has to set a new one.',
    AADSTS700027:
      'The certificate is not the one registered with the app. Whoever runs this desk has to check it.',
    AADSTS90002: 'Microsoft knows no such tenant. Whoever runs this desk has to check ALLOWED_TENANTS.',
  } as Readonly<Record<string, string>>,
  otherTokenAdvice:
    'Give this code to whoever runs this desk: “npm run setup” says more there. Nothing is decided or confirmed meanwhile.',
  absent:
    'This desk keeps its own records and reads nothing in Microsoft 365. Whoever runs it can switch that on: PARTNER_AUTHORITY=microsoft365, then “npm run setup”.',
  granted: 'granted',
  missing: 'missing',
  missingOptional: 'missing, and not needed',
  permissionsLead: 'Permissions (to read only), and what each is for',
  purposes,
  reads,
  cloud: (address: string) => `Read at ${address}`,
  clock: (format: Format, seconds: number) =>
    `The desk’s clock is ${format.number(Math.abs(seconds))} ${format.plural(Math.abs(seconds), forms('second', 'seconds'))} ${seconds > 0 ? 'ahead of' : 'behind'} Microsoft’s.`,
  clockRight: 'The desk’s clock agrees with Microsoft’s.',
  clockWrong: 'More than five minutes: whoever runs this desk has to set its clock, or tokens are refused.',
  clockNotKnown: 'Whether the desk’s clock is right is not known.',
  consent: 'Consent as an administrator',
  again: 'Check again',
};
