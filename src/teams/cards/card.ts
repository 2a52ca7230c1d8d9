/** An Adaptive Card as it is sent: plain JSON. */
export interface AdaptiveCard {
  readonly type: 'AdaptiveCard';
  readonly version: string;
  readonly body: readonly unknown[];
}

/** The media type of an Adaptive Card in an attachment and in an invoke response. Source: working clients; one table of the documentation has another. */
export const cardContentType = 'application/vnd.microsoft.card.adaptive';

/** What a button sends when it is pressed. */
export interface Press {
  readonly verb: string;
  readonly data: object;
}

/** A button that a view is given rather than makes. */
export interface TitledPress extends Press {
  readonly title: string;
}
