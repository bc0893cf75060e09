import { setImmediate as turn } from 'node:timers/promises';
import { Controller, Get, Inject, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags, IntersectionType } from '@nestjs/swagger';
import type { Kysely } from 'kysely';
import { isId, type Texts } from '#kernel';
import { ADDRESS_ID, OneOf, validQuery } from '#http';
import { STAGE_TEXTS, type Stage } from '#ledger';
import { answer, pageOf, PointQuery, type At, type Question } from '../answer.ts';
import { notKnown } from '../project-history/not-known.ts';
import { knownHistory } from '../project-history/queries.ts';
import type { HistoryTables } from '../project-history/schema.ts';
import type { Db } from '../project-ledger/conditions.ts';
import { filterOf, LedgerPointQuery, LedgerQuery } from '../project-ledger/ledger-query.ts';
import { ledgerSums } from '../project-ledger/queries.ts';
import { QUERY_CONTEXT, type QueryContext } from '../query-context.ts';
import { SomeProjects } from '../some-projects.ts';
import { changeItem, COMPARED_TEXTS, idsIn } from './item.ts';
import { FromQuery, pointItem, pointsOf, type ComparedPoint } from './points.ts';
import { changesOf, type CausedChange, type Numbered, type ProjectChanges } from './project-changes.ts';
import { comparedCounts, comparedPage, type AskedPoint, type ComparedProject } from './queries.ts';
import { ComparedListShape, ComparedProjectShape, ComparedSummaryShape } from './shapes.ts';
import { COMPARED_KINDS, kindsOf, type ComparedKind } from './stand.ts';
import { less, summedUp, type Summed } from './sums.ts';

const LEDGER = 'project-ledger';
const HISTORY = 'project-history';
const DEFINITIONS = 'definitions';

export class CompareQuery extends IntersectionType(LedgerQuery, FromQuery) {
  @OneOf(COMPARED_KINDS, { optional: true, about: '只看一类变化 / changes of one kind only' })
  kind?: ComparedKind;
  @SomeProjects({ optional: true })
  ids?: string;
}

export class CompareSummaryQuery extends IntersectionType(LedgerPointQuery, FromQuery) {}

export class CompareProjectQuery extends IntersectionType(PointQuery, FromQuery) {}

/** What changed between two points, and because of which events. */
@ApiTags('比较 / compare')
@Controller('api/projects')
export class CompareController {
  constructor(@Inject(QUERY_CONTEXT) private readonly context: QueryContext) {}

  @Get('compare')
  @ApiOperation({
    summary: '两个时点之间变化的项目 / the projects that differ between two points',
    description:
      '终点即 knownAt、effectiveOn 所指；每项变化注明原值、新值和引起它的事件；事后补报、更正与期间发生分开 / the point to compare to is that of knownAt and effectiveOn; each change has old value, new value and the events that made it; what was filed late or corrected stands apart from what happened',
  })
  @ApiOkResponse({ type: ComparedListShape })
  async list(@Query(validQuery(CompareQuery)) query: CompareQuery): Promise<object> {
    const { fromKnownAt = null, fromEffectiveOn = null, kind } = query;
    const ids = query.ids?.split(',');
    const filter = filterOf(query);
    const asked: Question = {
      views: [LEDGER, HISTORY, DEFINITIONS],
      query,
      question: {
        list: 'compare',
        ...filter,
        kind: kind ?? null,
        ids: query.ids ?? null,
        fromKnownAt,
        fromEffectiveOn,
      },
    };
    return answer(this.context, asked, async (at) => {
      const { from, to } = await pointsOf(this.context, query, at, LEDGER);
      const histories: Kysely<HistoryTables> = this.context.views.reader(HISTORY);
      const comparison = { filter, from: askedOf(from, LEDGER), to: askedOf(to, LEDGER), histories };
      const { rows, next } = await pageOf<ComparedProject>(this.context, asked, at, {
        keyOf: ({ number }) => [number],
        rows: (key, limit) =>
          comparedPage(this.context.views.reader(LEDGER), comparison, {
            kind,
            ids,
            after: key && Number(key[0]),
            limit,
          }),
      });
      const compared: [ComparedProject, ProjectChanges][] = [];
      for (const row of rows) {
        // A project takes some milliseconds: others have their turn.
        await turn();
        compared.push([row, changesOf(row.number, await this.history(row.project_id, at), from, to)]);
      }
      return {
        items: compared.map(([row, changes]) => projectItem(row, changes)),
        next,
        names: await this.namesIn(
          compared.flatMap(([, { changes }]) => changes),
          at,
        ),
        from: pointItem(from),
        to: pointItem(to),
      };
    });
  }

