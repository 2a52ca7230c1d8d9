import type { ProviderId } from '../identifiers.ts';
import type { SolutionProviderFunction } from '../solution-provider-function.ts';
import type { OrganizationSize } from './organization-size.ts';

/** A solution provider as the directory lists it. All texts are untrusted: escape them for display. */
export interface Provider {
  readonly id: ProviderId;
  readonly name: string;
  readonly description: string;
  readonly website?: string;
  readonly logo?: string;
  readonly email: string;
  readonly phone?: string;
  /** ISO 3166-1 alpha-2, upper case. */
  readonly country: string;
  readonly city: string;
  readonly services: readonly string[];
  readonly products: readonly string[];
  readonly industries: readonly string[];
  readonly organizationSizes: readonly OrganizationSize[];
  readonly designations: readonly string[];
  /** BCP 47 primary language subtags that its staff speak, such as `en`. */
  readonly languages: readonly string[];
  readonly functions: readonly SolutionProviderFunction[];
}
