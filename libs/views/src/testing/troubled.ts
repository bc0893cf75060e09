import type { FactDate, Recorded } from '#kernel';
import type { Fresh } from '#database/testing';
import { factsOf, findingsOn, type EffectiveFact, type ProjectCommand, type ProjectEvent } from '#ledger';
import { testLedger, type TestLedger } from './ledger.ts';
import { chance } from './random-ledger.ts';

/** A project with its facts as they were known at a seq, and the seq of its registration. */
export interface TroubledProject {
  readonly id: string;
  readonly number: number;
  /** Undefined before it was registered. */
  factsAt(seq: number): readonly EffectiveFact[] | undefined;
}

const PROJECTS = 40;
export const ZONES = ['z1', 'z2', 'z3'];
export const PEOPLE = ['a', 'b', 'c'];

/** Projects of which something is wrong; whatever is refused is left out. */
async function fill(ledger: TestLedger): Promise<void> {
  for (const zone of ZONES) await ledger.zone(zone, zone);
  const next = chance(5);
  const one = <T>(of: readonly T[]): T => of[next(of.length)] as T;
  const date = (): FactDate => one(['2025-11', '2026-02-14', '2025', '2026-Q1', 'unknown', '2024-06-T3']);
  const filed = (): string => one(['2026-03-01', '2026-04-01', '2026-06-30', '2026-10-20']) + 'T04:00:00.000Z';
  for (let i = 0; i < PROJECTS; i++) {
    const id = `p${String(i).padStart(2, '0')}`;
    const tell = (command: ProjectCommand): Promise<void> => ledger.tell(id, command, filed()).catch(() => undefined);
    await ledger.tell(
      id,
      {
        type: 'RegisterProject',
        data: { name: `甲${i}`, zoneId: one(ZONES), totalInvestment: { fen: '3000000', currency: 'CNY' } },
      },
      '2026-01-20T04:00:00.000Z',
    );
    await tell({ type: 'AssignLeader', data: { personId: one(PEOPLE), lead: next(3) > 0, from: date() } });
    await tell({ type: 'AssignLeader', data: { personId: one(PEOPLE), lead: true, from: date() } });
    await tell({ type: 'AssignResponsibleUnit', data: { unitId: one(PEOPLE), from: date() } });
    if (next(2)) await tell({ type: 'SignProject', data: { on: date(), agreedStart: date() } });
    if (next(2)) {
      const agreed = { agreedHandover: date(), agreedStart: date() };
      await tell({ type: 'SupplyLand', data: { on: date(), mode: 'auction', area: 100, ...agreed } });
    }
    if (next(2)) await tell({ type: 'HandOverLand', data: { on: date() } });
    if (next(2)) await tell({ type: 'ObtainConstructionPermit', data: { on: date() } });
    const plans = [date(), date(), date()] as const;
    await tell({ type: 'PlanMilestone', data: { milestone: 'completed', on: plans[0] } });
    const slip = { milestone: 'completed', reason: '慢' } as const;
    await tell({ type: 'RescheduleMilestone', data: { ...slip, from: plans[0], to: plans[1] } });
    for (const period of ['2026-01', '2026-02', '2026-03'])
      if (next(2)) {
        const inPeriod = { fen: String(next(3) * 1_000_000), currency: 'CNY' as const };
        await tell({ type: 'ReportInvestment', data: { period, inPeriod } });
      }
    if (next(2)) await tell({ type: 'StartConstruction', data: { on: date() } });
    if (next(4) === 0) await tell({ type: 'MoveToZone', data: { zoneId: one(ZONES), reason: '调整' } });
    for (const found of findingsOn(factsOf(await ledger.history(id)), '2026-11-22')) {
      if (next(3)) continue;
      const data = { finding: found.id, evidence: found.factIds, text: '已核实' };
      await ledger.tell(id, { type: 'ExplainFinding', data }, '2026-11-20T04:00:00.000Z').catch(() => undefined);
    }
    if (next(9) === 0) await tell({ type: 'VoidProject', data: { reason: '重复' } });
  }
  await ledger.settled();
}

/** A ledger in which much is found and much falls due. */
export async function troubledLedger(
  fresh: () => Promise<Fresh>,
): Promise<{ ledger: TestLedger; projects: TroubledProject[]; last: number }> {
  const ledger = await testLedger(fresh);
  await fill(ledger);
  const told = new Map<string, { readonly seq: number; readonly event: Recorded<ProjectEvent> }[]>();
  let last = 0;
  for await (const event of ledger.store.readAll()) {
    last += 1;
    if (!event.stream.startsWith('project-')) continue;
    const id = event.stream.slice('project-'.length);
    const one = { seq: last, event: event as Recorded as Recorded<ProjectEvent> };
    told.set(id, [...(told.get(id) ?? []), one]);
  }
  const projects = [...told].map(([id, events]): TroubledProject => {
    const number = events[0]?.seq as number;
    const history = (seq: number) => events.filter((one) => one.seq <= seq).map(({ event }) => event);
    return { id, number, factsAt: (seq) => (seq < number ? undefined : factsOf(history(seq))) };
  });
  return { ledger, projects, last };
}
