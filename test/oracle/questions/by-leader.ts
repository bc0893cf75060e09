import { ProjectLedgerController } from '../../../libs/views/src/project-ledger/project-ledger.controller.ts';
import type { KnownProject } from '../log.ts';
import { figuresIn, figuresOf, filters, leadOf, rowsOf, type Filter } from './ledger.ts';
import type { Answered, Kind } from './question.ts';
import { bytes } from './scope.ts';

interface Shown extends Omit<Answered, 'compared'> {
  readonly items: readonly (Record<string, unknown> & { readonly leader: { readonly id: string } | null })[];
}

const LAST = ['nobody', 'none'];

/** The summary of what each one leads. */
export const byLeader: Kind<Filter> = {
  name: 'the summary by who leads',
  drawn: filters,
  async answered(context, filter, point) {
    const controller = new ProjectLedgerController(context);
    const { asOf, effectiveOn, items } = (await controller.byLeader({ ...filter, ...point } as object)) as Shown;
    const compared = items.map((one) => [one['leadId'], one.leader?.id ?? null, figuresIn(one)]);
    return { asOf, effectiveOn, compared };
  },
  expected(log, filter, then) {
    const projects = new Map(log.listed(then.seq).map((project) => [project.id, project]));
    const led = Map.groupBy(rowsOf(log, then, filter), ({ id }) => leadOf(projects.get(id) as KnownProject, then.day));
    const rank = (leadId: string): number => LAST.indexOf(leadId);
    return [...led]
      .sort(([a, as], [b, bs]) => rank(a) - rank(b) || bs.length - as.length || bytes(a, b))
      .map(([leadId, rows]) => [leadId, LAST.includes(leadId) ? null : leadId, figuresOf(rows)]);
  },
};
