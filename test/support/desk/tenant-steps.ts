import type { SolutionProviderFunction } from '../../../src/domain/solution-provider-function.ts';
import type { AdaptiveCard } from '../../../src/teams/cards/card.ts';
import { tickPrefix } from '../../../src/teams/cards/inputs.ts';
import { buttonsOf, inputsOf } from '../cards/card-text.ts';
import type { TenantWords } from './tenant-words.ts';

/** Something a person does. Numbers are indices, modulo the number of choices. */
export type Deed =
  | { readonly kind: 'say' | 'paste' | 'handOver'; readonly which: number }
  | { readonly kind: 'install' | 'uninstall' }
  /**
   * Any button of any card that was shown, or the newest with that verb; `foreign`: of those shown to the other tenant.
   */
  | {
      readonly kind: 'press';
      readonly button: number | string;
      readonly foreign: boolean;
      readonly asSubmit: boolean;
    };

/** Something that happens in a tenant. */
export type Step =
  | (Deed & { readonly who: 'admin' | 'member'; readonly where: 'personal' | 'channel' })
  | {
      readonly kind: 'submit';
      readonly which: number;
      readonly invitedAs: SolutionProviderFunction;
      readonly withdrawn: boolean;
    };

/** One tenant, and the ids and words of its people and chats. */
export interface TenantSetting {
  readonly tenant: string;
  /** Prefix of the ids of its people and chats; two tenants may share it. */
  readonly ids: string;
  readonly words: TenantWords;
}

/** The cards that the people of two tenants were shown, oldest first. */
export interface ShownCards {
  readonly own: readonly AdaptiveCard[];
  readonly foreign: readonly AdaptiveCard[];
  /** The mark of the other tenant. */
  readonly foreignMark: string;
}

/** The activity of a deed, without who did it and where; undefined if there is no button to press yet. */
export function activityOf(deed: Deed, words: TenantWords, shown: ShownCards): object | undefined {
  switch (deed.kind) {
    case 'say':
      return { type: 'message', text: round(words.said, deed.which) };
    case 'paste':
      return { type: 'message', text: round(words.mails, deed.which) };
    case 'handOver': {
      const messagePayload = { body: { content: round(words.mails, deed.which) } };
      const value = { commandId: 'reviewInvitation', messagePayload };
      return { type: 'invoke', name: 'composeExtension/fetchTask', value };
    }
    case 'install':
      return { type: 'installationUpdate', action: 'add' };
    case 'uninstall':
      return { type: 'installationUpdate', action: 'remove' };
    case 'press': {
      const button = buttonAmong(deed.foreign ? shown.foreign : shown.own, deed.button);
      if (button === undefined) return undefined;
      const { card, verb } = button;
      const filled = { ...button.data, ...filledIn(card, words) };
      const data = withoutWords(filled, shown.foreignMark);
      if (deed.asSubmit) return { type: 'message', value: { ...data, verb }, replyToId: 'message-1' };
      const value = { action: { type: 'Action.Execute', verb, data }, trigger: 'manual' };
      return { type: 'invoke', name: 'adaptiveCard/action', value };
    }
  }
}

function buttonAmong(cards: readonly AdaptiveCard[], which: number | string) {
  const buttons = cards.flatMap((card) =>
    buttonsOf(card).flatMap(({ verb, data }) => (verb === undefined ? [] : [{ card, verb, data }])),
  );
  return typeof which === 'number' ? round(buttons, which) : buttons.findLast(({ verb }) => verb === which);
}

/** The other tenant's ids, but none of its words. */
function withoutWords(data: object, mark: string): object {
  const cleared = JSON.stringify(data, (_key, value: unknown) =>
    typeof value === 'string' && value.includes(mark) ? '' : value,
  );
  return JSON.parse(cleared) as object;
}

function filledIn(card: AdaptiveCard, words: TenantWords): object {
  const inputs = Object.entries(inputsOf(card)).map(
    ([id, value]) => [id, id.startsWith(tickPrefix) ? 'true' : (words.inputs[id] ?? value)] as const,
  );
  return Object.fromEntries(inputs);
}

function round<Item>(items: readonly Item[], which: number): Item | undefined {
  return items[which % items.length];
}
