import { sql } from 'kysely';
import { dayFromNumber } from '#kernel';
import { isKnown } from '../known.ts';
import { NOBODY } from '../leader-accountability/schema.ts';
import { holdsAt, inCells, within } from './cells.ts';
import {
  all,
  checkMany,
  conditionsOf,
  ledBy,
  placedAt,
  STANDINGS,
  standsAt,
  type Db,
  type LedgerFilter,
  type Point,
  type Sql,
} from './conditions.ts';
import type { StandingSum } from './figures.ts';
import { byProject, SUMMED_MAX } from './queries.ts';

/** What one leads, by standing. */
export interface LedSums {
  /** As the filter by lead takes it: a person, nobody (empty), or null where nobody has to lead. */
  readonly leadId: string | null;
  readonly sums: readonly StandingSum[];
}

/** Of up to so many projects the leads are looked up one by one. */
const LOOKED_UP_MAX = 10_000;

/**
 * Sums of the ledger at a point by who leads: each project counts for its lead, none for whoever helps. Most projects first, of
 * as many by id; what nobody leads, and then what nobody has to, come last.
 */
export async function sumsByLead(
  db: Db,
  filter: LedgerFilter,
  point: Point,
  lookedUpMax = LOOKED_UP_MAX,
): Promise<LedSums[]> {
  const { place, leads } = await conditionsOf(db, filter, point);
  const [first] = leads;
  const sums =
    first && first.n <= SUMMED_MAX
      ? await summed(db, point, sql`${holdsAt(point)} ${all(standsAt(place))} ${ledBy(leads, byProject)}`, lookedUpMax)
      : await inCells(db, point, (cells) => {
          const placed = sql`${within(cells)} ${all(placedAt(place))}`;
          return summed(db, point, sql`${placed} and ${holdsAt(point)} ${all(leads.map(checkMany))}`, lookedUpMax);
        });
  return sums.sort(mostFirst);
}

/**
 * Rows `s` from an index alone, and who leads them from another one. They are put together here: a database that looks up each
 * number takes longer than it takes to hand all of them over.
 */
async function summed(db: Db, point: Point, which: Sql, lookedUpMax: number): Promise<LedSums[]> {
  const year = Number(dayFromNumber(point.day).slice(0, 4));
  const standing = sql`case s.standing ${sql.join(RANKED, sql` `)} end`;
  const part = sql`case when s.part_of is null then 0 else 1 end`;
  const total = sql`case when s.total_fen < 0 then 0 else s.total_fen end`;
  const investedThisYear = sql`case when s.invested_year = ${sql.lit(year)} then s.invested_in_year_fen else 0 end`;
  const { rows } = await sql<{ listed: string | null }>`
    select ${listed(sql`s.number`, standing, part, total, investedThisYear, sql`s.invested_fen`)} as listed
    from segments s where ${which}`.execute(db);
  const projects = numbersIn(rows[0]?.listed);
  const unled = new Led(null);
  const leads = await leadsOf(db, point, projects.length > lookedUpMax * COLUMNS ? undefined : which);
  for (let i = 0; i < projects.length; i += COLUMNS) (leads.get(projects[i] as number) ?? unled).count(projects, i);
  const groups = [unled, ...new Set(leads.values())].map(({ leadId, sums }) => ({ leadId, sums }));
  return groups.filter(({ sums }) => sums.length > 0);
}

/** Number, standing, part, total, invested this year, invested. */
const COLUMNS = 6;
const RANKED = STANDINGS.map((standing, rank) => sql`when ${sql.lit(standing)} then ${sql.lit(rank)}`);

/** Who leads each project, and nobody where somebody ought to; of all of them, or of some rows `s`. */
async function leadsOf(db: Db, { known, day }: Point, which: Sql | undefined): Promise<ReadonlyMap<number, Led>> {
  const these = which ? sql`and r.number in (select s.number from segments s where ${which})` : sql``;
  const { rows } = await sql<{ holder_id: string; listed: string }>`
    select r.holder_id, ${listed(sql`r.number`)} as listed from roles r
    where r.role = 'lead' and ${isKnown(known, 'r')} and r.valid_from <= ${day} and r.valid_to > ${day} ${these}
    group by r.holder_id`.execute(db);
  const leads = new Map<number, Led>();
  for (const { holder_id, listed: numbers } of rows) {
    const led = new Led(holder_id);
    for (const number of numbersIn(numbers)) leads.set(number, led);
  }
  return leads;
}

/** The numbers of all rows in one text: a row of its own for each takes twice as long. */
const listed = (...columns: readonly Sql[]): Sql =>
  sql`string_agg(${sql.join(
    columns.map((column) => sql`cast(${column} as text)`),
    sql` || ',' || `,
  )}, ',')`;

const numbersIn = (text: string | null | undefined): readonly number[] => JSON.parse(`[${text ?? ''}]`) as number[];

/** What one leads, being counted. */
class Led {
  readonly leadId: string | null;
  private readonly standings = STANDINGS.map(() => ({
    n: 0,
    parts: 0,
    total: new Total(),
    investedThisYear: new Total(),
    invested: new Total(),
  }));

  constructor(leadId: string | null) {
    this.leadId = leadId;
  }

  /** Counts the project whose columns begin at a place. */
  count(columns: readonly number[], at: number): void {
    const sum = this.standings[columns[at + 1] as number] as (typeof this.standings)[number];
    sum.n += 1;
    sum.parts += columns[at + 2] as number;
    sum.total.add(columns[at + 3] as number);
    sum.investedThisYear.add(columns[at + 4] as number);
    sum.invested.add(columns[at + 5] as number);
  }

  get sums(): StandingSum[] {
    const sums = this.standings.map(({ n, parts, total, investedThisYear, invested }, rank) => ({
      standing: STANDINGS[rank] as StandingSum['standing'],
      n,
      parts,
      totalFen: total.fen,
      investedThisYearFen: investedThisYear.fen,
      investedFen: invested.fen,
    }));
    return sums.filter(({ n }) => n > 0);
  }
}

/** Adds up many amounts: as numbers as long as these are exact, which takes a tenth of the time. */
class Total {
  private whole = 0n;
  private rest = 0;

  add(fen: number): void {
    const sum = this.rest + fen;
    if (Number.isSafeInteger(sum)) {
      this.rest = sum;
    } else {
      this.whole += BigInt(this.rest);
      this.rest = fen;
    }
  }

  get fen(): bigint {
    return this.whole + BigInt(this.rest);
  }
}

function mostFirst(a: LedSums, b: LedSums): number {
  const place = ({ leadId }: LedSums): number => (leadId === null ? 2 : leadId === NOBODY ? 1 : 0);
  const count = ({ sums }: LedSums): number => sums.reduce((n, sum) => n + sum.n, 0);
  return place(a) - place(b) || count(b) - count(a) || ((a.leadId ?? '') < (b.leadId ?? '') ? -1 : 1);
}
