import { ordinaryRoleIds } from '../../../domain/partners/role-template-ids.ts';
import { guidOf } from '../identifiers.ts';
import type { SimulatedTenant } from './simulated-tenant.ts';

/** What a newcomer finds: everyone may decide, and two partners are there already. */
export function addSampleContent(tenant: SimulatedTenant): void {
  tenant.everyone = 'globalAdministrator';
  tenant.addPartner({
    id: guidOf('sample', 'Proseware Support'),
    name: 'Proseware Support',
    domain: 'proseware.example',
    allowedRoles: [ordinaryRoleIds.serviceSupportAdministrator, ordinaryRoleIds.directoryReaders],
  });
  tenant.addPartner({
    id: guidOf('sample', 'Trey Licences'),
    name: 'Trey Licences',
    domain: 'trey.example',
    isServiceProvider: 'absent',
    subscriptions: 2,
  });
}
