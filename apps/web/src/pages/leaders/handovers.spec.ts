import { deedsOf, handoversOf, type Tenure } from './handovers.ts';

const tenure = (holder: string, fromDay: string, until: string | null, others: Partial<Tenure> = {}): Tenure => ({
  role: 'lead',
  roleLabel: { zh: '牵头领导', en: 'lead' },
  holder: { id: holder, name: holder },
  joint: false,
  from: fromDay,
  fromDay,
  until,
  ...others,
});
const project = (id: string, tenures: readonly Tenure[]) => ({
  id,
  name: id,
  tenures: [...tenures],
  siteVisits: [],
  helpActions: [],
});

describe('the handovers of a person', () => {
  it('are one a document, day and other person, with all its projects, the latest first', () => {
    const tenures = [
      tenure('a', '2024-01-01', '2025-01-01'),
      tenure('b', '2025-01-01', '2026-01-01', { doc: '1号' }),
      tenure('c', '2026-01-01', null, { doc: '2号', factId: 'f' }),
    ];
    const found = handoversOf('b', [project('p', tenures), project('q', tenures)]);
    expect(
      found.map(({ kind, day, other, doc, projects }) => [kind, day, other?.id, doc, projects.map(({ id }) => id)]),
    ).toEqual([
      ['handed', '2026-01-01', 'c', '2号', ['p', 'q']],
      ['taken', '2025-01-01', 'a', '1号', ['p', 'q']],
    ]);
    expect(found[0]?.projects[0]?.factId).toBe('f');
  });

  it('say nobody where nobody was before, and where nobody came after', () => {
    const [handed, taken] = handoversOf('a', [project('p', [tenure('a', '2024-01-01', '2025-01-01')])]);
    expect([handed?.other, handed?.doc, taken?.other]).toEqual([null, null, null]);
  });

  it('are within a role: a co-lead does not follow a lead', () => {
    const [taken] = handoversOf('b', [
      project('p', [
        tenure('a', '2024-01-01', '2025-01-01'),
        tenure('b', '2025-01-01', null, { role: 'coLead', joint: true }),
      ]),
    ]);
    expect(taken?.other).toBeNull();
  });
});

it('visits are those of the person, the latest first', () => {
  const visit = (id: string, on: string) => ({
    on,
    onText: on,
    filedOn: on,
    factId: `${id} ${on}`,
    person: { id, name: id },
    found: 'ok',
  });
  const visited = {
    ...project('p', []),
    siteVisits: [visit('a', '2026-01-02'), visit('b', '2026-01-03'), visit('a', '2026-02')],
  };
  expect(deedsOf('a', [visited], 'siteVisits').map(({ on }) => on)).toEqual(['2026-02', '2026-01-02']);
});
