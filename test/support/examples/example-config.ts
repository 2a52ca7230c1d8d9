import type { Config } from '../../../src/config/load-config.ts';
import { exampleSecret } from './example-intake.ts';

/** A sandbox on a free port, where everyone may do everything without a rate limit. */
export const exampleConfig: Config = {
  mode: 'sandbox',
  listen: { host: '127.0.0.1', port: 0 },
  registration: undefined,
  serviceUrls: [],
  proxies: undefined,
  allowedTenants: 'any',
  admins: 'everyone',
  microsoft365: undefined,
  guests: 'refuse',
  invitationSecrets: { values: [exampleSecret], isMadeUp: false },
  reviewEveryDays: 90,
  dataDirectory: '/nonexistent',
  providersFile: undefined,
  mail: { setting: 'smtp://127.0.0.1', from: 'Partner Desk <desk@desk.example>', toSelf: 'profile' },
  contactLimits: { requestsPerHour: 0, emailsPerDay: 0, tenantEmailsPerDay: 0 },
  turnLimits: { perPerson: 0, perTenant: 0 },
  pendingLimits: { perPerson: 20, perTenant: 200 },
  metrics: undefined,
  logLevel: 'info',
};
