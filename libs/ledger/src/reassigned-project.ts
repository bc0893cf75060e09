import {
  derivedId,
  isRefusal,
  refused,
  type Command,
  type Context,
  type Decider,
  type Decision,
  type EventMetadata,
  type FactDate,
  type Recorded,
  type Texts,
} from '#kernel';
import { projectStream, type ProjectEvent } from './project/events.ts';
import { factsOf, hasLeftTheLists } from './project/facts.ts';
import { project, type Project, type ProjectCommand } from './project/project.ts';
import { PROJECT_REFUSALS } from './project/rules.ts';
import { boundaryDay, holdsOn, LEADER_ROLES, tenuresOf, type Tenure } from './project/tenures.ts';
import type { ReassignmentOrdered, ReassignmentRow } from './reassignment/events.ts';
import { slice } from './slice.ts';

/** What an order says to one project. `orderId` is absent while the order is only tried out. */
export type ReassignLeader = Command<
  'ReassignLeader',
  Omit<ReassignmentRow, 'projectId' | 'revision'> & {
    readonly orderId?: string;
  } & OrderTerms
>;

/** What an order says to all of its projects; a reason is given at the latest when it is ordered. */
export type OrderTerms = Omit<ReassignmentOrdered['data'], 'rows' | 'reason'> & { readonly reason?: string };

/** The command that an order gives for one of its rows. */
export function reassignLeader(
  { personId, lead, replaces }: Omit<ReassignmentRow, 'projectId' | 'revision'>,
  { from, reason, doc }: OrderTerms,
  orderId?: string,
): ReassignLeader {
  const data = {
    personId,
    lead,
    ...(replaces !== undefined && { replaces }),
    ...(orderId !== undefined && { orderId }),
    from,
    ...(reason !== undefined && { reason }),
    ...(doc !== undefined && { doc }),
  };
  return { type: 'ReassignLeader', data };
}

/**
 * A project as a reassignment order speaks to it: the facts are those of the project's own commands, decided one on the
 * other, and all of a row or none. An order is meant to change something, so beyond the project's own rules it assigns
 * nobody who holds the project already, and replaces nobody who is no co-lead on that day.
 */
const reassignedProject: Decider<Project, ReassignLeader, ProjectEvent> = {
  initial: project.initial,
  decide({ data }, history, context) {
    const held = heldOn(history, data.from, context);
    const already = held.find(({ holderId }) => holderId === data.personId);
    if (already?.role === 'lead') return refused('PersonLeadsAlready', { id: data.personId });
    if (already && !data.lead) return refused('PersonCoLeadsAlready', { id: data.personId });
    const decision = inTurn(commandsOf(data), history, context);
    if (isRefusal(decision) || data.replaces === undefined) return decision;
    const isReplaceable = held.some(({ role, holderId }) => role === 'coLead' && holderId === data.replaces);
    return isReplaceable ? decision : refused('RoleNotHeld', { id: data.replaces });
  },
  evolve: (history, event) => [...history, event],
};

/** The leaders of a project on the first day of an order; nobody where it is in no list any more. */
export function heldOn(history: Project, from: FactDate, { filedOn }: Pick<Context, 'filedOn'>): Tenure[] {
  const facts = factsOf(history);
  if (hasLeftTheLists(facts)) return [];
  const day = boundaryDay(from, filedOn);
  return tenuresOf(facts).filter((tenure) => LEADER_ROLES.includes(tenure.role) && holdsOn(tenure, day));
}

function commandsOf({
  personId,
  lead,
  replaces,
  orderId,
  from,
  reason,
  doc,
}: ReassignLeader['data']): ProjectCommand[] {
  const said = {
    ...(doc !== undefined && { doc }),
    ...(orderId !== undefined && { orderId }),
    ...(reason !== undefined && { note: reason }),
  };
  const assign: ProjectCommand = { type: 'AssignLeader', data: { personId, lead, from, ...said } };
  if (replaces === undefined) return [assign];
  const released = { personId: replaces, until: from, ...(reason !== undefined && { reason }) };
  return [{ type: 'ReleaseLeader', data: released }, assign];
}

/** What several commands come to in one append: each is decided on the state after those before it. */
function inTurn(commands: readonly ProjectCommand[], history: Project, context: Context): Decision<ProjectEvent> {
  const decided: ProjectEvent[] = [];
  let state = history;
  for (const command of commands) {
    const decision: Decision<ProjectEvent> = project.decide(command, state, context);
    if (isRefusal(decision)) return decision;
    for (const event of decision) state = project.evolve(state, asIfRecorded(event, state, context));
    decided.push(...decision);
  }
  return decided;
}

/** An event as it will be in the log, as far as a decision looks at it. */
function asIfRecorded(event: ProjectEvent, state: Project, { filedAt }: Context): Recorded<ProjectEvent> {
  const last = state.at(-1) as Recorded<ProjectEvent>;
  const metadata: EventMetadata = { ...last.metadata, recordedAt: filedAt, filedAt };
  return { ...event, id: derivedId(last.id, 'next'), stream: last.stream, revision: last.revision + 1n, metadata };
}

const OWN_REFUSALS = {
  PersonLeadsAlready: {
    zh: '{id} 当日已是该项目的牵头领导',
    en: '{id} is the lead of the project on that day already',
  },
  PersonCoLeadsAlready: {
    zh: '{id} 当日已是该项目的协助领导',
    en: '{id} is a co-lead of the project on that day already',
  },
} as const satisfies Readonly<Record<string, Texts>>;

/** A project's stream as the target of an order's row. */
export const reassignedProjectSlice = slice({
  category: 'project',
  decider: reassignedProject,
  refusals: { ...PROJECT_REFUSALS, ...OWN_REFUSALS },
  references: ({ data }) => [`person-${data.personId}`],
});

/** Why an order left a project as it was. */
export const SKIP_TEXTS: Readonly<Record<string, Texts>> = {
  ...reassignedProjectSlice.refusals,
  ChangedSincePreview: {
    zh: '预览之后项目已有新的填报（预览时版本 {seen}，现为 {revision}），未作调整',
    en: 'the project has changed since the preview (revision {seen} then, {revision} now); it was left as it was',
  },
};

/** The stream, command and command id of a row: the same whoever carries it out, and however often. */
export function rowOrder(orderId: string, row: ReassignmentRow, order: OrderTerms) {
  return {
    slice: reassignedProjectSlice,
    streamId: projectStream(row.projectId),
    command: reassignLeader(row, order, orderId),
    commandId: rowCommandId(orderId, row.projectId),
    ifMatch: BigInt(row.revision),
  };
}

const rowCommandId = (orderId: string, projectId: string): string => derivedId('reassignment', orderId, projectId);

/** The ids of the events by which an order changes a project, in their order: a release where it replaces somebody, then the assignment. */
export function rowEventIds(orderId: string, row: Pick<ReassignmentRow, 'projectId' | 'replaces'>): readonly string[] {
  const commandId = rowCommandId(orderId, row.projectId);
  return (row.replaces === undefined ? ['0'] : ['0', '1']).map((index) => derivedId(commandId, index));
}
