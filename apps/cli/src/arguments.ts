import { InvalidArgumentError } from 'commander';
import { intervalOf, isId, knownAtOf } from '#kernel';
import { bilingual } from './output.ts';

/** The id of anything, as it is kept. Throws InvalidArgumentError, as the others do. */
export function anId(text: string): string {
  if (!isId(text)) throw new InvalidArgumentError(bilingual({ zh: '不是编号', en: 'not an id' }));
  return text.toLowerCase();
}

export function aDay(text: string): string {
  if (intervalOf(text)?.precision !== 'day')
    throw new InvalidArgumentError(bilingual({ zh: '不是日期', en: 'not a day' }));
  return text;
}

/** The seq of an event, an instant with its offset, or a day. */
export function aPoint(text: string): string {
  if (knownAtOf(text) === undefined)
    throw new InvalidArgumentError(bilingual({ zh: '不是序号、时刻或日期', en: 'no seq, instant or day' }));
  return text;
}
