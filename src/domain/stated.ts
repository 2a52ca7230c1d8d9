/** A value that came with an invitation. `claimed`: only the text around its link says so, which anyone can write. */
export interface Stated<Value> {
  readonly value: Value;
  readonly claimed: boolean;
}
