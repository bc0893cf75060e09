import type { Texts } from '#kernel';
import type { FindingListShape } from '#views/module';
import { bilingual, table } from '../output.ts';
import { inShanghai } from '../replay/step-text.ts';
import { printable, valueText } from '../replay/values.ts';

type Standing = Pick<FindingListShape, 'asOf' | 'effectiveOn' | 'lag'> & { readonly next?: string | null };

/** What an answer says, between the point that it stands on and how to go on. */
export function standing({ asOf, effectiveOn, lag, next = null }: Standing, ...parts: readonly string[]): string {
  const recorded = asOf.recordedAt === null ? '' : ` (${inShanghai(asOf.recordedAt)})`;
  return [
    `截至事件 as of event ${asOf.seq}${recorded} · 业务日期 effective on ${effectiveOn}`,
    ...(lag > 0 ? [bilingual({ zh: `视图还差 ${lag} 个事件`, en: `${lag} events are not seen yet` })] : []),
    ...parts,
    ...(next === null ? [] : [`还有更多 more: --cursor ${next}`]),
  ].join('\n');
}

/** Rows under the names of their columns, both languages; nothing is said as nothing. */
export function listed(columns: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  return rows.length === 0 ? bilingual(NONE) : table([columns, ...rows]);
}

export const NONE: Texts = { zh: '无', en: 'none' };

export const named = (one: { readonly name: string | null } | null): string => printable(one?.name ?? '—');

export const money = (value: { readonly fen: string; readonly currency: string }): string =>
  valueText('invested', { ...value }, (id) => id);
