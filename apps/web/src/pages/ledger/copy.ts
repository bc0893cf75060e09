import type { Point } from '../../time/point.ts';
import type { Column, Words } from './columns.tsx';
import { readMore, type More } from './more.ts';
import type { Item } from './rows.ts';
import { tsv } from './tsv.ts';

/** Rows as tab-separated text with their heads, in the language and the columns that are shown. */
export async function copied(
  items: readonly Item[],
  columns: readonly Column[],
  words: Words,
  point: Point,
): Promise<string> {
  const more = columns.some((column) => column.more)
    ? await readMore(
        items.map(({ id }) => id),
        point,
      )
    : new Map<string, More>();
  const { t } = words;
  const head = [t('number'), t('name'), ...columns.map(({ id }) => t(`column.${id}`))];
  const rows = items.map((item) => [
    String(item.number),
    item.name,
    ...columns.map((column) => column.text(item, words, more.get(item.id))),
  ]);
  return tsv([head, ...rows]);
}

/** Hands text to the clipboard; also where the page came over plain HTTP, and the browser offers no clipboard. */
export async function toClipboard(text: string): Promise<void> {
  if (navigator.clipboard) return navigator.clipboard.writeText(text);
  const field = document.createElement('textarea');
  field.value = text;
  document.body.append(field);
  field.select();
  const done = document.execCommand('copy');
  field.remove();
  if (!done) throw new Error('the browser copies nothing');
}
