import fc from 'fast-check';
import { lastFiledBy } from './filed.ts';

const DAYS = ['2026-05-01', '2026-05-02', '2026-05-03', '2026-05-04'] as const;
const at = (day: string) => `${day}T03:00:00.000Z`;

describe('the last event filed by a day', () => {
  it('is found whatever was filed when', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.constantFrom(...DAYS)), fc.constantFrom(...DAYS), async (filed, day) => {
        const log = filed.toSorted();
        const eventAt = (seq: number) => Promise.resolve({ filedAt: at(log[seq - 1] as string) } as never);
        const found = await lastFiledBy(day, log.length, eventAt);
        expect(found).toBe(log.filter((each) => each <= day).length || undefined);
      }),
    );
  });

  it('is asked for in few steps', async () => {
    let asked = 0;
    const eventAt = (seq: number) => {
      asked++;
      return Promise.resolve({ filedAt: at(seq <= 70_000 ? '2026-05-01' : '2026-05-09') } as never);
    };
    expect(await lastFiledBy('2026-05-03', 100_000, eventAt)).toBe(70_000);
    expect(asked).toBeLessThanOrEqual(17);
  });
});
