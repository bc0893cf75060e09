/** The period, `2026-11`, of a month as the page names it: `2026年11月`, `November 2026`. */
export function periodOf(month: string): string {
  const [, year, number] = /^(\d{4})年(\d{1,2})月$/.exec(month) ?? [];
  if (year !== undefined && number !== undefined) return `${year}-${number.padStart(2, '0')}`;
  return new Date(`1 ${month} UTC`).toISOString().slice(0, 'yyyy-mm'.length);
}
