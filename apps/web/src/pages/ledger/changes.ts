import type { Answer } from '../../api/client.ts';
import { usePoint } from '../../time/use-point.ts';
import type { Filter } from './address.ts';
import type { ColumnId } from './columns.tsx';
import { useOfRows } from './of-rows.ts';
import type { Rows } from './rows.ts';

const PATH = '/api/projects/compare';
type Compared = Answer<typeof PATH>;

/** What changed of a row between the two points of the page, with the names of whom it is about. */
export type RowChanges = Compared['items'][number] & Pick<Compared, 'names'>;

const CHANGES = {
  path: PATH,
  found: ({ items, names }: Compared): readonly RowChanges[] => items.map((item) => ({ ...item, names })),
} as const;
/** As many as are asked for at once. */
const LIMIT = '50';

/** In compare mode, what changed of the rows in sight; a row that stayed as it was has none. */
export function useChanges(rows: Rows, filter: Filter): ReadonlyMap<string, RowChanges> {
  const { comparing } = usePoint();
  return useOfRows(rows, CHANGES, { ...filter, limit: LIMIT }, comparing);
}

/** The fields that a column shows, as comparisons name them, the one that weighs most first; those of milestones also for each phase. Of other columns nothing is compared. */
const FIELDS: Readonly<Partial<Record<ColumnId | 'name', readonly string[]>>> = {
  name: ['name'],
  code: ['code'],
  zone: ['zoneId'],
  builder: ['builder'],
  stage: ['stage', 'possibleStage'],
  standing: ['standing'],
  signed: ['reached.signed', 'plan.signed'],
  landSupplied: ['reached.landSupplied', 'plan.landSupplied'],
  permitted: ['reached.permitted', 'plan.permitted'],
  constructionStarted: ['reached.constructionStarted', 'plan.constructionStarted'],
  completed: ['reached.completed', 'plan.completed'],
  inProduction: ['reached.inProduction', 'plan.inProduction'],
  leader: ['leaderId'],
  coLeaders: ['coLeaderIds'],
  responsiblePerson: ['responsiblePersonId'],
  responsibleUnit: ['responsibleUnitId'],
  agentUnit: ['agentUnitId'],
  capital: ['capital'],
  total: ['totalInvestment'],
  invested: ['invested'],
};

/** A project that the first point does not list: all of it is new, and no cell more than another. */
export const isNew = ({ changes }: Pick<RowChanges, 'changes'>): boolean =>
  changes.some(({ field }) => field === 'listed');

/** The change of what a column shows that weighs most. */
export function changedField(
  changes: Pick<RowChanges, 'changes'> | undefined,
  column: ColumnId | 'name',
): string | undefined {
  if (!changes || isNew(changes)) return undefined;
  for (const name of FIELDS[column] ?? []) {
    const change = changes.changes.find(({ field }) => field === name || field.startsWith(`${name}.`));
    if (change) return change.field;
  }
  return undefined;
}
