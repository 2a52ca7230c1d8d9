import { PrivateConversationState, type TurnContext } from 'botbuilder';
import type { TenantId } from '../../domain/identifiers.ts';

const key = Symbol('tenant');

/** Says whose turn this is, before any state is read in it. */
export function keepTenant(context: TurnContext, tenant: TenantId): void {
  context.turnState.set(key, tenant);
}

/**
 * What dialogs remember, for each person in each conversation of each tenant. The SDK's own key leaves the tenant out: a
 * channel that two tenants share has one id in both.
 */
export class TenantConversationState extends PrivateConversationState {
  override getStorageKey(context: TurnContext): string {
    const tenant = context.turnState.get<TenantId | undefined>(key);
    if (tenant === undefined) throw new Error('conversation state was read before it was known whose');
    const { channelId, conversation, from } = context.activity;
    // As JSON, because every part may hold whatever would stand between them.
    return JSON.stringify([tenant, channelId, conversation.id, from.id]);
  }
}
