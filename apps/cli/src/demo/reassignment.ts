import { derivedId } from '#kernel';
import { reassignmentSlice, reassignmentStream } from '#ledger';
import { leadsOf } from './leads.ts';
import { holderOn, type DemoZone, type Scene, type Seat } from './world.ts';

/** On the last day one leader goes, and one order gives all they lead to their successor. It is the last thing filed. */
export function tellReassignment(
  { seed, journal, span, random }: Scene,
  { short, seats, successorId }: DemoZone,
): void {
  const { personId } = holderOn(random.pick(seats) as Seat, span.until);
  const rows = leadsOf(journal.told)
    .filter((lead) => lead.personId === personId)
    .map(({ streamId, orders }) => ({
      projectId: streamId.slice('project-'.length),
      personId: successorId,
      lead: true,
      revision: String(orders.length - 1),
    }));
  const [first] = journal.told;
  if (rows.length === 0 || !first) return;
  const latest = journal.told.reduce((a, b) => ((b.filedAt ?? '') > (a.filedAt ?? '') ? b : a), first);
  const filedAt = latest.filedAt as string;
  const after = { factId: latest.commandId, filedOn: filedAt.slice(0, 10), filedAt };
  const data = { rows, from: span.until, reason: '工作调动', doc: `${short}办文〔${span.until.slice(0, 4)}〕41号` };
  const streamId = reassignmentStream(derivedId('demo', String(seed), 'reassignment'));
  journal.file({ slice: reassignmentSlice, streamId, filedOn: span.until, after }, { type: 'OrderReassignment', data });
}
