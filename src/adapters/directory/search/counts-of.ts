/** How often each of the numbers below `length` is among `values`. */
export function countsOf(values: Int32Array, length: number): Int32Array {
  const counts = new Int32Array(length);
  for (const value of values) counts[value] = (counts[value] ?? 0) + 1;
  return counts;
}
