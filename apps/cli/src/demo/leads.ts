import { projectSlice, type Order } from '#ledger';
import { addDays } from '#kernel';
import type { Entry } from './journal.ts';
import type { Scene } from './world.ts';

/** After these nobody needs to lead a project any more. */
const LEFT: readonly string[] = ['VoidProject', 'MergeInto', 'ExitProject'];
/** So many projects lose their lead in the last weeks, and have none since. */
const VACANT = 4;

/** Who leads a project, by what was filed of it so far. */
export interface Led {
  readonly streamId: string;
  readonly personId: string;
  /** The order by which they lead it. */
  readonly assigned: Order;
  /** Everything that was filed of the project. Each order of the demonstration is one event. */
  readonly orders: readonly Order[];
}

/** Projects that somebody leads, in the order in which they were entered. */
export function leadsOf(orders: readonly Order[]): Led[] {
  const projects = Map.groupBy(orders, ({ streamId }) => streamId);
  return [...projects].flatMap(([streamId, own]) => {
    const left = own.some(({ command }) => LEFT.includes(command.type));
    const assigned = streamId.startsWith('project-') && !left ? lastLead(own) : undefined;
    if (!assigned) return [];
    const { personId } = assigned.command.data as { readonly personId: string };
    return isReleased(own, personId) ? [] : [{ streamId, personId, assigned, orders: own }];
  });
}

function lastLead(orders: readonly Order[]): Order | undefined {
  const leads = orders.filter(
    ({ command }) => command.type === 'AssignLeader' && (command.data as { readonly lead: boolean }).lead,
  );
  const from = ({ command }: Order): string => {
    const day = (command.data as { readonly from: string }).from;
    return day === 'unknown' ? '' : day;
  };
  return leads.sort((a, b) => (from(a) < from(b) ? -1 : from(a) > from(b) ? 1 : 0)).at(-1);
}

function isReleased(orders: readonly Order[], personId: string): boolean {
  return orders.some(
    ({ command }) =>
      command.type === 'ReleaseLeader' && (command.data as { readonly personId: string }).personId === personId,
  );
}

/** In the last weeks a few leads go, and nobody comes after them. */
export function tellVacancies({ journal, random, span }: Scene): void {
  const [earliest, latest] = [addDays(span.until, -60), addDays(span.until, -20)];
  const long = leadsOf(journal.told).filter(({ assigned }) => (assigned.filedAt ?? '') < earliest);
  for (const { streamId, personId, assigned } of random.shuffled(long).slice(0, VACANT)) {
    const until = addDays(latest, -random.int(0, 40));
    const filedAt = assigned.filedAt as string;
    const after: Entry = { factId: assigned.commandId, filedOn: filedAt.slice(0, 10), filedAt };
    const data = { personId, until, reason: '调离，继任者待定' };
    const filing = { slice: projectSlice, streamId, filedOn: addDays(until, random.int(1, 9)), after };
    journal.file(filing, { type: 'ReleaseLeader', data });
  }
}
