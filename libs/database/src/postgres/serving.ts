import { FOLLOWED, followedOf, NOTHING_FOLLOWED, type Followed, type FollowedRow } from '../catalogue.ts';
import type { Serving } from '../connection.ts';
import type { News } from '../news.ts';
import type { Pool } from './pool.ts';

const LOOK_MS = 1_000;
const UNDEFINED_TABLE = '42P01';

/** Which versions answer and which views stand still, as the catalogue said last: looked up when the news names another one, and every second. */
export class PostgresServing implements Serving {
  private readonly pool: Pool;
  private followed: Followed = NOTHING_FOLLOWED;
  private readonly timer: NodeJS.Timeout;
  private readonly first: Promise<void>;
  private looking: Promise<void> | undefined;
  private again = false;

  constructor(pool: Pool, news: News) {
    this.pool = pool;
    news.onNews((message) => {
      if (!message || this.version(message.view) !== message.version) void this.look();
    });
    this.timer = setInterval(() => void this.look(), LOOK_MS);
    this.timer.unref();
    this.first = this.look();
  }

  ready(): Promise<void> {
    return this.first;
  }

  version(view: string): number | undefined {
    return this.followed.versions.get(view);
  }

  async stopped(view: string): Promise<boolean> {
    if (!this.followed.stopped.has(view)) return false;
    // The projector may have been started anew since.
    await this.looking;
    await this.look();
    return this.followed.stopped.has(view);
  }

  close(): void {
    clearInterval(this.timer);
  }

  /** One look at a time; what is asked for meanwhile is looked up once more afterwards. */
  private look(): Promise<void> {
    if (this.looking) this.again = true;
    this.looking ??= this.read().finally(() => {
      this.looking = undefined;
      if (this.again) void this.look();
      this.again = false;
    });
    return this.looking;
  }

  private async read(): Promise<void> {
    try {
      const { rows } = await this.pool.read('view_catalogue', (session) => session.query<FollowedRow>(FOLLOWED));
      this.followed = followedOf(rows);
    } catch (error) {
      // Before the first projector there is no catalogue. Otherwise what is known stays, and a query will say the trouble.
      if ((error as { code?: string }).code === UNDEFINED_TABLE) this.followed = NOTHING_FOLLOWED;
    }
  }
}
