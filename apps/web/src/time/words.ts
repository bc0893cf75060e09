import type { TFunction } from 'i18next';
import { knownAtOf } from '#kernel/knowledge';
import type { Language } from '../i18n/index.ts';
import { dateText, instantText } from '../shown/dates.ts';
import type { Point } from './point.ts';

/** A point in words: `截至 2026年6月30日 台账所知，按 2026年5月1日 的实际情况`. */
export function pointText({ knownAt, effectiveOn }: Point, t: TFunction<'shown'>, language: Language): string {
  const known = knownAt === undefined ? undefined : knownAtOf(knownAt);
  const words: string[] = [];
  if (known?.kind === 'seq') words.push(t('time.pastSeq', { seq: known.seq }));
  if (known?.kind === 'day') words.push(t('time.pastKnown', { at: dateText(known.day, language) }));
  if (known?.kind === 'instant') words.push(t('time.pastKnown', { at: instantText(known.instant) }));
  if (effectiveOn !== undefined) words.push(t('time.pastEffective', { day: dateText(effectiveOn, language) }));
  return words.length === 0 ? t('time.now') : words.join(language === 'zh' ? '，' : ', ');
}
