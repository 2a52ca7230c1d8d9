/** What is answered to one call, on its own or inside a batch. */
export interface Reply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
}

/** What is sent: a reply, whole, cut off or malformed; or nothing. */
export type Delivery =
  { readonly kind: 'whole' | 'cut' | 'malformed'; readonly reply: Reply } | { readonly kind: 'hang' };

export interface IncomingCall {
  readonly method: string;
  /** Path and query, as they came. */
  readonly url: string;
  readonly header: (name: string) => string | undefined;
  readonly body: string;
}