  @Get('compare/summary')
  @ApiOperation({
    summary: '两个时点汇总之差 / how the summaries of two points differ',
    description:
      '差额 = 此后得知（同一起点日，后来所知与当时所知之差）+ 期间发生（同样所知，两日之差）/ difference = learned (the earlier day as known later, less as known then) + happened (both days as known later)',
  })
  @ApiOkResponse({ type: ComparedSummaryShape })
  async summary(@Query(validQuery(CompareSummaryQuery)) query: CompareSummaryQuery): Promise<object> {
    const filter = filterOf(query);
    return answer(this.context, { views: [LEDGER, HISTORY, DEFINITIONS], query }, async (at) => {
      const { from, to } = await pointsOf(this.context, query, at, LEDGER);
      const [asked, db] = [{ from: askedOf(from, LEDGER), to: askedOf(to, LEDGER) }, this.context.views.reader(LEDGER)];
      const summed = async ({ day, known }: AskedPoint): Promise<Summed> =>
        summedUp(await ledgerSums(db as Db, filter, day, known));
      const sums = {
        from: await summed(asked.from),
        between: await summed({ ...asked.to, day: asked.from.day }),
        to: await summed(asked.to),
      };
      const { projects, kinds, moves } = await comparedCounts(db as Db, {
        filter,
        ...asked,
        histories: this.context.views.reader(HISTORY),
      });
      return {
        from: { ...pointItem(from), ...sums.from },
        between: sums.between,
        to: { ...pointItem(to), ...sums.to },
        difference: less(sums.to, sums.from),
        learned: less(sums.between, sums.from),
        happened: less(sums.to, sums.between),
        projects,
        kinds: COMPARED_KINDS.map((kind) => ({ ...kindItem(kind), projects: kinds[kind] })),
        moves: moves.map((move) => ({ ...move, fromLabel: stageText(move.from), toLabel: stageText(move.to) })),
      };
    });
  }

  @Get(':id/compare')
  @ApiOperation({ summary: '一个项目在两个时点之间的变化 / what changed of a project between two points' })
  @ApiOkResponse({ type: ComparedProjectShape })
  async one(
    @Param('id', ADDRESS_ID) id: string,
    @Query(validQuery(CompareProjectQuery)) query: CompareProjectQuery,
  ): Promise<object> {
    return answer(this.context, { views: [HISTORY, DEFINITIONS], query }, async (at) => {
      const { from, to } = await pointsOf(this.context, query, at, HISTORY);
      const history = isId(id) ? await this.history(id, at) : [];
      const [first] = history;
      if (!first) throw await notKnown(this.context.views.reader(HISTORY), id, at.seq);
      const changes = changesOf(first.seq, history, from, to);
      return {
        id,
        before: changes.before,
        between: changes.between,
        after: changes.after,
        kinds: kindsOf(changes, { from: 'listed' in changes.before, to: 'listed' in changes.after }).map(kindItem),
        changes: changes.changes.map(changeItem),
        names: await this.namesIn(changes.changes, at),
        from: pointItem(from),
        to: pointItem(to),
      };
    });
  }

  private async history(id: string, at: At): Promise<readonly Numbered[]> {
    const db: Kysely<HistoryTables> = this.context.views.reader(HISTORY);
    return (await knownHistory(db, id, at.known(HISTORY)))?.events ?? [];
  }

  /** What the people, zones and units in the changes are called, by id. */
  private async namesIn(changes: readonly CausedChange[], at: At): Promise<Record<string, string | null>> {
    const ids = idsIn(changes);
    const nameOf = await this.context.names.of(ids, at.on.day, at.known(DEFINITIONS));
    return Object.fromEntries([...ids.people, ...ids.defined].sort().map((id) => [id, nameOf(id).name]));
  }
}

const askedOf = ({ seq, day, known }: ComparedPoint, view: string): AskedPoint => ({ seq, day, known: known(view) });

const stageText = (stage: Stage | null): Texts | null => (stage === null ? null : STAGE_TEXTS[stage]);

const kindItem = (kind: ComparedKind): object => ({ kind, label: COMPARED_TEXTS[kind] });

function projectItem({ project_id, number, kinds }: ComparedProject, changes: ProjectChanges): object {
  const shown = 'listed' in changes.after ? changes.after : changes.before;
  return {
    id: project_id,
    number,
    name: shown['name'] ?? null,
    code: shown['code'] ?? null,
    kinds: kinds.map(kindItem),
    changes: changes.changes.map(changeItem),
  };
}
