/**
 * How often a property is tried.
 * @param usual what the test suite has time for; `FUZZ_RUNS=50` tries fifty times as many
 */
export function fuzzRuns(usual: number): number {
  return usual * Number(process.env['FUZZ_RUNS'] ?? 1);
}
