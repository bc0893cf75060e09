import type { Day, FactDate, Recorded, Refusal } from '#kernel';
import type { Executor } from './executor.ts';
import { projectStream, type ProjectEvent } from './project/events.ts';
import { factsOf } from './project/facts.ts';
import { registrationSteps } from './project/registration.ts';
import { boundaryDay, type Tenure } from './project/tenures.ts';
import { heldOn, reassignedProjectSlice, reassignLeader, type OrderTerms } from './reassigned-project.ts';
import type { ReassignmentRow } from './reassignment/events.ts';
import { rowFaults } from './reassignment/reassignment.ts';
import { sideBySide } from './side-by-side.ts';

/** What is wanted of a project, before it was looked at. */
export type WantedRow = Omit<ReassignmentRow, 'revision'>;

/** A project as an order would find it now, and what the order would do to it: the same rules decide as when it is carried out. */
export interface PreviewRow {
  readonly wanted: WantedRow;
  readonly projectName: string | undefined;
  /** Its lead and co-leads on the first day of the order. */
  readonly holders: readonly Tenure[];
  /** -1n: there is no such project. */
  readonly revision: bigint;
  readonly decision: readonly Pick<ProjectEvent, 'type' | 'data'>[] | Refusal;
}

/** So many projects are read at once. */
const READS_AT_ONCE = 32;

type History = readonly Recorded<ProjectEvent>[];

/** The day on which an order looks who holds a project. */
export const firstDayHeld = (from: FactDate, filedOn: Day): Day => boundaryDay(from, filedOn);

/** Tries every row out, in their order; nothing is appended. */
export async function previewRows(
  executor: Executor,
  wanted: readonly WantedRow[],
  { terms, filedOn }: { readonly terms: OrderTerms; readonly filedOn: Day },
): Promise<PreviewRow[]> {
  const faults = rowFaults(wanted);
  const rows: PreviewRow[] = [];
  await sideBySide(wanted, READS_AT_ONCE, async (row, i) => {
    const streamId = projectStream(row.projectId);
    const command = reassignLeader(row, terms);
    const { events, decision } = await executor.tryOut({ slice: reassignedProjectSlice, streamId, command });
    const history = events as History;
    rows[i] = {
      wanted: row,
      projectName: registrationSteps(factsOf(history)).at(-1)?.registration.name,
      holders: heldOn(history, terms.from, { filedOn }),
      revision: BigInt(history.length) - 1n,
      decision: faults[i] ?? (decision as PreviewRow['decision']),
    };
  });
  return rows;
}

/** Who hands over to whom, and from when. */
export interface Handover {
  readonly fromPersonId: string;
  readonly toPersonId: string;
  readonly from: FactDate;
  readonly filedOn: Day;
}

/**
 * What is wanted where one person hands over to another: their leads by the new lead's assignment, their co-leads with
 * their own release. A project that they do not hold on that day is left out, unless somebody named it.
 */
export async function handoverRows(
  executor: Executor,
  { fromPersonId, toPersonId: personId, from, filedOn }: Handover,
  { projectIds, named }: { readonly projectIds: readonly string[]; readonly named: boolean },
): Promise<WantedRow[]> {
  const rows: (WantedRow | undefined)[] = [];
  await sideBySide(projectIds, READS_AT_ONCE, async (projectId, i) => {
    const history = (await executor.history(projectStream(projectId))) as History;
    const held = heldOn(history, from, { filedOn }).find(({ holderId }) => holderId === fromPersonId);
    if (held?.role === 'lead') rows[i] = { projectId, personId, lead: true };
    else if (held || named) rows[i] = { projectId, personId, lead: false, replaces: fromPersonId };
  });
  return rows.filter((row) => row !== undefined);
}
