import { readProviders } from '../../../adapters/directory/import/read-providers.ts';
import { sampleProviders } from '../../../adapters/directory/prepare-directory.ts';
import { includesDelegatedAdmin } from '../../../domain/invitations/delegated-admin.ts';
import type { SolutionProviderFunction } from '../../../domain/solution-provider-function.ts';
import { defaultRoles } from '../../invite/sample-invitation.ts';
import { samplePartner } from '../../invite/sample-partner.ts';

/** A partner whose request can be opened on the page without a link. */
export interface KnownPartner {
  readonly id: string;
  readonly name: string;
  readonly domain: string;
  /** Where it comes from. */
  readonly hint: string;
  /** Whether it asks to sell. */
  readonly sells: boolean;
  /** Role template ids that it asks for. */
  readonly roles: readonly string[];
}

const invited = [
  'delegatedAdministrator',
  'resellerAndDelegatedAdministrator',
  'reseller',
] as const satisfies readonly SolutionProviderFunction[];

/** The partners that `npm run invite` sends invitations of. */
export async function invitedPartners(): Promise<readonly KnownPartner[]> {
  return Promise.all(
    invited.map(async (as) => {
      const { tenantId, name, domain } = await samplePartner(as, undefined);
      return {
        id: tenantId.toLowerCase(),
        name,
        domain,
        hint: `npm run invite -- --function ${as}`,
        sells: as !== 'delegatedAdministrator',
        roles: includesDelegatedAdmin(as) ? defaultRoles : [],
      };
    }),
  );
}

/** Names of the sample directory's providers by tenant, read when one is first wanted. */
export function sampleNames() {
  let names: Promise<ReadonlyMap<string, { readonly name: string; readonly domain: string }>> | undefined;
  return async (tenant: string) => {
    names ??= readNames();
    return (await names).get(tenant);
  };
}

async function readNames() {
  const names = new Map<string, { readonly name: string; readonly domain: string }>();
  for await (const row of readProviders(sampleProviders)) {
    if (!('provider' in row)) continue;
    const { id, name, email } = row.provider;
    names.set(id.toLowerCase(), { name, domain: email.slice(email.lastIndexOf('@') + 1) });
  }
  return names;
}
