import {
  firstDay,
  refused,
  sameJson,
  type Command,
  type Context,
  type Decider,
  type Refusal,
  type Texts,
} from '#kernel';
import type { ReassignmentCarriedOut, ReassignmentEvent, ReassignmentOrdered, ReassignmentRow } from './events.ts';

export type OrderReassignment = Command<'OrderReassignment', ReassignmentOrdered['data']>;
export type CarryOutReassignment = Command<'CarryOutReassignment', ReassignmentCarriedOut['data']>;
export type ReassignmentCommand = OrderReassignment | CarryOutReassignment;

export interface Reassignment {
  readonly ordered?: ReassignmentOrdered['data'];
  readonly carriedOut?: ReassignmentCarriedOut['data'];
}

/**
 * The stream of one order that changes the contracting leaders of many projects: ordered once by a coordinator, then
 * carried out once by the ledger itself, which names the projects it left as they were.
 */
export const reassignment: Decider<Reassignment, ReassignmentCommand, ReassignmentEvent> = {
  initial: {},
  decide(command, { ordered, carriedOut }, context) {
    if (command.type === 'CarryOutReassignment') {
      if (!ordered) return refused('ReassignmentNotOrdered');
      return carriedOut ? [] : [{ type: 'ReassignmentCarriedOut', data: command.data }];
    }
    const { data } = command;
    if (ordered) return sameJson(ordered, data) ? [] : refused('ReassignmentAlreadyOrdered');
    const fault = rowFaults(data.rows).find((refusal) => refusal !== undefined);
    return fault ?? misplaced(data, context) ?? [{ type: 'ReassignmentOrdered', data }];
  },
  evolve(state, event) {
    switch (event.type) {
      case 'ReassignmentOrdered':
        return { ...state, ordered: event.data };
      case 'ReassignmentCarriedOut':
        return { ...state, carriedOut: event.data };
    }
  },
};

/** Why a row cannot stand among these, whatever its project is like; undefined where it can. */
export function rowFaults(rows: readonly Omit<ReassignmentRow, 'revision'>[]): (Refusal | undefined)[] {
  const projects = new Set<string>();
  return rows.map(({ projectId, personId, lead, replaces }) => {
    if (projects.has(projectId)) return refused('ProjectTwiceInOrder', { projectId });
    projects.add(projectId);
    if (replaces === undefined) return undefined;
    if (lead) return refused('LeadReplacesNobody', { projectId });
    return replaces === personId ? refused('ReplacesOneself', { projectId }) : undefined;
  });
}

function misplaced({ from }: ReassignmentOrdered['data'], { missing, filedOn }: Context): Refusal | undefined {
  for (const name of missing) {
    const dash = name.indexOf('-');
    const code = name.startsWith('person-') ? 'PersonUnknown' : 'ProjectUnknown';
    return refused(code, { id: name.slice(dash + 1) });
  }
  const first = firstDay(from);
  return first !== undefined && first > filedOn ? refused('FactInTheFuture', { on: from, filedOn }) : undefined;
}

/** What an order can be refused with beside what it shares with projects: unknown people and projects, days ahead. */
export const REASSIGNMENT_REFUSALS = {
  ReassignmentNotFound: { zh: '没有这份调整令', en: 'there is no such reassignment order' },
  ReassignmentNotOrdered: { zh: '这份调整令尚未下达', en: 'this reassignment was never ordered' },
  ReassignmentAlreadyOrdered: {
    zh: '这份调整令已经下达，内容不同；请另下一份',
    en: 'this reassignment is already ordered with other data; order another one',
  },
  ProjectTwiceInOrder: {
    zh: '调整令中项目 {projectId} 出现两次，一份令一个项目只能一行',
    en: 'the order names project {projectId} twice; it takes one row a project',
  },
  LeadReplacesNobody: {
    zh: '项目 {projectId}：新牵头自动接替原牵头，不用填写被接替人',
    en: 'project {projectId}: a new lead takes over from the old one; name nobody who is replaced',
  },
  ReplacesOneself: {
    zh: '项目 {projectId}：接替人与被接替人是同一人',
    en: 'project {projectId}: nobody can be replaced by themselves',
  },
} as const satisfies Readonly<Record<string, Texts>>;
