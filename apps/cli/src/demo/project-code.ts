import type { Day } from '#kernel';

const OTHER_PROJECTS = '99';

/** A project code of an invented region, with a right check digit (ISO 7064 MOD 11,10 over the first 19). */
export function projectCode(day: Day, region: string, n: number): string {
  const digits = `${day.slice(2, 4)}${day.slice(5, 7)}${region}04${OTHER_PROJECTS}${String(n).padStart(5, '0')}`;
  let p = 10;
  for (const digit of digits) {
    const sum = (p + Number(digit)) % 10 || 10;
    p = (sum * 2) % 11;
  }
  const parts = [
    [0, 4],
    [4, 10],
    [10, 12],
    [12, 14],
    [14, 19],
  ].map(([from, to]) => digits.slice(from, to));
  return `${parts.join('-')}${(11 - p) % 10}`;
}
