import { Controller, HttpCode, Inject, Post, Query, Req } from '@nestjs/common';
import { ApiBody, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { dayNumber, dayOf, fill, instantOf, isRefusal, refused, type Day, type FactDate, type Refusal } from '#kernel';
import {
  After,
  CLOCK,
  fault,
  Id,
  IdList,
  InScope,
  invalid,
  NestedList,
  OnDate,
  REGISTRY,
  Text,
  validBody,
  validQuery,
} from '#http';
import type { Person, Registry } from '#registry';
import { refusedProblem } from '../command-answer.ts';
import { EXECUTOR } from '../command-endpoint.ts';
import { EXAMPLE_KEY, exampleId } from '../command-row.ts';
import type { Executor } from '../executor.ts';
import { SKIP_TEXTS } from '../reassigned-project.ts';
import {
  firstDayHeld,
  handoverRows,
  previewRows,
  type Handover,
  type PreviewRow,
  type WantedRow,
} from '../reassignment-preview.ts';
import { reassignmentSlice } from '../slices.ts';
import { REASSIGNMENT_ROWS_MAX } from './events.ts';
import { ReassignmentPreviewShape } from './preview-shapes.ts';
import { REASSIGNMENT_REFUSALS } from './reassignment.ts';
import { WantedRowData } from './reassignment.commands.ts';

/**
 * Which projects a person holds on a day (a day number), as lead or co-lead, at most so many and one more; `rest` says how
 * far that was read. The views answer it.
 */
export type HeldProjects = (question: {
  readonly personId: string;
  readonly day: number;
  readonly scope: string;
  readonly max: number;
  readonly after: string | undefined;
}) => Promise<{ readonly projectIds: readonly string[]; readonly rest: object }>;

export const HELD_PROJECTS = Symbol('HELD_PROJECTS');

class PreviewQuery {
  @After()
  after?: string;
}

class PreviewReassignment {
  @OnDate({ known: true, about: '任职首日 / first day held' })
  from!: FactDate;
  @Text({ optional: true, multiline: true, max: 2000, about: '原因 / reason' })
  reason?: string;
  @Text({ optional: true, about: '文号 / document number' })
  doc?: string;
  @NestedList(WantedRowData, REASSIGNMENT_ROWS_MAX, { optional: true, about: '逐项目填写 / row by row' })
  rows?: WantedRow[];
  @Id({ optional: true, about: '移交人：其全部包联项目 / who hands over everything they hold' })
  fromPersonId?: string;
  @Id({ optional: true, about: '接任人 / who takes over' })
  toPersonId?: string;
  @InScope({ optional: true, about: '移交范围，默认 all / of which zones' })
  scope?: string;
  @IdList(REASSIGNMENT_ROWS_MAX, { optional: true, about: '只移交这些项目 / only these projects' })
  projectIds?: string[];
}

/** Orders are tried out here; they are given by their command, and listed by their view. */
@ApiTags('包联领导批量调整 / bulk reassignment of leaders')
@Controller('api/reassignments')
export class ReassignmentController {
  constructor(
    @Inject(EXECUTOR) private readonly executor: Executor,
    @Inject(REGISTRY) private readonly registry: Registry,
    @Inject(HELD_PROJECTS) private readonly heldProjects: HeldProjects,
    @Inject(CLOCK) private readonly clock: () => number,
  ) {}

  @Post('preview')
  @HttpCode(200)
  @ApiOperation({
    operationId: 'previewReassignment',
    summary: '试算批量调整，不写入任何内容 / what an order would do; nothing is changed',
  })
  @ApiBody({
    type: PreviewReassignment,
    examples: {
      [EXAMPLE_KEY]: {
        value: {
          from: '2026-09-01',
          rows: [{ projectId: exampleId('projects'), personId: exampleId('people'), lead: true }],
        },
      },
    },
  })
  @ApiOkResponse({
    type: ReassignmentPreviewShape,
    description: '每行的现任、将写入的事件与依据的版本 / holders, events and revision of each row',
  })
  async preview(
    @Req() { body }: FastifyRequest,
    @Query(validQuery(PreviewQuery)) { after }: PreviewQuery,
  ): Promise<object> {
    const wanted = validBody(PreviewReassignment, body);
    const filedOn = dayOf(instantOf(this.clock()));
    const { from, reason, doc } = wanted;
    const terms = { from, ...(reason !== undefined && { reason }), ...(doc !== undefined && { doc }) };
    const { rows, more, rest } = await this.rowsOf(wanted, filedOn, after);
    const tried = await previewRows(this.executor, rows, { terms, filedOn });
    const people = await this.registry.people.getPeople(tried.flatMap(peopleOf));
    const items = tried.map((row) => previewItem(row, people));
    const possible = items.filter(({ row }) => row !== null).length;
    return {
      items,
      possible,
      refused: items.length - possible,
      more,
      ...terms,
      effectiveOn: firstDayHeld(from, filedOn),
      ...rest,
    };
  }

  private async rowsOf(
    { rows, fromPersonId, toPersonId, from, scope, projectIds }: PreviewReassignment,
    filedOn: Day,
    after: string | undefined,
  ): Promise<{ readonly rows: readonly WantedRow[]; readonly more: boolean; readonly rest: object }> {
    if (rows) {
      const others = Object.entries({ fromPersonId, toPersonId, scope, projectIds });
      const unfit = others.filter(([, value]) => value !== undefined);
      if (unfit.length > 0) throw invalid(unfit.map(([name]) => fault('UnknownField', {}, name)));
      return { rows, more: false, rest: {} };
    }
    if (fromPersonId === undefined && toPersonId === undefined) throw invalid([fault('Required', {}, 'rows')]);
    if (fromPersonId === undefined) throw invalid([fault('Required', {}, 'fromPersonId')]);
    if (toPersonId === undefined) throw invalid([fault('Required', {}, 'toPersonId')]);
    if (scope !== undefined && projectIds) throw invalid([fault('UnknownField', {}, 'scope')]);
    await this.requireKnown(fromPersonId, toPersonId);
    const handover: Handover = { fromPersonId, toPersonId, from, filedOn };
    if (projectIds) {
      return { rows: await handoverRows(this.executor, handover, { projectIds, named: true }), more: false, rest: {} };
    }
    const held = await this.heldProjects({
      personId: fromPersonId,
      day: dayNumber(firstDayHeld(from, filedOn)),
      scope: scope ?? 'all',
      max: REASSIGNMENT_ROWS_MAX,
      after,
    });
    const some = held.projectIds.slice(0, REASSIGNMENT_ROWS_MAX);
    const found = await handoverRows(this.executor, handover, { projectIds: some, named: false });
    return { rows: found, more: held.projectIds.length > some.length, rest: held.rest };
  }

  private async requireKnown(...ids: readonly string[]): Promise<void> {
    const known = await this.registry.people.getPeople(ids);
    const unknown = ids.find((id) => !known.has(id));
    if (unknown !== undefined) throw refusedProblem(refused('PersonUnknown', { id: unknown }), reassignmentSlice);
  }
}

function peopleOf({ wanted: { personId, replaces }, holders }: PreviewRow): string[] {
  return [personId, ...(replaces === undefined ? [] : [replaces]), ...holders.map(({ holderId }) => holderId)];
}

const TEXTS = { ...SKIP_TEXTS, ...REASSIGNMENT_REFUSALS };

/** `row` is what an order takes, as it stands. */
function previewItem(
  { wanted, projectName, holders, revision, decision }: PreviewRow,
  people: ReadonlyMap<string, Person>,
) {
  const named = (id: string) => ({ id, name: people.get(id)?.name ?? null });
  const isRefused = isRefusal(decision);
  return {
    project: { id: wanted.projectId, name: projectName ?? null },
    holders: holders.map(({ role, holderId, from }) => ({ role, since: from, ...named(holderId) })),
    person: named(wanted.personId),
    lead: wanted.lead,
    replaces: wanted.replaces === undefined ? null : named(wanted.replaces),
    events: isRefused ? [] : decision.map(({ type, data }) => ({ type, data })),
    refusal: isRefused ? refusalItem(decision) : null,
    row: isRefused ? null : { ...wanted, revision: String(revision) },
  };
}

function refusalItem({ refused: code, params }: Refusal) {
  return { code, params, messages: fill(TEXTS[code as keyof typeof TEXTS] ?? { zh: code, en: code }, params) };
}
