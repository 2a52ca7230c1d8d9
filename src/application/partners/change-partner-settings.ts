import { isDeepStrictEqual } from 'node:util';
import type { Actor } from '../../domain/actor.ts';
import type { PartnerEvent } from '../../domain/history/partner-event.ts';
import type { ProviderId } from '../../domain/identifiers.ts';
import type { ChosenSettings } from '../../domain/invitations/choose-settings.ts';
import { acceptPartners } from '../../domain/invitations/decision-rights.ts';
import type { FunctionSettings } from '../../domain/invitations/function-settings.ts';
import { withSettings } from '../../domain/partners/relationship-transitions.ts';
import type { PartnerRelationship } from '../../domain/partners/relationship.ts';
import type { SolutionProviderFunction } from '../../domain/solution-provider-function.ts';
import { changeRelationship, type ChangeReceipt, type ChangingPorts } from './change-relationship.ts';

/**
 * Changes a tenant's settings for a function of a partner: the account of a `partner`, what an `mpsaPartner` may see.
 * Recorded with the settings before; unchanged settings are a no-op and not recorded.
 * @throws DomainError('not-allowed', 'partner-not-found', 'account-invalid', 'invalid-action' or 'store-unavailable')
 */
export async function changePartnerSettings(
  ports: ChangingPorts,
  actor: Actor,
  {
    partner,
    function: changed,
    settings: chosen,
  }: {
    readonly partner: ProviderId;
    readonly function: SolutionProviderFunction;
    readonly settings: ChosenSettings;
  },
): Promise<ChangeReceipt> {
  const request = { partner, wanted: 'changeSettings', needed: acceptPartners } as const;
  return changeRelationship(ports, actor, request, (before) => {
    const relationship = withSettings(before, changed, chosen);
    const event: PartnerEvent = {
      kind: 'partnerSettingsChanged',
      partner,
      function: changed,
      before: settingsIn(before, changed),
      after: settingsIn(relationship, changed),
    };
    const isSame = isDeepStrictEqual(event.before, event.after);
    return Promise.resolve(isSame ? { relationship } : { relationship, event });
  });
}

function settingsIn({ functions }: PartnerRelationship, name: SolutionProviderFunction): FunctionSettings {
  return functions.find((entry) => entry.function === name)?.settings ?? { kind: 'none' };
}
