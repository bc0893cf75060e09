import { dayNumber } from '#kernel';
import { recorded } from '#kernel/scenario';
import { factsOf, type ProjectEvent } from '#ledger';
import { answeringIn, heldRows } from './rows.ts';
import { NOBODY } from './schema.ts';

const entered: ProjectEvent = { type: 'ProjectRegistered', data: { name: '甲', zoneId: 'z1' } };
const led = (personId: string, from: string): ProjectEvent => ({
  type: 'LeaderAssigned',
  data: { personId, lead: true, from },
});
const exited = (on: string): ProjectEvent => ({
  type: 'ProjectExited',
  data: { on, reason: '撤资', kind: 'agreed' },
});

it('is held by nobody from the day it exits, not even by who was to lead it later', () => {
  const events = [entered, led('wang', '2026-02-01'), led('li', '2026-09-01'), exited('2026-06-10')];
  const filed = events.map((event) => ({ ...event, filedAt: '2026-01-10T02:00:00.000Z' }));
  const facts = factsOf(recorded<ProjectEvent>(filed, 'project-p1'));
  const rows = heldRows(answeringIn('p1', facts)!, facts, 1);
  expect(rows.map(({ holder_id, valid_from, valid_to }) => [holder_id, valid_from, valid_to])).toEqual([
    [NOBODY, dayNumber('2026-01-10'), dayNumber('2026-02-01')],
    ['wang', dayNumber('2026-02-01'), dayNumber('2026-06-10')],
  ]);
});
