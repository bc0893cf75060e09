/**
 * A fraction as it is, and as a percentage with two decimals: rounded half away from zero, and cut. Published figures are
 * often cut; both are null where the denominator is 0.
 */
export interface Ratio {
  readonly numerator: string;
  readonly denominator: string;
  readonly rounded: string | null;
  readonly cut: string | null;
}

/** The denominator is never negative. */
export function ratioOf(numerator: bigint, denominator: bigint): Ratio {
  const exact = { numerator: String(numerator), denominator: String(denominator) };
  if (denominator === 0n) return { ...exact, rounded: null, cut: null };
  const isNegative = numerator < 0n;
  const hundredths = (isNegative ? -numerator : numerator) * 10_000n;
  return {
    ...exact,
    rounded: percent((2n * hundredths + denominator) / (2n * denominator), isNegative),
    cut: percent(hundredths / denominator, isNegative),
  };
}

function percent(hundredths: bigint, isNegative: boolean): string {
  const sign = isNegative && hundredths > 0n ? '-' : '';
  return `${sign}${hundredths / 100n}.${String(hundredths % 100n).padStart(2, '0')}`;
}
