/** Something that came with an invitation. `claimed`: nothing but the text around its link says so, and anyone can write that. */
export interface Stated<Value> {
  readonly value: Value;
  readonly claimed: boolean;
}
