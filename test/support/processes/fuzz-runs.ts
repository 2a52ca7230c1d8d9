/**
 * The number of runs of a property.
 * @param usual the default; `FUZZ_RUNS=50` multiplies it by fifty
 */
export function fuzzRuns(usual: number): number {
  return usual * Number(process.env['FUZZ_RUNS'] ?? 1);
}
