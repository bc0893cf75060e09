import { SHAPES } from '#ledger';
import { definitions } from './definitions/projector.ts';
import { forShapes } from './for-shapes.ts';
import { projectLedger } from './project-ledger/projector.ts';
import { VIEWS } from './index.ts';
import type { View } from '#database';

const ledger = projectLedger as View;
const zones = definitions as View;
const same = <T>(data: T): T => data;

it('a view is built anew when the shape of an event that it takes changes, and no other is', () => {
  const once = { ...SHAPES, ConstructionStarted: [same] };
  expect(forShapes(ledger, once)).toEqual({ ...ledger, version: ledger.version + 1 });
  expect(forShapes(zones, once)).toBe(zones);
  const more = { ...once, ConstructionStarted: [same, same], ProjectSigned: [same] };
  expect(forShapes(ledger, more).version).toBe(ledger.version + 3);
});

it('every view that the projector keeps has the version of its shapes', () => {
  expect(VIEWS).toContainEqual(forShapes(ledger, SHAPES));
  for (const view of VIEWS) expect(Object.keys(SHAPES)).toEqual(expect.arrayContaining(Object.keys(view.consumes)));
});
