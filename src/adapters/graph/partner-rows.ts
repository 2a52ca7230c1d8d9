import { z } from 'zod';
import { providerId, type ProviderId } from '../../domain/identifiers.ts';

/** A row of the cross-tenant access policy. Its booleans may be null: as inherited, which is no. */
export const partnerRow = z.object({
  tenantId: z.string().min(1),
  isServiceProvider: z.boolean().nullish(),
  inboundTrust: z
    .object({
      isMfaAccepted: z.boolean().nullish(),
      isCompliantDeviceAccepted: z.boolean().nullish(),
      isHybridAzureADJoinedDeviceAccepted: z.boolean().nullish(),
    })
    .nullish(),
});

export const constraintsBody = z.object({ allowedRoleTemplateIds: z.array(z.string()) });

export const subscriptionRow = z.object({
  id: z.string(),
  /** Who sold it; null: bought from Microsoft. */
  ownerTenantId: z.string().nullish(),
  status: z.string(),
});

export const tenantNameBody = z.object({
  displayName: z.string().nullish(),
  defaultDomainName: z.string().nullish(),
});

/** A group of another organisation, as the directory shows it. */
export const partnerReferences = z.object({
  value: z.array(z.object({ id: z.string(), externalPartnerTenantId: z.string().nullish() })),
});

/** The id of an organisation's tenant, as the domain writes it. */
export function organisation(id: string): ProviderId {
  return providerId(id.toLowerCase());
}
