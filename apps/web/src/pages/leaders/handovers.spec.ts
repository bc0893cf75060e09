import { takingsOf, type Tenure } from './handovers.ts';

const tenure = (project: string, others: Partial<Tenure> = {}): Tenure => ({
  project: { id: project, name: project },
  role: 'lead',
  roleLabel: { zh: '牵头领导', en: 'lead' },
  from: '2025-01',
  fromDay: '2025-01-31',
  until: null,
  days: 10,
  end: null,
  doc: '1号',
  orderId: null,
  factId: `${project} fact`,
  predecessor: { id: 'a', name: 'a' },
  successor: null,
  ...others,
});
const handed = (to: string, until: string): Partial<Tenure> => ({
  until,
  end: 'handedOver',
  successor: { id: to, name: to, from: until, doc: '2号', orderId: null, factId: 'f' },
});

describe('what somebody took on', () => {
  it('is one entry a document, day and person, with all its projects', () => {
    const found = takingsOf([tenure('p'), tenure('q'), tenure('r', { doc: null })]);
    expect(found.map(({ day, predecessor, doc, count }) => [day, predecessor?.id, doc, count])).toEqual([
      ['2025-01-31', 'a', '1号', 2],
      ['2025-01-31', 'a', null, 1],
    ]);
  });

  it('went on project by project: those still held first, then those that ended last', () => {
    const [taking] = takingsOf([
      tenure('p', handed('c', '2025-06-01')),
      tenure('q', handed('c', '2026-01-01')),
      tenure('r'),
      tenure('s', handed('c', '2026-01-01')),
      tenure('t', { until: '2026-01-01', end: 'exited' }),
    ]);
    const courses = taking?.courses.map(({ until, end, successor, tenures }) => [
      until,
      end,
      successor?.id,
      tenures.map(({ project }) => project.id).join(''),
    ]);
    expect(courses).toEqual([
      [null, null, undefined, 'r'],
      ['2026-01-01', 'handedOver', 'c', 'qs'],
      ['2026-01-01', 'exited', undefined, 't'],
      ['2025-06-01', 'handedOver', 'c', 'p'],
    ]);
  });
});
