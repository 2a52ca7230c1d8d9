import { mkdir, readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import { z } from 'zod';
import type { SimulatedTenant } from './simulated-tenant.ts';
import { everyonesRoles } from './tenant-rows.ts';

const ids = z.array(z.string());

const partner = z.object({
  id: z.string(),
  name: z.string(),
  domain: z.string(),
  isServiceProvider: z.union([z.boolean(), z.null(), z.literal('absent')]),
  allowedRoles: ids,
  heldRoles: ids,
  inboundTrust: z
    .object({
      isMfaAccepted: z.boolean(),
      isCompliantDeviceAccepted: z.boolean(),
      isHybridAzureADJoinedDeviceAccepted: z.boolean(),
    })
    .nullable(),
  subscriptions: z.int().nonnegative(),
  createdAt: z.string(),
  changedAt: z.string(),
});

const mail = z.object({ id: z.string(), receivedDateTime: z.string(), mime: z.string() });

const tenantState = z.object({
  everyone: z.enum(everyonesRoles).optional(),
  granted: ids,
  licences: z.object({ p1: z.boolean(), p2: z.boolean() }),
  hasConsented: z.boolean(),
  partners: z.array(partner),
  /** Absent from what was kept before there were any. */
  mailboxes: z
    .array(z.object({ address: z.string(), isInScope: z.boolean(), mails: z.array(mail) }))
    .default([]),
});

type TenantState = z.infer<typeof tenantState>;

const contents = z.record(z.string(), tenantState);

/**
 * What simulated tenants are like, in a file beside the desk's data: a tenant that began anew while the desk remembers
 * would have lost every partner overnight. Logs and failures are not kept.
 */
export interface TenantFile {
  /** Makes a new tenant as it was. @returns false if nothing is known of it */
  restore(tenant: SimulatedTenant): boolean;
  keep(tenant: SimulatedTenant): Promise<void>;
}

/** @throws Error if the file is there and is not one of these */
export async function openTenantFile(path: string): Promise<TenantFile> {
  const known = new Map(Object.entries(await read(path)));
  let written = Promise.resolve();
  return {
    restore(tenant) {
      const state = known.get(tenant.id);
      if (state !== undefined) restore(tenant, state);
      return state !== undefined;
    },
    keep(tenant) {
      known.set(tenant.id, stateOf(tenant));
      const text = JSON.stringify(Object.fromEntries(known), undefined, 2);
      written = written.then(async () => {
        await mkdir(dirname(path), { recursive: true, mode: 0o700 });
        await writeFileAtomic(path, `${text}\n`, { mode: 0o600 });
      });
      return written;
    },
  };
}

async function read(path: string): Promise<Readonly<Record<string, TenantState>>> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return {};
    throw error;
  }
  return contents.parse(JSON.parse(text));
}

function stateOf(tenant: SimulatedTenant): TenantState {
  const { everyone, granted, licences, hasConsented, partners, mailboxes } = tenant;
  return {
    everyone,
    granted: [...granted],
    licences: { ...licences },
    hasConsented,
    partners: partners.map((each) => ({
      ...each,
      allowedRoles: [...each.allowedRoles],
      heldRoles: [...each.heldRoles],
    })),
    mailboxes: mailboxes.addresses.map((address) => ({
      address,
      isInScope: mailboxes.scope.has(address),
      mails: (mailboxes.mailsOf(address) ?? [])
        .slice(-maxMails)
        .map(({ id, receivedDateTime, mime }) => ({ id, receivedDateTime, mime })),
    })),
  };
}

/** Of each mailbox. */
const maxMails = 200;

function restore(tenant: SimulatedTenant, state: TenantState): void {
  tenant.everyone = state.everyone;
  tenant.granted.clear();
  for (const permission of state.granted) tenant.granted.add(permission);
  Object.assign(tenant.licences, state.licences);
  tenant.hasConsented = state.hasConsented;
  for (const each of state.partners) tenant.addPartner(each);
  for (const { address, isInScope, mails } of state.mailboxes) {
    tenant.mailboxes.open(address, { isInScope });
    for (const each of mails) tenant.mailboxes.keep(address, each);
  }
}
