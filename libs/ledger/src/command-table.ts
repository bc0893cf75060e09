import type { Command, Recorded } from '#kernel';
import { faultsOf, within, type FieldFault } from '#http';
import type { CommandRow, CommandTable } from './command-row.ts';
import { catalogueCommands } from './catalogue/catalogue.commands.ts';
import { organizationCommands } from './organization/organization.commands.ts';
import { projectCommands } from './project/project.commands.ts';
import { reassignmentCommands } from './reassignment/reassignment.commands.ts';
import { ORGANIZATION_COMMAND_OF } from './organization/organization.ts';
import { personCommands } from './person/person.commands.ts';
import { PERSON_COMMAND_OF } from './person/person.ts';
import { COMMAND_OF } from './project/rules.ts';
import { targetCommands } from './target/target.commands.ts';
import { zoneCommands } from './zone/zone.commands.ts';
import { ZONE_COMMAND_OF } from './zone/zone.ts';

export { EXAMPLE_KEY } from './command-row.ts';

/** Every command that the ledger takes from outside. */
export const commandTables: readonly CommandTable[] = [
  zoneCommands,
  organizationCommands,
  personCommands,
  catalogueCommands,
  projectCommands,
  reassignmentCommands,
  targetCommands,
];

/** The command that files each fact that can be corrected. */
const COMMAND_OF_FACT: Readonly<Record<string, string>> = {
  ...COMMAND_OF,
  ...ZONE_COMMAND_OF,
  ...ORGANIZATION_COMMAND_OF,
  ...PERSON_COMMAND_OF,
};

const ROWS: ReadonlyMap<string, CommandRow> = new Map(
  commandTables.flatMap(({ rows }) => rows.map((row) => [row.type as string, row] as const)),
);

/**
 * What is wrong with the data of a command, by field; empty: it may be executed. The one validation for the API and for
 * imports. For `CorrectFact` it judges all but `data`, which {@link correctionFaults} does.
 */
export function validateCommand(type: string, data: unknown): readonly FieldFault[] {
  const row = ROWS.get(type);
  if (!row) throw new RangeError(`there is no command ${type}`);
  return faultsOf(row.dto, data);
}

/**
 * What is wrong with the data that a correction puts in place of a fact's, by the fact's own command; fields are named
 * `data.<field>`. A fact that is not there, or that cannot be corrected, is for the decider to refuse: no faults.
 */
export function correctionFaults(command: Command, history: readonly Recorded[]): readonly FieldFault[] {
  const { factId, data } = command.data as { factId: string; data: unknown };
  const fact = history.find(({ id }) => id === factId);
  const type = fact && Object.hasOwn(COMMAND_OF_FACT, fact.type) ? COMMAND_OF_FACT[fact.type] : undefined;
  if (fact === undefined || type === undefined) return [];
  return within('data', validateCommand(type, data));
}
