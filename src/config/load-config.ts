import { randomBytes } from 'node:crypto';
import type { Proxies } from '../adapters/proxy/proxies.ts';
import type { ConfiguredAdmins } from '../adapters/roles/configured-roles.ts';
import type { ContactLimits } from '../domain/contact/contact-limits.ts';
import type { TurnLimits } from '../application/runtime/limit-turns.ts';
import type { TenantId } from '../domain/identifiers.ts';
import type { PendingLimits } from '../domain/invitations/pending-invitation.ts';
import { isLoopback } from '../domain/loopback.ts';
import { allowedTenants, idProblems } from './id-problems.ts';
import {
  microsoft365Of,
  microsoft365Problems,
  partnerAuthorityOf,
  type Microsoft365,
} from './microsoft365.ts';
import { proxiesOf, proxyProblems, withProxyNames } from './proxy-variables.ts';
import { registrationOf, registrationProblems, type Registration } from './registration.ts';
import { variables, type Variables } from './variables.ts';

/** The desk's configuration. Loaded once, at startup, by `index.ts`. */
export interface Config {
  readonly mode: Variables['DESK_MODE'];
  readonly listen: { readonly host: string; readonly port: number } | { readonly path: string };
  /** The bot's registration; absent only in a sandbox, which then connects to loopback only. */
  readonly registration: Registration | undefined;
  /** Origins accepted as a channel's service URL, in addition to Microsoft's own. */
  readonly serviceUrls: readonly string[];
  /** Through which the desk calls others; undefined if there are none, and always for a sandbox that stays on loopback. */
  readonly proxies: Proxies | undefined;
  readonly allowedTenants: readonly TenantId[] | 'any';
  readonly admins: ConfiguredAdmins;
  /** The tenants as what decisions take effect in; undefined if that is the desk's own records. */
  readonly microsoft365: Microsoft365 | undefined;
  /** What guests and people of other tenants may do. */
  readonly guests: Variables['GUESTS'];
  /**
   * Any of these may sign submitted invitations. `isMadeUp`: generated for a sandbox, so submitters have to be shown it.
   */
  readonly invitationSecrets: { readonly values: readonly string[]; readonly isMadeUp: boolean };
  /** Interval between reviews of the partners' access; days. */
  readonly reviewEveryDays: number;
  readonly dataDirectory: string;
  readonly providersFile: string | undefined;
  readonly mail: {
    readonly setting: string;
    readonly from: string;
    /** Where a requester's copy goes. */
    readonly toSelf: Variables['MAIL_TO_SELF'];
  };
  readonly contactLimits: ContactLimits;
  readonly turnLimits: TurnLimits;
  /** How many pasted invitations may be pending. */
  readonly pendingLimits: PendingLimits;
  /** Where `/metrics` is served, if anywhere. */
  readonly metrics: { readonly host: string; readonly port: number } | undefined;
  readonly logLevel: Variables['LOG_LEVEL'];
}

/** Every problem with the environment, each naming its variable and what is expected. */
export class ConfigError extends Error {
  readonly problems: readonly string[];

  constructor(problems: readonly string[]) {
    super(`Partner Desk cannot start:\n${problems.map((problem) => `  - ${problem}`).join('\n')}`);
    this.name = 'ConfigError';
    this.problems = problems;
  }
}

/**
 * @param environment such as `process.env`; empty variables count as not set
 * @throws ConfigError naming every problem at once
 */
export function loadConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const given = withProxyNames(
    Object.fromEntries(
      Object.entries(environment).filter(([, value]) => value !== undefined && value !== ''),
    ),
  );
  const parsed = variables.safeParse(given);
  const issues = parsed.error?.issues ?? [];
  const invalid = new Set(issues.map(({ path }) => String(path[0])));
  const set = variables.parse(
    Object.fromEntries(Object.entries(given).filter(([name]) => !invalid.has(name))),
  );
  const problems = [
    ...issues.map(({ path, message }) => `${path.join('.')} ${message}`),
    ...metricsProblems(given, set),
    ...combinationProblems(set, invalid),
  ];
  if (problems.length > 0) throw new ConfigError(problems);
  const registration = registrationOf(set);
  const decidesByRecords = partnerAuthorityOf(set) === 'records';
  return {
    mode: set.DESK_MODE,
    listen:
      typeof set.PORT === 'string'
        ? { path: set.PORT }
        : { host: set.HOST ?? (set.DESK_MODE === 'sandbox' ? '127.0.0.1' : '0.0.0.0'), port: set.PORT },
    registration,
    serviceUrls: set.SERVICE_URLS,
    proxies: registration && proxiesOf(set, given),
    allowedTenants: allowedTenants(set),
    admins: set.ADMINS ?? (set.DESK_MODE === 'sandbox' && decidesByRecords ? 'everyone' : []),
    microsoft365: microsoft365Of(set),
    guests: set.GUESTS,
    invitationSecrets:
      set.INVITATION_SECRET === undefined
        ? { values: [randomBytes(32).toString('base64url')], isMadeUp: true }
        : { values: set.INVITATION_SECRET, isMadeUp: false },
    reviewEveryDays: set.REVIEW_EVERY_DAYS,
    dataDirectory: set.DATA_DIR,
    providersFile: set.PROVIDERS_FILE,
    mail: {
      setting: set.MAIL,
      from: set.MAIL_FROM ?? 'Partner Desk <partner-desk@example.com>',
      toSelf: set.MAIL_TO_SELF,
    },
    contactLimits: {
      requestsPerHour: set.PERSON_CONTACT_REQUESTS_PER_HOUR,
      emailsPerDay: set.PERSON_CONTACT_EMAILS_PER_DAY,
      tenantEmailsPerDay: set.TENANT_CONTACT_EMAILS_PER_DAY,
    },
    turnLimits: turnLimits(set),
    pendingLimits: { perPerson: set.PERSON_PENDING_INVITATIONS, perTenant: set.TENANT_PENDING_INVITATIONS },
    metrics: set.METRICS_PORT === undefined ? undefined : { host: set.METRICS_HOST, port: set.METRICS_PORT },
    logLevel: set.LOG_LEVEL,
  };
}

