/** A word for one and for other counts, as `Format.plural` takes it. */
export function forms(one: string, other: string): { readonly one: string; readonly other: string } {
  return { one, other };
}
