import { DomainError } from '../../domain/domain-error.ts';
import { acceptPartners, hasOneOf } from '../../domain/invitations/decision-rights.ts';
import type { Services } from '../turn/services.ts';
import type { Turn } from '../turn/turn.ts';
import { tenantSetupCard } from './setup-view.ts';

/** Teams gives up on an answer after 10 s; milliseconds. */
const timeout = 7000;

/**
 * Shows administrators how the link to Microsoft 365 stands. The roles of a card are enough for it: it changes nothing
 * and shows no secret, and is needed most while roles cannot be read.
 * @throws DomainError('administrators-only')
 */
export async function showSetup(
  { roles, tenantReader, mailboxState }: Pick<Services, 'roles' | 'tenantReader' | 'mailboxState'>,
  turn: Turn,
): Promise<void> {
  const { actor, messages } = turn;
  if (!hasOneOf(await roles.shownRolesOf(actor), acceptPartners))
    throw new DomainError('administrators-only', { roles: acceptPartners });
  const signal = AbortSignal.timeout(timeout);
  const [link, mailbox] = await Promise.all([
    tenantReader?.link(actor.tenant, signal),
    mailboxState(actor.tenant, signal),
  ]);
  turn.show(tenantSetupCard(messages, link, mailbox));
}
