import type { TFunction } from 'i18next';
import { Problem, Unreached } from '../api/problem.ts';
import type { Language } from '../i18n/index.ts';
import { dateText, instantText } from '../shown/dates.ts';
import type { Point } from './point.ts';

/** Whether it was the point in time that the server could not answer for. */
export const isOfPoint = (error: unknown): error is Problem =>
  error instanceof Problem &&
  ['KnownAtAhead', 'KnownSeqAhead', 'KnownBeforeFirst', 'NothingKnown', 'PointsSwapped'].includes(error.body.code);

/** Why a point cannot be shown, in the words of the control: with the day that was asked for, on the clocks of Shanghai. */
export function problemText(error: unknown, { knownAt }: Point, t: TFunction<'shown'>, language: Language): string {
  if (error instanceof Unreached) return t('offline');
  if (!(error instanceof Problem)) return t('failed');
  const { code, messages, params } = error.body;
  const said = (key: string): string => {
    const value = params[key];
    return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
  };
  const instant = said('instant');
  const at = isDayOf(knownAt) ? dateText(knownAt, language) : instant && instantText(instant);
  const day = (key: string): string => dateText(said(key), language);
  switch (code) {
    case 'KnownAtAhead':
      return t('time.problem.ahead', { at });
    case 'KnownSeqAhead':
      return t('time.problem.seqAhead', { seq: said('seq'), last: said('last') });
    case 'KnownBeforeFirst':
      return t('time.problem.beforeFirst', { at, first: instantText(said('first')) });
    case 'NothingKnown':
      return t('time.problem.nothing');
    case 'PointsSwapped':
      return t('time.problem.swapped', {
        fromSeq: said('fromSeq'),
        toSeq: said('toSeq'),
        fromDay: day('fromDay'),
        toDay: day('toDay'),
      });
    default:
      return messages[language];
  }
}

const isDayOf = (text: string | undefined): text is string => text !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(text);
