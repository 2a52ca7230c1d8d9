import { createHash } from 'node:crypto';
import { readProviders } from '../../adapters/directory/import/read-providers.ts';
import { sampleProviders } from '../../adapters/directory/prepare-directory.ts';
import { foldText } from '../../domain/fold-text.ts';
import type { Provider } from '../../domain/providers/provider.ts';
import type { SolutionProviderFunction } from '../../domain/solution-provider-function.ts';

/** A fictitious partner, as an invitation names it. */
export interface SamplePartner {
  readonly tenantId: string;
  readonly name: string;
  readonly domain: string;
}

/** The first partner of the sample directory with the function, or the one called `name`, in the directory or not. */
export async function samplePartner(
  invitedAs: SolutionProviderFunction,
  name: string | undefined,
): Promise<SamplePartner> {
  for await (const row of readProviders(sampleProviders)) {
    if (!('provider' in row)) continue;
    const { provider } = row;
    const isMatch =
      name === undefined
        ? provider.functions.includes(invitedAs)
        : foldText(provider.name) === foldText(name.trim());
    if (isMatch) return { tenantId: provider.id, name: provider.name, domain: domainOf(provider) };
  }
  return unknownPartner(name ?? 'Fabrikam');
}

function domainOf({ email }: Provider): string {
  return email.slice(email.lastIndexOf('@') + 1);
}

/** Ids are derived from the name, so that it is the same partner each time. */
function unknownPartner(name: string): SamplePartner {
  const hash = createHash('sha256').update(foldText(name)).digest('hex');
  const groups = [hash.slice(0, 8), hash.slice(8, 12), `4${hash.slice(13, 16)}`, `8${hash.slice(17, 20)}`];
  const label = foldText(name)
    .replace(/[^a-z\d]+/g, '-')
    .replace(/^-|-$/g, '');
  return {
    tenantId: `${groups.join('-')}-${hash.slice(20, 32)}`,
    name,
    domain: `${label.slice(0, 60) || 'partner'}.example`,
  };
}
