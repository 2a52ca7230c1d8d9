import { randomUUID } from 'node:crypto';
import { microsoftSupport } from '../../../domain/tenant/tenant-snapshot.ts';
import { Faults, wholeFailures, type WholeFailure } from './faults.ts';
import { guidOf } from '../identifiers.ts';
import { Mailboxes } from './mailboxes.ts';
import type { AuditRow, EveryonesRole, OwnRole, SignInRow, SimulatedPartner } from './tenant-rows.ts';

/** The permissions of the link: the six that it asks for, and one without which it works with less. */
export const permissions = [
  'Policy.Read.All',
  'RoleManagement.Read.Directory',
  'GroupMember.Read.All',
  'CrossTenantInformation.ReadBasic.All',
  'Organization.Read.All',
  'AuditLog.Read.All',
  'Directory.Read.All',
] as const;

/** Role template of Microsoft Support; it is no built-in role of the tenant. */
const supportRole = '00cf5c54-4693-4f59-a0ac-ab79ef0a974d';

/** One tenant of the simulation, which changes only through these methods. */
export class SimulatedTenant {
  readonly id: string;
  readonly faults = new Faults();
  readonly granted = new Set<string>(permissions.slice(0, -1));
  readonly licences = { p1: true, p2: true };
  /** Whether an administrator has consented to the app; else no token is issued. */
  hasConsented = true;
  /** Rows on a page of a list. */
  pageSize = 100;
  /** Whether an empty page comes before each later one. */
  hasEmptyPages = false;
  /** Whether the roles that a provider may be given can be read; some clouds do not offer that. */
  offersConstraints = true;
  /** Whether role assignments name the organisation of who holds them; no page of the documentation promises it. */
  showsOrganisations = true;
  /** What principals are of whom nothing was said; undefined: they do not exist. */
  everyone: EveryonesRole | undefined;

  readonly mailboxes: Mailboxes;

  readonly #now: () => Date;
  #failure: WholeFailure | undefined;
  readonly #partners = new Map<string, SimulatedPartner>();
  readonly #users = new Set<string>();
  readonly #members = new Map<string, Set<string>>();
  #ownRoles: readonly OwnRole[] = [];
  #audits: readonly (AuditRow & { readonly id: string; readonly activityDateTime: string })[] = [];
  #signIns: readonly (SignInRow & { readonly id: string; readonly createdDateTime: string })[] = [];

  constructor(id: string, now: () => Date) {
    this.id = id;
    this.#now = now;
    this.mailboxes = new Mailboxes(now);
  }

