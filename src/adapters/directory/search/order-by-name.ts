/** The numbers of the entries, sorted by folded name and, where names are equal, by id. */
export function orderByName(names: readonly string[], ids: readonly string[]): Int32Array {
  return Int32Array.from(names, (_, number) => number).sort(
    (one, other) => compare(names[one], names[other]) || compare(ids[one], ids[other]),
  );
}

function compare(one = '', other = ''): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
