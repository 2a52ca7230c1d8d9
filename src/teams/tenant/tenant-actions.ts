import { z } from 'zod';
import { sayAuthorizationDone, sayRemovalDone } from '../../application/tenant/say-done.ts';
import { sayExpected } from '../../application/tenant/say-expected.ts';
import { isDomainError } from '../../domain/domain-error.ts';
import { invitationId } from '../../domain/identifiers.ts';
import { isRemoved } from '../../domain/partners/relationship-transitions.ts';
import { maxReasonLength } from '../../domain/plain-text.ts';
import { providerIdSchema } from '../cards/inputs.ts';
import { showInvitation } from '../invitations/show-invitation.ts';
import { toPartners } from '../partners/partner-list-state.ts';
import { partnerRemovedCard } from '../partners/partner-removed-view.ts';
import { showPartner } from '../partners/show-partners.ts';
import { action } from '../turn/action.ts';
import { everyPartner } from '../turn/every-partner.ts';
import { showAlert, showAlerts } from './show-alerts.ts';
import { showSetup } from './show-setup.ts';

const alert = z.string().min(1).max(128);
const invitation = z.string().min(1).max(128).transform(invitationId);

/** Opens an alert; changes nothing. */
const openAlert = action(z.looseObject({ alert }), (services, turn, data) =>
  showAlert(services, turn, data.alert),
);

/** A page of the changes that nobody has called expected yet. */
const listAlerts = action(
  z.looseObject({ after: z.string().max(256).exactOptional() }),
  (services, turn, { after }) => showAlerts(services, turn, { after }),
);

/** **Expected**, with an optional note: shows who said so, even if somebody else was faster. */
const expected = action(
  z.looseObject({ alert, note: z.string().max(maxReasonLength).exactOptional() }),
  async (services, turn, data) => {
    try {
      await sayExpected(services, turn.actor, data);
      services.announcements.wake(turn.actor.tenant);
    } catch (error) {
      if (!isDomainError(error, 'not-allowed')) throw error;
      // The card itself says which roles may.
      services.meter.record({ kind: 'refusal', reason: error.code });
    }
    await showAlert(services, turn, data.alert);
  },
);

const decided = z.union([z.looseObject({ invitation }), z.looseObject({ partner: providerIdSchema })]);

/**
 * **Done at Microsoft**, of what nothing there can show: shows the outcome with the person's word. Its data is
 * `{ invitation }` of an authorization or `{ partner }` of a removal. A card offers it while the effect is `awaiting`
 * and `isShownByTenant` or `isRemovalShownByTenant` is false; other presses are refused.
 */
const done = action(decided, async (services, turn, data) => {
  const { actor, messages } = turn;
  if ('invitation' in data) {
    const id = invitation.parse(data.invitation);
    await sayAuthorizationDone(services, actor, id);
    services.announcements.wake(actor.tenant);
    await showInvitation(services, turn, id);
    return;
  }
  const relationship = await sayRemovalDone(services, actor, data.partner);
  services.announcements.wake(actor.tenant);
  if (!isRemoved(relationship)) {
    await showPartner(services, turn, data.partner, { state: everyPartner });
    return;
  }
  const outcome = { kind: 'removed', relationship } as const;
  turn.show(partnerRemovedCard(messages, [outcome], toPartners(messages, everyPartner)));
});

/** How the link to Microsoft 365 stands. */
const setup = action(z.looseObject({}), (services, turn) => showSetup(services, turn));

/** The verbs about what the tenant shows. */
export const tenantActions = {
  'tenant.alert': openAlert,
  'tenant.alerts': listAlerts,
  'tenant.done': done,
  'tenant.expected': expected,
  'tenant.setup': setup,
};
