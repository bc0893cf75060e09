import fc from 'fast-check';
import type { Entry } from './entry.ts';
import { FEED_LIMITS } from './limits.ts';
import { Ring } from './ring.ts';

const entry = (position: number, bytes: number): Entry => ({
  position: BigInt(position),
  stream: 'zone-1',
  category: 'zone',
  type: 'ZoneDefined',
  frame: Buffer.alloc(bytes, position),
});

it('keeps the latest events within its bounds, and gives any reader that it reaches everything after its position', () =>
  fc.assert(
    fc.property(
      fc.array(fc.array(fc.integer({ min: 1, max: 40 }), { maxLength: 8 }), { maxLength: 20 }),
      fc.integer({ min: 0, max: 400 }),
      fc.integer({ min: 1, max: 60 }),
      (batches, asked, portion) => {
        const limits = { ...FEED_LIMITS, ringEventsMax: 6, ringBytesMax: 100 };
        const ring = new Ring(0n, limits);
        const all: Entry[] = [];
        for (const batch of batches) {
          const entries = batch.map((bytes, i) => entry((all.length + i + 1) * 3, bytes));
          all.push(...entries);
          ring.push(entries);
        }
        const latest = all.filter(({ position }) => ring.reaches(position - 1n));
        expect(latest.length).toBeLessThanOrEqual(limits.ringEventsMax);
        expect(latest.reduce((n, { frame }) => n + frame.length, 0)).toBeLessThanOrEqual(limits.ringBytesMax);
        expect(ring.head).toBe(all.at(-1)?.position ?? 0n);
        let position = BigInt(asked);
        if (!ring.reaches(position)) return;
        const wanted = all.filter((one) => one.position > position);
        const given: Entry[] = [];
        for (let some = ring.since(position, portion); some.length > 0; some = ring.since(position, portion)) {
          given.push(...some);
          position = (some.at(-1) as Entry).position;
          const bytes = some.reduce((n, { frame }) => n + frame.length, 0);
          expect(bytes <= portion || some.length === 1).toBe(true);
        }
        expect(given).toEqual(wanted);
      },
    ),
  ));
