import { dueMonth } from '../../shown/due-month.ts';
import { investmentOf, isTable, isWrongAmount, monthsOn, pasted, progressOf } from './months.ts';

describe('the report of a month', () => {
  it('is due for the last month that is over, also across a year', () => {
    expect(dueMonth('2026-11-23')).toBe('2026-10');
    expect(dueMonth('2026-01-01')).toBe('2025-12');
    expect(monthsOn('2026-02-28').slice(0, 3)).toEqual(['2026-02', '2026-01', '2025-12']);
  });

  it('takes 万元 as they are written, exactly', () => {
    expect(investmentOf('2026-10', { amount: '1,200.5' })).toEqual({
      period: '2026-10',
      inPeriod: { fen: '1200500000', currency: 'CNY' },
    });
    expect(investmentOf('2026-10', { amount: '0' })?.inPeriod?.fen).toBe('0');
    expect([undefined, '', ' ', '12'].map(isWrongAmount)).toEqual([false, false, false, false]);
    expect(['12万', '-5', '1.1234567'].map(isWrongAmount)).toEqual([true, true, true]);
    expect(investmentOf('2026-10', { amount: '12万' })).toBeUndefined();
  });

  it('says no progress where nobody did', () => {
    expect(progressOf('2026-10', { amount: '5', nextSteps: '封顶' })).toBeUndefined();
    expect(progressOf('2026-10', { text: ' 主体封顶 ', difficulties: ' ' })).toEqual({
      period: '2026-10',
      text: '主体封顶',
    });
  });
});

describe('cells pasted into the form of a month', () => {
  const ids = ['a', 'b', 'c'];

  it('go to the right and down from where they are pasted, and keep what they do not cover', () => {
    const cells = { a: { amount: '1' }, c: { amount: '3', text: '在建' } };
    expect(pasted(cells, ids, { row: 1, column: 'amount' }, '20\t封顶\n30\n')).toEqual({
      cells: { b: { amount: '20', text: '封顶' }, c: { amount: '30', text: '在建' } },
      left: 0,
    });
  });

  it('leave out what does not fit, and say how much', () => {
    expect(pasted({}, ids, { row: 2, column: 'text' }, '甲\t多余\n乙\n\n')).toEqual({
      cells: { c: { text: '甲' } },
      left: 2,
    });
  });

  it('stay in their rows with the lines within them', () => {
    const text = '100\t"主体封顶\r\n砌筑完成"\r\n200\t"他说""好"""\r\n';
    expect(pasted({}, ids, { row: 0, column: 'amount' }, text).cells).toEqual({
      a: { amount: '100', text: '主体封顶 砌筑完成' },
      b: { amount: '200', text: '他说"好"' },
    });
  });

  it('are several where there is a tab or a line between them', () => {
    expect(['5', '5\r\n', '5\n6', '5\t6'].map(isTable)).toEqual([false, false, true, true]);
    expect(['"好"', '"好"\r\n', '"甲\n乙"\r\n'].map(isTable)).toEqual([false, true, true]);
  });
});
