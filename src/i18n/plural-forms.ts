/** Singular and plural of a word, for `Format.plural`. */
export function forms(one: string, other: string): { readonly one: string; readonly other: string } {
  return { one, other };
}
