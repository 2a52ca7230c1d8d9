/** One line of the table that `npm run bench` prints. */
export interface Measurement {
  readonly name: string;
  /** What was measured of the desk, with its unit. */
  readonly desk: string;
  /** The same of what it is compared with, in the same run; absent where there is nothing to compare with. */
  readonly baseline?: string;
  /** The desk's figure divided by the baseline's. */
  readonly ratio?: number;
  /** Absent where a figure is only told. */
  readonly target?: string;
  readonly met?: boolean;
}

/** The middle one of the values; of the two in the middle, the larger. */
export function median(values: readonly number[]): number {
  const middle = [...values].sort((one, other) => one - other).at(Math.floor(values.length / 2));
  if (middle === undefined) throw new Error('nothing was measured');
  return middle;
}