function metricsProblems(given: Readonly<Record<string, unknown>>, set: Variables): string[] {
  const problems: string[] = [];
  if (given['METRICS'] !== undefined) {
    problems.push(
      'METRICS must be removed: set METRICS_PORT to a port of its own for /metrics, and METRICS_HOST=0.0.0.0 if other machines read it',
    );
  }
  if (given['METRICS_HOST'] !== undefined && given['METRICS_PORT'] === undefined) {
    problems.push('METRICS_PORT must be set too: METRICS_HOST alone serves no metrics');
  }
  if (set.METRICS_PORT !== undefined && set.METRICS_PORT !== 0 && set.METRICS_PORT === set.PORT) {
    problems.push('METRICS_PORT must differ from PORT, which proxies make public');
  }
  return problems;
}

/**
 * Problems with combinations of variables that are each valid.
 * @param invalid variables reported already; treated as not set here
 */
function combinationProblems(set: Variables, invalid: ReadonlySet<string>): string[] {
  if (invalid.has('DESK_MODE')) return [];
  const problems = [
    ...(set.DESK_MODE === 'sandbox' ? sandboxProblems(set) : productionProblems(set)),
    ...idProblems(set),
    ...microsoft365Problems(set),
  ];
  return problems.filter((problem) => ![...invalid].some((name) => problem.startsWith(`${name} `)));
}

function sandboxProblems(set: Variables): string[] {
  if (set.MicrosoftAppId !== undefined) return [...registrationProblems(set), ...proxyProblems(set)];
  const problems: string[] = [];
  if (set.HOST !== undefined && !isLoopback(set.HOST)) {
    problems.push(
      'HOST must be a loopback address such as 127.0.0.1: a sandbox without credentials accepts local connections only',
    );
  }
  if (!isLoopback(set.METRICS_HOST)) {
    problems.push(
      'METRICS_HOST must be a loopback address such as 127.0.0.1: a sandbox without credentials accepts local connections only',
    );
  }
  if (set.MAIL !== 'outbox' && !isLoopback(new URL(set.MAIL).hostname)) {
    problems.push(
      'MAIL must be “outbox” or a server on this machine: a sandbox without credentials sends nothing out',
    );
  }
  for (const origin of set.SERVICE_URLS) {
    if (!isLoopback(new URL(origin).hostname)) {
      problems.push(
        `SERVICE_URLS must stay on this machine in a sandbox without credentials; ${origin} does not`,
      );
    }
  }
  return problems;
}

function productionProblems(set: Variables): string[] {
  const problems = [...registrationProblems(set), ...proxyProblems(set)];
  for (const origin of set.SERVICE_URLS) {
    const { protocol, hostname } = new URL(origin);
    if (protocol !== 'https:' && !isLoopback(hostname)) {
      problems.push(
        `SERVICE_URLS must be https except on this machine, since tokens are sent there; ${origin} is not`,
      );
    }
  }
  if (set.ADMINS === undefined && partnerAuthorityOf(set) === 'records') {
    problems.push(
      'ADMINS must be set to who may decide about invitations: object ids with their roles, such as 00000000-0000-0000-0000-000000000000=globalAdministrator',
    );
  }
  if (set.MAIL !== 'outbox' && set.MAIL_FROM === undefined) {
    problems.push(
      'MAIL_FROM must be set to the sender of contact requests, such as Partner Desk <desk@contoso.com>',
    );
  }
  if (set.INVITATION_SECRET === undefined) {
    problems.push(
      'INVITATION_SECRET must be set to a secret of 32 characters or more, which signs submitted invitations',
    );
  }
  return problems;
}

/** The defaults are far above normal use. A sandbox is used by one person, perhaps with scripts: no limit. */
function turnLimits(set: Variables): TurnLimits {
  const defaults =
    set.DESK_MODE === 'sandbox' ? { perPerson: 0, perTenant: 0 } : { perPerson: 120, perTenant: 6000 };
  return {
    perPerson: set.PERSON_TURNS_PER_MINUTE ?? defaults.perPerson,
    perTenant: set.TENANT_TURNS_PER_MINUTE ?? defaults.perTenant,
  };
}
