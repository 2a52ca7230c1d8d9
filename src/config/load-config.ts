import { randomBytes } from 'node:crypto';
import type { ConfiguredAdmins } from '../adapters/roles/configured-roles.ts';
import type { TurnLimits } from '../application/runtime/limit-turns.ts';
import { tenantId, type TenantId } from '../domain/identifiers.ts';
import { isLoopback } from '../domain/loopback.ts';
import { registrationOf, registrationProblems, type Registration } from './registration.ts';
import { variables, type Variables } from './variables.ts';

/** How this desk is set up. Read once, at the start, by `index.ts`. */
export interface Config {
  readonly mode: Variables['DESK_MODE'];
  readonly listen: { readonly host: string; readonly port: number };
  /** The bot's registration; absent only in a sandbox, which then talks to loopback alone. */
  readonly registration: Registration | undefined;
  /** Origins, beyond Microsoft's own, that a channel may name as its service URL. */
  readonly serviceUrls: readonly string[];
  readonly allowedTenants: readonly TenantId[] | 'any';
  readonly admins: ConfiguredAdmins;
  /** What invitations that are posted are signed with. One made up for a sandbox has to be shown to whoever posts. */
  readonly invitationSecret: { readonly value: string; readonly isMadeUp: boolean };
  /** How often the access of partners is to be reviewed; days. */
  readonly reviewEveryDays: number;
  readonly dataDirectory: string;
  readonly providersFile: string | undefined;
  readonly mail: { readonly setting: string; readonly from: string };
  readonly turnLimits: TurnLimits;
  /** Who may read `/metrics`. */
  readonly metrics: Variables['METRICS'];
  readonly logLevel: Variables['LOG_LEVEL'];
}

/** Everything that is wrong with the environment, each line naming its variable and what would be right. */
export class ConfigError extends Error {
  readonly problems: readonly string[];

  constructor(problems: readonly string[]) {
    super(`Partner Desk cannot start:\n${problems.map((problem) => `  - ${problem}`).join('\n')}`);
    this.name = 'ConfigError';
    this.problems = problems;
  }
}

/**
 * @param environment such as `process.env`; a variable that is set to nothing counts as not set
 * @throws ConfigError naming every problem at once
 */
export function loadConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const given = Object.fromEntries(
    Object.entries(environment).filter(([, value]) => value !== undefined && value !== ''),
  );
  const parsed = variables.safeParse(given);
  const wrong = parsed.error?.issues ?? [];
  const names = new Set(wrong.map(({ path }) => String(path[0])));
  const set = variables.parse(Object.fromEntries(Object.entries(given).filter(([name]) => !names.has(name))));
  const problems = [
    ...wrong.map(({ path, message }) => `${path.join('.')} ${message}`),
    ...problemsTogether(set, names),
  ];
  if (problems.length > 0) throw new ConfigError(problems);
  return {
    mode: set.DESK_MODE,
    listen: { host: set.HOST ?? (set.DESK_MODE === 'sandbox' ? '127.0.0.1' : '0.0.0.0'), port: set.PORT },
    registration: registrationOf(set),
    serviceUrls: set.SERVICE_URLS,
    allowedTenants: allowedTenants(set),
    admins: set.ADMINS ?? (set.DESK_MODE === 'sandbox' ? 'everyone' : new Map()),
    invitationSecret:
      set.INVITATION_SECRET === undefined
        ? { value: randomBytes(32).toString('base64url'), isMadeUp: true }
        : { value: set.INVITATION_SECRET, isMadeUp: false },
    reviewEveryDays: set.REVIEW_EVERY_DAYS,
    dataDirectory: set.DATA_DIR,
    providersFile: set.PROVIDERS_FILE,
    mail: { setting: set.MAIL, from: set.MAIL_FROM ?? 'Partner Desk <partner-desk@example.com>' },
    turnLimits: turnLimits(set),
    metrics: set.METRICS,
    logLevel: set.LOG_LEVEL,
  };
}

/**
 * What is wrong with variables that are each right by themselves.
 * @param wrong those that are not, which count as not set here; they have been reported
 */
function problemsTogether(set: Variables, wrong: ReadonlySet<string>): string[] {
  if (wrong.has('DESK_MODE')) return [];
  const problems = set.DESK_MODE === 'sandbox' ? sandboxProblems(set) : productionProblems(set);
  return problems.filter((problem) => ![...wrong].some((name) => problem.startsWith(`${name} `)));
}

function sandboxProblems(set: Variables): string[] {
  if (set.MicrosoftAppId !== undefined) return registrationProblems(set);
  const problems: string[] = [];
  if (set.HOST !== undefined && !isLoopback(set.HOST)) {
    problems.push(
      'HOST must be a loopback address such as 127.0.0.1: a sandbox without credentials lets nobody else in',
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
  const problems = registrationProblems(set);
  for (const origin of set.SERVICE_URLS) {
    const { protocol, hostname } = new URL(origin);
    if (protocol !== 'https:' && !isLoopback(hostname)) {
      problems.push(
        `SERVICE_URLS must be https beyond this machine: a token is sent there; ${origin} is not`,
      );
    }
  }
  if (set.ADMINS === undefined) {
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
      'INVITATION_SECRET must be set to a secret of 32 characters or more: invitations that are posted are signed with it',
    );
  }
  return problems;
}

function allowedTenants(set: Variables): readonly TenantId[] | 'any' {
  if (set.ALLOWED_TENANTS !== undefined) return set.ALLOWED_TENANTS.map(tenantId);
  if (set.MicrosoftAppTenantId !== undefined) return [tenantId(set.MicrosoftAppTenantId)];
  return 'any';
}

/** Far above what people do. A sandbox is one person's, who may also let programs loose on it. */
function turnLimits(set: Variables): TurnLimits {
  const usual =
    set.DESK_MODE === 'sandbox' ? { perPerson: 0, perTenant: 0 } : { perPerson: 120, perTenant: 6000 };
  return {
    perPerson: set.PERSON_TURNS_PER_MINUTE ?? usual.perPerson,
    perTenant: set.TENANT_TURNS_PER_MINUTE ?? usual.perTenant,
  };
}
