/** An Adaptive Card as it is sent: plain JSON. */
export interface AdaptiveCard {
  readonly type: 'AdaptiveCard';
  readonly version: string;
  readonly body: readonly unknown[];
}

/** The media type of an Adaptive Card in an attachment and in an invoke response. Source: working clients; one table of the documentation has another. */
export const cardContentType = 'application/vnd.microsoft.card.adaptive';
