import { PrivateConversationState, type TurnContext } from 'botbuilder';
import type { TenantId } from '../../domain/identifiers.ts';

const key = Symbol('tenant');

/** Sets the tenant of a turn, before any state is read in it. */
export function setTenant(context: TurnContext, tenant: TenantId): void {
  context.turnState.set(key, tenant);
}

/**
 * Dialog state per tenant, conversation and person. The SDK's own key omits the tenant, but a channel that two tenants
 * share has the same id in both.
 */
export class TenantConversationState extends PrivateConversationState {
  override getStorageKey(context: TurnContext): string {
    const tenant = context.turnState.get<TenantId | undefined>(key);
    if (tenant === undefined) throw new Error('conversation state was read before its tenant was set');
    const { channelId, conversation, from } = context.activity;
    // As JSON, because every part may contain any separator.
    return JSON.stringify([tenant, channelId, conversation.id, from.id]);
  }
}
