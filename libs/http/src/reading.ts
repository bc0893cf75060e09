import type { AsOf, Views } from '#database';
import { positionOfAfter } from './after.ts';
import { fault, field, good } from './fields/index.ts';
import type { ListAnswer } from './paging.ts';

/** How long a query waits for its view to reach `?after=`; then it answers as it is and says the lag. */
export const AFTER_WAIT_MS = 2000;
const TOKEN_MAX = 200;

/** The `after` field of a query: decorate `after?: string` with it. */
export function After(): PropertyDecorator {
  return field(
    (value) => (typeof value === 'string' && value.length <= TOKEN_MAX ? good : [fault('NotText')]),
    { type: String },
    {
      optional: true,
      about: '命令返回的 after：等到视图读到它 / `after` of a command: wait until the view has seen it',
    },
  );
}

/** How far a view is, as every answer that rests on it says. */
export type Standing = Pick<ListAnswer<never>, 'asOf' | 'lag'>;

/**
 * What a query does before it reads. Provide it as a Nest provider with VIEWS_READER and EVENT_STORE, or make one:
 *
 *     await this.reading.reached('project-ledger', query.after);   // waits at most AFTER_WAIT_MS; 400 for a foreign token
 *     const rows = await page(this.views.reader('project-ledger'), …);
 *     return { items, next, ...(await this.reading.standing('project-ledger', query.after)) };
 *
 * Take `standing` before the rows where a page must not claim more than it shows.
 */
export class Reading {
  private readonly views: Views;
  private readonly storeId: string;

  constructor(views: Views, storeId: string) {
    this.views = views;
    this.storeId = storeId;
  }

  /** Waits for the view to see what the token names. False: it has not, in time. Throws 400 for a token that is not ours. */
  async reached(view: string, after: string | undefined): Promise<boolean> {
    if (after === undefined) return true;
    return this.views.waitFor(view, positionOfAfter(this.storeId, after), AFTER_WAIT_MS);
  }

  /** How far the view is. A view that has not seen what `after` names lags, also where the numbers do not know of it yet. */
  async standing(view: string, after?: string): Promise<Standing> {
    const asOf = await this.views.asOf(view);
    const { lag, ...rest } = standingOf(asOf);
    const isBehind = after !== undefined && asOf.position < positionOfAfter(this.storeId, after);
    return { ...rest, lag: isBehind ? Math.max(1, lag) : lag };
  }
}

export function standingOf({ seq, recordedAt, lag }: AsOf): Standing {
  return { asOf: { seq, recordedAt: recordedAt ?? null }, lag };
}
