import { DatabaseUnavailable } from './index.ts';
import { nextTurn, until } from './testing/until.ts';
import { Watch } from './watch.ts';

const LONG_MS = 60_000;

describe('those who wait for one view', () => {
  it('share each look at how far it is', async () => {
    let reached = 1n;
    let looks = 0;
    const watch = new Watch(async () => (looks++, await nextTurn(), { position: reached }), LONG_MS);
    const waiting = Array.from({ length: 100 }, (_, n) => watch.reaches(BigInt(n % 3), LONG_MS));
    expect(await waiting[0]).toBe(true);
    expect(await waiting[1]).toBe(true);
    await until(() => looks === 2);
    reached = 2n;
    watch.wake();
    expect(new Set(await Promise.all(waiting))).toEqual(new Set([true]));
    expect(looks).toBeLessThanOrEqual(4);
  });

  it('look by themselves where no news come, and wait no longer than they want', async () => {
    let reached = 1n;
    let looks = 0;
    const watch = new Watch(async () => (looks++, { position: reached }), 1);
    expect(await watch.reaches(2n, 5)).toBe(false);
    const waiting = watch.reaches(2n, LONG_MS);
    const before = looks;
    await until(() => looks > before + 3);
    reached = 2n;
    expect(await waiting).toBe(true);
    expect(await watch.reaches(2n, 0)).toBe(true);
    expect(await watch.reaches(3n, 0)).toBe(false);
  });

  it('go on where the database does not answer for a while, and are told of anything else', async () => {
    const failures: Error[] = [new DatabaseUnavailable('away'), new DatabaseUnavailable('away'), new Error('wrong')];
    const watch = new Watch(async () => Promise.reject(failures.shift() as Error), 1);
    await expect(watch.reaches(1n, LONG_MS)).rejects.toThrow('wrong');
    expect(failures).toEqual([]);
  });

  it('are told at once of what stands still before it', async () => {
    const watch = new Watch(async () => ({ position: 1n, stopped: true }), LONG_MS);
    expect(await Promise.all([watch.reaches(1n, LONG_MS), watch.reaches(2n, LONG_MS)])).toEqual([true, false]);
  });
});
