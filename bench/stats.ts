/** A number that was measured several times. */
export interface Measured {
  readonly median: number;
  readonly min: number;
  readonly max: number;
  readonly runs: number;
}

export function measured(values: readonly number[]): Measured {
  const sorted = values.toSorted((a, b) => a - b);
  return { median: percentile(sorted, 50), min: sorted[0] ?? NaN, max: sorted.at(-1) ?? NaN, runs: sorted.length };
}

/** The smallest value that is not below `p` of a hundred; the values are in order. */
export function percentile(sorted: readonly number[], p: number): number {
  return sorted[Math.max(0, Math.ceil((sorted.length * p) / 100) - 1)] ?? NaN;
}

/** Each of a pair measured in turn, so that a machine that slows down slows both; the ratio is that of the medians. */
export async function inTurn(
  runs: number,
  ours: () => Promise<number>,
  other: () => Promise<number>,
): Promise<{ ours: Measured; other: Measured; ratio: Measured }> {
  const pairs: { ours: number; other: number }[] = [];
  await ours(); // neither side pays for the first compilation
  await other();
  for (let run = 0; run < runs; run++) pairs.push({ ours: await ours(), other: await other() });
  const a = measured(pairs.map((pair) => pair.ours));
  const b = measured(pairs.map((pair) => pair.other));
  const single = measured(pairs.map((pair) => pair.ours / pair.other));
  return { ours: a, other: b, ratio: { ...single, median: a.median / b.median } };
}
