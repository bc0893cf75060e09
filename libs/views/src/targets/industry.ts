import type { Industry } from '#ledger';

/** 采矿业, 制造业, 电力、热力、燃气及水生产和供应业 */
const SECTIONS: ReadonlySet<string> = new Set(['B', 'C', 'D']);
/** Editions 1994, 2002, 2011 and 2017 of GB/T 4754 keep industry in the divisions 06 to 46, 47 being the first of construction. */
const FIRST_DIVISION = 6;
const LAST_DIVISION = 46;
const EDITIONS: ReadonlySet<string> = new Set(['1994', '2002', '2011', '2017']);

/**
 * Whether a code is one of industry (GB/T 4754 sections B, C, D): by its letter, or by its division where it has none.
 * -1: it cannot be told from what the code or the edition says.
 */
export function isIndustrial({ edition, code }: Industry): 0 | 1 | -1 {
  if (!EDITIONS.has(/\d{4}$/.exec(edition.trim())?.[0] ?? '')) return -1;
  const match = /^([A-Z])?(\d{2,4})?$/.exec(code.trim().toUpperCase());
  const [, letter, digits] = match ?? [];
  if (letter !== undefined) return SECTIONS.has(letter) ? 1 : 0;
  if (digits === undefined) return -1;
  const division = Number(digits.slice(0, 2));
  return division >= FIRST_DIVISION && division <= LAST_DIVISION ? 1 : 0;
}
