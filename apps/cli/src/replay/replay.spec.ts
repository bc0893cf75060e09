import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { JsonObject } from '#kernel';
import { wrapped } from '../output.ts';
import { DATA_TEXTS } from './data-texts.ts';
import { turned, type Place } from './pager.ts';
import { dataLines, printable, valueText } from './values.ts';

const SAMPLES = join(import.meta.dirname, '../../../../libs/ledger/src/samples');
const nameOf = (id: string): string => (id === 'p1' ? '欧某某' : id);

/** The data of every event of a project that was ever written, as samples keep them. */
function samples(): JsonObject[] {
  const files = readdirSync(SAMPLES).filter((file) => file.endsWith('.json'));
  return files.flatMap((file) => {
    const { event } = JSON.parse(readFileSync(join(SAMPLES, file), 'utf8')) as {
      event: { stream: string; data: JsonObject };
    };
    return event.stream.startsWith('project-') ? [event.data] : [];
  });
}

it('has a word for every field of every event of a project', () => {
  const told = samples();
  expect(told.length).toBeGreaterThan(40);
  const fields = new Set(told.flatMap((data) => Object.keys(data)));
  expect([...fields].filter((field) => !Object.hasOwn(DATA_TEXTS, field))).toEqual([]);
  for (const data of told) expect(dataLines(data, nameOf)).toHaveLength(Object.keys(data).length);
});

it('says values in words', () => {
  expect(valueText('milestone', 'constructionStarted', nameOf)).toBe('开工 under construction');
  expect(valueText('totalInvestment', { fen: '125000000', currency: 'CNY' }, nameOf)).toBe('125 万元');
  expect(valueText('amount', { fen: '125000000', currency: 'USD' }, nameOf)).toBe('125 万元 USD');
  expect(valueText('personId', 'p1', nameOf)).toBe('欧某某');
  expect(valueText('text', 'p1', nameOf)).toBe('p1');
  expect(valueText('coLeaderIds', ['p1', 'p2'], nameOf)).toBe('欧某某、p2');
  expect(valueText('on', '2018-05', nameOf)).toBe('2018年5月 (2018-05)');
  expect(valueText('on', 'unknown', nameOf)).toBe('日期不详 (unknown)');
  expect(valueText('area', 6_666_667, nameOf)).toBe('66666.67 ㎡');
  expect(valueText('share', 2500, nameOf)).toBe('25 %');
  expect(valueText('lead', true, nameOf)).toBe('是 yes');
  expect(valueText('leaderId', null, nameOf)).toBe('—');
});

it('lets nothing that was written steer the terminal', () => {
  expect(printable('a\u001b[2Jb\u0007\u009bc\u202ed')).toBe('a·[2Jb··c·d');
  expect(printable('一\r\n二')).toBe('一 ⏎ 二');
  expect(dataLines({ 'x\u001b]0;': 'y\u001b' }, nameOf)).toEqual(['x·]0;: y·']);
});

it('breaks lines where the screen ends, a Chinese character being two cells wide', () => {
  expect(wrapped('台账ab账', 5)).toEqual(['台账a', 'b账']);
  expect(wrapped('', 5)).toEqual(['']);
});

describe('stepping', () => {
  const pagesOf = (step: number): number => (step === 1 ? 2 : 1);
  const turn = (place: Place, name: string, more: object = {}) =>
    turned(place, { name, ...more }, { steps: 3, pagesOf });
  const at = (step: number, page = 0): Place => ({ step, page });

  it.each(['return', 'enter', 'space', 'down'])('goes on by %s, page by page, and stays at the end', (name) => {
    expect(turn(at(0), name)).toEqual(at(1));
    expect(turn(at(1), name)).toEqual(at(1, 1));
    expect(turn(at(1, 1), name)).toEqual(at(2));
    expect(turn(at(2), name)).toEqual(at(2));
  });

  it.each(['b', 'up'])('goes back by %s, and stays at the beginning', (name) => {
    expect(turn(at(2), name)).toEqual(at(1));
    expect(turn(at(1, 1), name)).toEqual(at(1));
    expect(turn(at(0), name)).toEqual(at(0));
  });

  it('goes to the first and to the last step, and ends', () => {
    expect(turn(at(1), 'g')).toEqual(at(0));
    expect(turn(at(1), 'g', { shift: true })).toEqual(at(2));
    expect([turn(at(1), 'home'), turn(at(1), 'end')]).toEqual([at(0), at(2)]);
    expect([turn(at(0), 'q'), turn(at(0), 'c', { ctrl: true }), turn(at(0), 'escape')]).toEqual(Array(3).fill('quit'));
    expect([turn(at(1), 'c'), turn(at(1), 'x')]).toEqual([at(1), at(1)]);
  });
});
