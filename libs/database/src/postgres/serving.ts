import type { Serving } from '../connection.ts';
import type { News } from '../news.ts';
import type { Pool } from './pool.ts';

const LOOK_MS = 1_000;
const UNDEFINED_TABLE = '42P01';
const SERVED = 'SELECT view, version FROM catalogue WHERE serving = 1';

interface ServedRow {
  readonly view: string;
  readonly version: number;
}

/** Which versions answer, as the catalogue said last: looked up when the news names another one, and every second. */
export class PostgresServing implements Serving {
  private readonly pool: Pool;
  private versions: ReadonlyMap<string, number> = new Map();
  private readonly timer: NodeJS.Timeout;
  private readonly first: Promise<void>;
  private looking: Promise<void> | undefined;
  private again = false;

  constructor(pool: Pool, news: News) {
    this.pool = pool;
    news.onNews((message) => {
      if (!message || this.versions.get(message.view) !== message.version) void this.look();
    });
    this.timer = setInterval(() => void this.look(), LOOK_MS);
    this.timer.unref();
    this.first = this.look();
  }

  ready(): Promise<void> {
    return this.first;
  }

  version(view: string): number | undefined {
    return this.versions.get(view);
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
      const { rows } = await this.pool.read('view_catalogue', (session) => session.query<ServedRow>(SERVED));
      this.versions = new Map(rows.map(({ view, version }) => [view, version]));
    } catch (error) {
      // Before the first projector there is no catalogue. Otherwise what is known stays, and a query will say the trouble.
      if ((error as { code?: string }).code === UNDEFINED_TABLE) this.versions = new Map();
    }
  }
}
