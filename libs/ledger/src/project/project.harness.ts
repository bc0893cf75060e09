import type { FactDate, JsonObject, Money } from '#kernel';
import { eventId, scenario } from '#kernel/scenario';
import type { ProjectEvent } from './events.ts';
import { factsOf, stageOn, stagesReached } from './facts.ts';
import { findingsOn } from './findings.ts';
import { project, type Project, type ProjectCommand } from './project.ts';

/** What the specs of a project's decider are written in. */
export const given = scenario<Project, ProjectCommand, ProjectEvent>(project);
export const yuan = (fen: string): Money => ({ fen, currency: 'CNY' });
/** A context in which what a command names is not there. */
export const without = (...names: string[]) => ({ missing: new Set(names) });

export const registered = { type: 'ProjectRegistered', data: { name: '甲项目', zoneId: 'z1' } } as const;
export const signed = { type: 'ProjectSigned', data: { on: '2026-03-01' } } as const;
export const landOn = (on: FactDate) => ({ type: 'LandSupplied', data: { on, mode: 'auction', area: 100 } }) as const;
export const startedOn = (on: FactDate, phase?: string) =>
  ({ type: 'ConstructionStarted', data: { on, ...(phase && { phase }) } }) as const;
export const completedOn = (on: FactDate, phase?: string) =>
  ({ type: 'ProjectCompleted', data: { on, ...(phase && { phase }) } }) as const;
export const plannedOn = (on: FactDate) =>
  ({ type: 'MilestonePlanned', data: { milestone: 'constructionStarted', on } }) as const;
export const rescheduled = (from: FactDate, to: FactDate) =>
  ({ type: 'MilestoneRescheduled', data: { milestone: 'constructionStarted', from, to, reason: '拆迁' } }) as const;
export const assigned = (personId: string, from: FactDate, lead = true) =>
  ({ type: 'LeaderAssigned', data: { personId, lead, from } }) as const;
export const exited = {
  type: 'ProjectExited',
  data: { on: '2026-06-30', kind: 'agreed', reason: '协商终止' },
} as const;
export const voided = { type: 'ProjectVoided', data: { reason: '重复入库' } } as const;
export const merged = { type: 'ProjectMergedInto', data: { projectId: 'q', reason: '同一宗地' } } as const;
export const corrected = (n: number, data: JsonObject) =>
  ({ type: 'FactCorrected', data: { factId: eventId(n), data, reason: '笔误' } }) as const;
export const revoked = (n: number) => ({ type: 'FactRevoked', data: { factId: eventId(n), reason: '误报' } }) as const;

export const start = (on: FactDate): ProjectCommand => ({ type: 'StartConstruction', data: { on } });
export const stage = (history: Project) => stageOn(stagesReached(factsOf(history)), '2026-11-22');
export const findings = (history: Project) => findingsOn(factsOf(history), '2026-11-22').map(({ code }) => code);
