import { Controller, Get, Inject, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Views } from '#database';
import { After, CURSORS, Cursors, limitOf, PageQuery, READING, Reading, validQuery, VIEWS_READER } from '#http';
import { definitionsPage, type DefinitionRow } from './projector.ts';

class DefinitionsQuery extends PageQuery {
  @After()
  after?: string;
}

/** Zones and units, to choose from and to look up. */
@ApiTags('definitions 基础信息')
@Controller('api')
export class DefinitionsController {
  constructor(
    @Inject(VIEWS_READER) private readonly views: Views,
    @Inject(READING) private readonly reading: Reading,
    @Inject(CURSORS) private readonly cursors: Cursors,
  ) {}

  @Get('zones')
  @ApiOperation({ summary: '开发区 / zones' })
  zones(@Query(validQuery(DefinitionsQuery)) query: DefinitionsQuery): Promise<object> {
    return this.list('zone', query);
  }

  @Get('organizations')
  @ApiOperation({ summary: '单位 / units' })
  organizations(@Query(validQuery(DefinitionsQuery)) query: DefinitionsQuery): Promise<object> {
    return this.list('organization', query);
  }

  private async list(kind: DefinitionRow['kind'], query: DefinitionsQuery): Promise<object> {
    await this.reading.reached('definitions', query.after);
    const standing = await this.reading.standing('definitions');
    const question = { list: kind };
    const from = query.cursor === undefined ? undefined : this.cursors.read(query.cursor, question);
    const limit = limitOf(query);
    const after = from && { name: String(from.key[0]), id: String(from.key[1]) };
    const rows = await definitionsPage(this.views.reader('definitions'), { kind, limit: limit + 1, after });
    const page = rows.slice(0, limit);
    const last = page.at(-1);
    const more = rows.length > limit && last !== undefined;
    return {
      items: page.map(({ id, data }) => ({ id, ...(JSON.parse(data) as object) })),
      next: more
        ? this.cursors.write({ key: [last.name, last.id], seq: from?.seq ?? standing.asOf.seq }, question)
        : null,
      ...standing,
    };
  }
}
