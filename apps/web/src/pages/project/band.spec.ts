import { bandsOf, gapsOf, placeOf, yearsBetween, type Tenure } from './band.ts';

const tenure = (role: Tenure['role'], name: string, fromDay: string, until: string | null): Tenure => ({
  role,
  roleLabel: { zh: role, en: role },
  holder: { id: name, name },
  joint: false,
  from: fromDay,
  fromDay,
  until,
  factId: name,
});

describe('who held what', () => {
  const tenures = [
    tenure('lead', 'b', '2024-05-21', '2025-07-13'),
    tenure('lead', 'a', '2023-11-27', '2024-05-21'),
    tenure('lead', 'c', '2025-08-01', null),
    tenure('coLead', 'd', '2024-01-01', null),
    tenure('coLead', 'e', '2024-02-01', '2024-03-01'),
    tenure('coLead', 'f', '2024-03-05', null),
  ];
  const bands = bandsOf(tenures, '2023-11-01', '2026-01-01');

  it('shows the days that nobody held, before, between and after', () =>
    expect(bands.find(({ role }) => role === 'lead')?.gaps).toEqual([
      { from: '2023-11-01', until: '2023-11-27' },
      { from: '2025-07-13', until: '2025-08-01' },
    ]));

  it('has one lane for a handover, and another for who held it beside', () => {
    expect(bands.find(({ role }) => role === 'lead')?.lanes.map((lane) => lane.length)).toEqual([3]);
    expect(bands.find(({ role }) => role === 'coLead')?.lanes.map((lane) => lane.length)).toEqual([1, 2]);
  });

  it('says of a role that has to be held that nobody did, and nothing of one that has not', () => {
    expect(bands.find(({ role }) => role === 'responsiblePerson')?.gaps).toEqual([
      { from: '2023-11-01', until: '2026-01-01' },
    ]);
    expect(bands.find(({ role }) => role === 'agentUnit')).toBeUndefined();
  });

  it('counts a tenure within another as no end of it', () =>
    expect(
      gapsOf(
        [
          { from: '2024-01-01', until: '2025-01-01' },
          { from: '2024-02-01', until: '2024-03-01' },
        ],
        '2024-01-01',
        '2025-01-01',
      ),
    ).toEqual([]));

  it('lies between its days', () => {
    expect(placeOf({ from: '2024-01-02', until: '2024-01-06' }, '2024-01-01', '2024-01-11')).toEqual({
      left: 10,
      width: 40,
    });
    expect(yearsBetween('2023-11-01', '2026-01-01')).toEqual(['2024-01-01', '2025-01-01', '2026-01-01']);
  });
});
