/** One line of the table that `npm run bench` prints. */
export interface Measurement {
  readonly name: string;
  /** The desk's figure, with its unit. */
  readonly desk: string;
  /** The baseline's figure from the same run; absent if there is no baseline. */
  readonly baseline?: string;
  /** The desk's figure divided by the baseline's. */
  readonly ratio?: number;
  /** Absent if the figure has no target. */
  readonly target?: string;
  readonly met?: boolean;
}

/** The median; of two middle values, the larger. */
export function median(values: readonly number[]): number {
  const middle = [...values].sort((one, other) => one - other).at(Math.floor(values.length / 2));
  if (middle === undefined) throw new Error('nothing was measured');
  return middle;
}
