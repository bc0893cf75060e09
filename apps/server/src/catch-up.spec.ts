import type { ViewStatus } from '#database';
import { CatchUp } from './catch-up.ts';

const VIEWS = ['ledger', 'findings'];
const END = 100n;

function view(name: string, position: bigint, more: Partial<ViewStatus> = {}): ViewStatus {
  const standing = { version: 1, seq: Number(position), lag: 0, applied: 0, gaps: 0 };
  return { view: name, position, state: 'live', serving: true, ...standing, ...more };
}

const behind = (catchUp: CatchUp, ...status: ViewStatus[]): string[] => [...catchUp.behind(status)];

describe('catching up at the start', () => {
  it('waits for every view to see what was in the log then', () => {
    const catchUp = new CatchUp(END, VIEWS);
    expect(behind(catchUp)).toEqual(VIEWS);
    expect(behind(catchUp, view('ledger', 99n), view('findings', 100n))).toEqual(['ledger']);
    expect(behind(catchUp, view('ledger', 101n), view('findings', 100n))).toEqual([]);
  });

  it('does not wait again for a view that lags later', () => {
    const catchUp = new CatchUp(END, ['ledger']);
    expect(behind(catchUp, view('ledger', END))).toEqual([]);
    expect(behind(catchUp, view('ledger', 7n, { state: 'catching-up' }))).toEqual([]);
  });

  it('waits for the version that answers', () => {
    const catchUp = new CatchUp(END, ['ledger']);
    expect(behind(catchUp, view('ledger', 7n), view('ledger', END, { serving: false, version: 2 }))).toEqual([
      'ledger',
    ]);
    expect(behind(catchUp, view('ledger', END, { version: 2 }))).toEqual([]);
  });

  it('does not wait for one that has stopped, nor, on an empty log, for more than an answer', () => {
    expect(behind(new CatchUp(END, ['ledger']), view('ledger', 7n, { state: 'stopped' }))).toEqual([]);
    expect(
      behind(new CatchUp(undefined, ['ledger']), view('ledger', 0n, { state: 'building', serving: false })),
    ).toEqual(['ledger']);
    expect(behind(new CatchUp(undefined, ['ledger']), view('ledger', 0n))).toEqual([]);
  });

  it('says in time whether it is over', async () => {
    const catchUp = new CatchUp(END, ['ledger']);
    let position = 98n;
    expect(await catchUp.over(0, () => [view('ledger', position)])).toBe(false);
    expect(await catchUp.over(60_000, () => [view('ledger', position++)])).toBe(true);
  });
});
