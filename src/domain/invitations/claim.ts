import { canonicalJson } from '../canonical-json.ts';
import type { NamedPerson } from '../named-person.ts';
import type { SolutionProviderFunction } from '../solution-provider-function.ts';
import type { Stated } from '../stated.ts';
import type { DelegatedAdmin } from './delegated-admin.ts';
import type { MailOrigin } from './message/mail-origin.ts';

/** Who says something about an invitation. */
export type ClaimSource =
  /** Submitted to the intake, with a signature. */
  | { readonly kind: 'submitted' }
  | {
      readonly kind: 'person';
      readonly by: NamedPerson;
      /** Whether that person could decide invitations when they showed it to the desk. */
      readonly isAdministrator: boolean;
    }
  /** A mail to the mailbox that the desk reads, which anybody can write. */
  | {
      readonly kind: 'mailbox';
      readonly address: string;
      /** Whom the mail says that it is from, which tells its senders apart. */
      readonly from?: string;
    }
  /** Sources beyond those that are kept apart; what they say is kept together. */
  | { readonly kind: 'others' };

/** What one source says about an invitation. What the link itself says is part of it, and the same for all. */
export interface Claim {
  readonly source: ClaimSource;
  readonly function: SolutionProviderFunction;
  readonly delegatedAdmin: DelegatedAdmin;
  readonly name?: Stated<string>;
  readonly domain?: Stated<string>;
  /** Of the distributor behind the partner. */
  readonly providerName?: Stated<string>;
  readonly deadline?: string;
  readonly message?: string;
  readonly mail?: MailOrigin;
}

/** How much a source counts for names and texts, and who is kept apart first. */
export function rankOf(source: ClaimSource): number {
  if (source.kind === 'submitted') return 3;
  if (source.kind === 'others') return 0;
  return source.kind === 'person' && source.isAdministrator ? 2 : 1;
}

export function isSameSource(one: ClaimSource, other: ClaimSource): boolean {
  if (one.kind === 'person' && other.kind === 'person') return one.by.person === other.by.person;
  if (one.kind === 'mailbox' && other.kind === 'mailbox') return one.from === other.from;
  return one.kind === other.kind;
}

/** What a claim says of each aspect; undefined where it says nothing. */
export function aspectsOf(claim: Claim) {
  const { function: invitedAs, delegatedAdmin, name, domain, message, providerName, deadline } = claim;
  const granular = delegatedAdmin.kind === 'granular' ? delegatedAdmin : undefined;
  const value = <Value>(stated: { readonly value: Value } | 'notKnown' | undefined) =>
    stated === undefined || stated === 'notKnown' ? undefined : stated.value;
  return {
    function: invitedAs,
    kind: delegatedAdmin.kind,
    name: value(name),
    domain: value(domain),
    providerName: value(providerName),
    deadline,
    message,
    roles: rolesSaid(value(granular?.roles), granular?.unrecognisedRoles),
    durationDays: granular?.durationWords ?? value(granular?.durationDays),
    autoExtends: value(granular?.autoExtends),
    furtherUnrecognised: granular?.furtherUnrecognised,
    announcedRoles: granular?.announcedRoles,
    mentionsGlobalAdministrator: granular?.mentionsGlobalAdministrator,
    otherDurationDays: granular?.otherDurationDays,
  };
}

function rolesSaid(
  ids: readonly string[] | undefined,
  unrecognised: readonly string[] | undefined,
): readonly string[] | undefined {
  return ids === undefined && unrecognised === undefined
    ? undefined
    : [...(ids ?? []), ...(unrecognised ?? [])].toSorted();
}

/** Whether a person showed no more than the link: that is no claim. */
export function saysNothing(claim: Claim): boolean {
  const { function: _function, kind: _kind, ...said } = aspectsOf(claim);
  return claim.source.kind !== 'submitted' && Object.values(said).every((value) => value === undefined);
}

/** The same for claims that say the same, whoever makes them. */
export function contentOf(claim: Claim): string {
  const said = Object.entries(aspectsOf(claim)).filter(([, value]) => value !== undefined);
  return canonicalJson(Object.fromEntries(said));
}
