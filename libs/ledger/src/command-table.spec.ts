import { recorded } from '#kernel/scenario';
import type { Recorded } from '#kernel';
import { exampleId } from './command-row.ts';
import { commandTables, correctionFaults, validateCommand } from './command-table.ts';
import { projectCommands } from './project/project.commands.ts';
import { COMMAND_OF } from './project/rules.ts';
import type { ProjectEvent } from './project/events.ts';

const rows = commandTables.flatMap(({ rows }) => rows);
const faults = (type: string, data: unknown) =>
  validateCommand(type, data).map(({ field, code }) => `${field}: ${code}`);

describe('the commands', () => {
  it('have a row for every fact there is, and the two that mend', () => {
    const wanted = [...Object.values(COMMAND_OF), 'CorrectFact', 'RevokeFact'];
    expect(projectCommands.rows.map(({ type }) => type).sort()).toEqual([...wanted].sort());
  });

  it('have a verb phrase each, and one of a kind makes something new; people are made in the registry', () => {
    for (const { collection, rows } of commandTables) {
      const verbs = rows.map(({ verb }) => verb);
      expect(new Set(verbs).size).toBe(verbs.length);
      expect(verbs.filter((verb) => verb === undefined).length).toBe(collection === 'people' ? 0 : 1);
      expect(verbs.filter((verb) => verb !== undefined && !/^[a-z]+(-[a-z]+)*$/.test(verb))).toEqual([]);
    }
  });

  it.each(rows.map((row) => [row.type, row.example]))('take their own example: %s', (type, example) =>
    expect(faults(type, example)).toEqual([]),
  );

  it.each(rows.map((row) => [row.type]))('take no field that they do not know: %s', (type) =>
    expect(faults(type, { zzz: 1 })).toContain('zzz: UnknownField'),
  );
});

describe('keys like __proto__', () => {
  it('are unknown fields also where no parser has refused them', () => {
    const data: unknown = JSON.parse('{"on":"2026-01","__proto__":{"kind":"filing"},"constructor":1}');
    expect(faults('SignProject', data)).toEqual(['__proto__: UnknownField', 'constructor: UnknownField']);
  });
});

describe('a correction', () => {
  const history = recorded<ProjectEvent>([
    { type: 'ProjectRegistered', data: { name: '某项目', zoneId: exampleId('zones') } },
    { type: 'ConstructionStarted', data: { on: '2026-05' } },
  ]);
  const start = history[1] as Recorded;
  const faultsOf = (data: unknown, factId = start.id) =>
    correctionFaults({ type: 'CorrectFact', data: { factId, data, reason: '填错' } as object }, history).map(
      ({ field, code }) => `${field}: ${code}`,
    );

  it('takes what the fact itself would', () => expect(faultsOf({ on: '2026-06-01', note: '实际' })).toEqual([]));
  it('names what the fact itself would refuse', () =>
    expect(faultsOf({ on: '2026-13', kind: 'filing' })).toEqual(['data.kind: UnknownField', 'data.on: NotADate']));
  it('of nothing that is there is for the decider to refuse', () =>
    expect(faultsOf({ on: 'x' }, 'nobody')).toEqual([]));
});