  /** Everyone from outside, those without access too. */
  get partners(): readonly SimulatedPartner[] {
    return [...this.#partners.values()];
  }

  /** Newest first, as Microsoft Graph lists them; the same for `signIns`. */
  get audits() {
    return this.#audits;
  }

  get signIns() {
    return this.#signIns;
  }

  get ownRoles(): readonly OwnRole[] {
    return this.#ownRoles;
  }

  get failure(): WholeFailure | undefined {
    return this.#failure;
  }

  /** Lets every call to Microsoft Graph fail in one way, instead of other faults; undefined mends all. */
  failAs(failure: WholeFailure | undefined): void {
    this.faults.clear();
    this.#failure = failure;
    if (failure !== undefined) this.faults.add(/ \/(?:v1\.0|beta)\//, wholeFailures[failure]);
  }

  /** A service provider by default, which holds the roles that it is allowed. Nothing is added to the audit log. */
  addPartner({ id, ...given }: Pick<SimulatedPartner, 'id'> & Partial<SimulatedPartner>): SimulatedPartner {
    const at = this.#timestamp();
    const key = id.toLowerCase();
    const existing = this.#partners.get(key);
    const partner: SimulatedPartner = {
      name: existing?.name ?? `Partner ${key.slice(0, 8)}`,
      domain: existing?.domain ?? `partner-${key.slice(0, 8)}.example`,
      isServiceProvider: true,
      allowedRoles: [],
      heldRoles: given.allowedRoles ?? [],
      inboundTrust: null,
      subscriptions: existing?.subscriptions ?? 0,
      createdAt: at,
      changedAt: at,
      ...given,
      id: key,
    };
    this.#partners.set(key, partner);
    return partner;
  }

  changePartner(id: string, changes: Partial<Omit<SimulatedPartner, 'id' | 'createdAt'>>): void {
    const partner = this.#partners.get(id.toLowerCase());
    if (partner === undefined) throw new Error(`There is no partner ${id} in the tenant ${this.id}.`);
    this.#partners.set(partner.id, { ...partner, changedAt: this.#timestamp(), ...changes });
  }

  /** Takes its access away, as the admin center does: what it sold stays, and it keeps its name. */
  removePartner(id: string, by = 'admin@contoso.example'): void {
    this.changePartner(id, {
      isServiceProvider: 'absent',
      allowedRoles: [],
      heldRoles: [],
      inboundTrust: null,
    });
    this.#auditPartner('Remove partner from company', id.toLowerCase(), by);
  }

  /** Gives a partner access, as an administrator does who approves its request in the admin center. */
  approve(
    partner: Pick<SimulatedPartner, 'id'> & Partial<SimulatedPartner>,
    by = 'admin@contoso.example',
  ): SimulatedPartner {
    const approved = this.addPartner(partner);
    this.#auditPartner('Add partner to company', approved.id, by);
    this.#auditPartner('Add a partner to cross-tenant access setting', approved.id, by);
    return approved;
  }

  /** Microsoft Support, as while a ticket is open. */
  addMicrosoftSupport(): void {
    this.addPartner({
      id: microsoftSupport,
      name: 'Microsoft Support',
      domain: 'support.example',
      allowedRoles: [supportRole],
      heldRoles: [],
    });
    this.addAudit({
      activityDisplayName: 'Add allowed assignable roles',
      category: 'DelegatedAdminServiceProviderConstraints',
      initiatedBy: { app: { displayName: 'EntraGDAP' } },
      targetResources: [{ id: microsoftSupport, displayName: null, type: 'Other', modifiedProperties: [] }],
    });
  }

  /** A partner with classic delegated administration: nothing that can be read shows it. */
  addClassicPartner(partner: Pick<SimulatedPartner, 'id'> & Partial<SimulatedPartner>): void {
    this.addPartner({ ...partner, isServiceProvider: 'absent', allowedRoles: [], heldRoles: [] });
  }

  /** A person of the tenant, or a guest in it: Microsoft Graph answers about both alike here. */
  addUser(id: string): void {
    this.#users.add(id.toLowerCase());
  }

  /** @param role what is not said: a user, the whole directory, assigned for good */
  assignRole({ principal, ...given }: Pick<OwnRole, 'principal' | 'role'> & Partial<OwnRole>): void {
    const role: OwnRole = {
      kind: 'user',
      scope: '/',
      state: 'assigned',
      ...given,
      principal: principal.toLowerCase(),
    };
    if (role.kind === 'user') this.addUser(principal);
    this.#ownRoles = [...this.#ownRoles, role];
  }

  /** Takes a role away, in every scope and state; without a role, every one. */
  unassignRole(principal: string, role?: string): void {
    this.#ownRoles = this.#ownRoles.filter(
      (own) => own.principal !== principal.toLowerCase() || (role !== undefined && own.role !== role),
    );
  }

  /** Makes a person a member of a group that may hold roles. */
  addGroupMember(group: string, person: string): void {
    this.addUser(person);
    const key = group.toLowerCase();
    this.#members.set(key, (this.#members.get(key) ?? new Set()).add(person.toLowerCase()));
  }

  removeGroupMember(group: string, person: string): void {
    this.#members.get(group.toLowerCase())?.delete(person.toLowerCase());
  }

  isMember(group: string, person: string): boolean {
    return this.#members.get(group.toLowerCase())?.has(person.toLowerCase()) ?? false;
  }

  /** Whether something was said of a person. */
  knows(person: string): boolean {
    return this.#users.has(person.toLowerCase());
  }

  /** The group through which a partner's people hold roles. Nothing inside it can be read. */
  groupOf(partner: string): string {
    return guidOf(this.id, partner, 'group');
  }

  addAudit(row: AuditRow): void {
    const added = { id: randomUUID(), activityDateTime: this.#timestamp(), ...row };
    this.#audits = newestFirst([added, ...this.#audits], ({ activityDateTime }) => activityDateTime);
  }

  addSignIn(row: SignInRow): void {
    const added = { id: randomUUID(), createdDateTime: this.#timestamp(), ...row };
    this.#signIns = newestFirst([added, ...this.#signIns], ({ createdDateTime }) => createdDateTime);
  }

  #auditPartner(activityDisplayName: string, partner: string, by: string): void {
    const { name } = this.#partners.get(partner) ?? { name: partner };
    this.addAudit({
      activityDisplayName,
      category: activityDisplayName.includes('cross-tenant')
        ? 'CrossTenantAccessSettings'
        : 'DirectoryManagement',
      initiatedBy: {
        user: { id: guidOf(this.id, by), displayName: by, userPrincipalName: by, ipAddress: '192.0.2.1' },
      },
      targetResources: [
        {
          id: partner,
          displayName: name,
          type: 'Other',
          modifiedProperties: [
            { displayName: 'tenantId', oldValue: null, newValue: JSON.stringify(partner) },
          ],
        },
      ],
    });
  }

  #timestamp(): string {
    return this.#now().toISOString();
  }
}

function newestFirst<Row>(rows: readonly Row[], at: (row: Row) => string): readonly Row[] {
  return rows.toSorted((one, other) => Date.parse(at(other)) - Date.parse(at(one)));
}
