import { Readable } from 'node:stream';
import { Controller, Get, Inject, Param, Query, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiTags, IntersectionType } from '@nestjs/swagger';
import { isId } from '#kernel';
import { ADDRESS_ID, After, KnownAt, OneOf, validQuery } from '#http';
import { answer } from '../answer.ts';
import { notKnown } from '../project-history/not-known.ts';
import { historyPage } from '../project-history/queries.ts';
import type { HistoryTables } from '../project-history/schema.ts';
import { filterOf, LedgerPointQuery, orderOf, SortedQuery } from '../project-ledger/ledger-query.ts';
import { QUERY_CONTEXT, type QueryContext } from '../query-context.ts';
import { EXPORT_FORMATS, written, type ExportFormat, type Exported } from './csv.ts';
import { projectFacts } from './project-facts.ts';
import { projectList } from './project-list.ts';

const FORMAT = { optional: true, about: '格式，默认 json / format, default json' } as const;
const CONTENT_TYPES = { json: 'application/json; charset=utf-8', csv: 'text/csv; charset=utf-8' } as const;
const FILE = { schema: { type: 'string', format: 'binary' } } as const;
/** A table has no place for the point it stands on. */
const NAMED = '文件名即所据时点 / the name of the file says what it stands on: ';

class FactsQuery {
  @OneOf(EXPORT_FORMATS, FORMAT)
  format?: ExportFormat;
  @KnownAt()
  knownAt?: string;
  @After()
  after?: string;
}

/** An export is the whole list: there are no pages. */
class ListQuery extends IntersectionType(LedgerPointQuery, SortedQuery) {
  @OneOf(EXPORT_FORMATS, FORMAT)
  format?: ExportFormat;
}

/** Whole lists as files, written while they are read, and as of one event from the first row to the last. */
@Controller('api')
export class ExportsController {
  constructor(@Inject(QUERY_CONTEXT) private readonly context: QueryContext) {}

  @Get('projects/:id/export')
  @ApiTags('项目 / project')
  @ApiOperation({
    summary: '导出项目的全部事实，按入账次序 / every fact of a project in log order, as a file',
    description: `${NAMED}project-{id}-seq-{asOf.seq}.{format}`,
  })
  @ApiProduces('application/json', 'text/csv')
  @ApiOkResponse(FILE)
  async facts(
    @Param('id', ADDRESS_ID) id: string,
    @Query(validQuery(FactsQuery)) { format = 'json', ...query }: FactsQuery,
  ): Promise<StreamableFile> {
    const asked = { views: ['project-history', 'definitions'], query } as const;
    const { asOf, lag } = await answer(this.context, asked, async ({ seq }) => {
      const db = this.context.views.reader<HistoryTables>('project-history');
      const isThere = isId(id) && (await historyPage(db, { projectId: id, known: seq, limit: 1 })).length > 0;
      if (!isThere) throw await notKnown(db, id, seq);
      return {};
    });
    return file(projectFacts(this.context, id, { asOf, lag }, asOf.seq), format, `project-${id}-seq-${asOf.seq}`);
  }

  @Get('exports/projects')
  @ApiTags('台账 / ledger')
  @ApiOperation({
    summary: '导出台账，筛选同 /api/projects / the ledger as a file, with the filters of the list',
    description: `${NAMED}projects-{effectiveOn}-seq-{asOf.seq}.{format}`,
  })
  @ApiProduces('application/json', 'text/csv')
  @ApiOkResponse(FILE)
  async projects(@Query(validQuery(ListQuery)) query: ListQuery): Promise<StreamableFile> {
    const question = { views: ['project-ledger', 'definitions'], query } as const;
    const { on, asOf, lag } = await answer(this.context, question, ({ on: day }) => Promise.resolve({ on: day }));
    const asked = { filter: filterOf(query), ...orderOf(query), on, seq: asOf.seq };
    const name = `projects-${on.day}-seq-${asOf.seq}`;
    return file(projectList(this.context, asked, { asOf, lag }), query.format ?? 'json', name);
  }
}

function file<Item>(list: Exported<Item>, format: ExportFormat, name: string): StreamableFile {
  return new StreamableFile(Readable.from(written(list, format)), {
    type: CONTENT_TYPES[format],
    disposition: `attachment; filename="${name}.${format}"`,
  });
}
