/** An Adaptive Card as it is sent: plain JSON. */
export interface AdaptiveCard {
  readonly type: 'AdaptiveCard';
  readonly version: string;
  readonly body: readonly unknown[];
}

/**
 * The media type in attachments and invoke responses. Source: working clients; one table in the documentation differs.
 */
export const cardContentType = 'application/vnd.microsoft.card.adaptive';

/** What a button sends when it is pressed. */
export interface Press {
  readonly verb: string;
  readonly data: object;
}

/** A button that is passed to a view. */
export interface TitledPress extends Press {
  readonly title: string;
}
