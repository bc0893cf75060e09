import { derivedId } from '#kernel';
import { reassignmentSlice, reassignmentStream, type Order } from '#ledger';
import { holderOn, type DemoZone, type Scene, type Seat } from './world.ts';

/** After these nobody needs to lead a project any more. */
const LEFT: readonly string[] = ['VoidProject', 'MergeInto', 'ExitProject'];

/** On the last day one leader goes, and one order gives all they lead to their successor. It is the last thing filed. */
export function tellReassignment(
  { seed, journal, span, random }: Scene,
  { short, seats, successorId }: DemoZone,
): void {
  const { personId } = holderOn(random.pick(seats) as Seat, span.until);
  const rows = [...projectsIn(journal.told)]
    .filter(([, orders]) => isLedBy(orders, personId))
    .map(([stream, orders]) => ({
      projectId: stream.slice('project-'.length),
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

/** What was filed of each project. Each order of the demonstration is one event. */
function projectsIn(orders: readonly Order[]): Map<string, Order[]> {
  const projects = new Map<string, Order[]>();
  for (const order of orders) {
    if (!order.streamId.startsWith('project-')) continue;
    const known = projects.get(order.streamId);
    if (known) known.push(order);
    else projects.set(order.streamId, [order]);
  }
  return projects;
}

function isLedBy(orders: readonly Order[], personId: string): boolean {
  if (orders.some(({ command }) => LEFT.includes(command.type))) return false;
  const leads = orders.flatMap(({ command }) => {
    const { lead, from, personId: id } = command.data as { lead?: boolean; from?: string; personId?: string };
    return command.type === 'AssignLeader' && lead === true
      ? [{ id, from: from === 'unknown' ? '' : (from ?? '') }]
      : [];
  });
  return leads.sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0)).at(-1)?.id === personId;
}
