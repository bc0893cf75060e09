import { IntersectionType } from '@nestjs/swagger';
import { isId } from '#kernel';
import { fault, field, good, Id, OneOf, PageQuery, SomeOf, Text } from '#http';
import { KEY_LIST_CATEGORIES, KEY_LIST_LEVELS, STAGES, type Stage, type Standing } from '#ledger';
import { PointQuery } from '../answer.ts';
import { NOBODY } from '../leader-accountability/schema.ts';
import { SomeProjects } from '../some-projects.ts';
import { LEDGER_SORTS, type LedgerFilter, type LedgerSort } from './queries.ts';

/** 2026/city, 2026/city/newStart */
const KEY_LIST = new RegExp(`^(\\d{4})/(${KEY_LIST_LEVELS.join('|')})(?:/(${KEY_LIST_CATEGORIES.join('|')}))?$`);

const SORTS = Object.keys(LEDGER_SORTS).flatMap((sort) => [sort, `-${sort}`]);
const SEARCH_MAX = 100;
/** In place of a leader's id: nobody leads it; and nobody has to, as it has exited or was not entered by then. */
const NO_LEADER = 'nobody';
const NO_LEADER_DUE = 'none';
const OFFSET_MAX = 1_000_000;

/** What every question to the ledger can be narrowed by, and the point it is about. */
export class LedgerPointQuery extends PointQuery {
  @Id({ optional: true, about: '开发区 / zone' })
  zoneId?: string;
  @SomeOf(STAGES, {
    optional: true,
    about:
      '阶段，可有多个，逗号分隔：到该日已确定到达的最远节点 / some stages, with commas between them: the furthest certain one on the day',
    example: 'signed,filed',
  })
  stage?: string;
  @OneOf(STAGES, {
    optional: true,
    about: '可能已到的阶段：到该日日期不够精确、尚未确定 / a further stage that is only possible on the day',
  })
  possibleStage?: Stage;
  @OneOf(['active', 'suspended', 'exited'], {
    optional: true,
    about: '在建、停工、已退出 / at work, suspended, exited',
  })
  standing?: Standing;
  @Leader(
    [NO_LEADER],
    `包联领导（牵头或协同）；${NO_LEADER}：无人牵头 / whoever holds the project, as lead or beside the lead; ${NO_LEADER}: nobody leads it`,
  )
  leaderId?: string;
  @Leader(
    [NO_LEADER, NO_LEADER_DUE],
    `牵头领导；${NO_LEADER}：无人牵头；${NO_LEADER_DUE}：无需牵头（已退出，或当日尚未入库） / whoever leads the project; ${NO_LEADER}: nobody does; ${NO_LEADER_DUE}: nobody has to, it has exited or was not entered by then`,
  )
  leadId?: string;
  @Id({ optional: true, about: '责任人 / the responsible person' })
  responsiblePersonId?: string;
  @Id({ optional: true, about: '责任单位（含第二责任单位） / a responsible unit' })
  unitId?: string;
  @Id({ optional: true, about: '代办单位（含第二代办单位） / an agent unit' })
  agentUnitId?: string;
  @OfKeyList()
  keyList?: string;
  @Text({ optional: true, max: SEARCH_MAX, about: '名称、代码、建设单位中包含的文字 / text in name, code or builder' })
  text?: string;
}

/** The same for a list. */
export class LedgerQuery extends IntersectionType(LedgerPointQuery, PageQuery) {}

/** In which order. */
export class SortedQuery {
  @OneOf(SORTS, {
    optional: true,
    about: '排序，前缀 - 为降序；默认入库次序 / order, - for descending; default order of entry',
  })
  sort?: string;
}

export class ProjectsQuery extends IntersectionType(LedgerQuery, SortedQuery) {
  @SomeProjects({ optional: true })
  ids?: string;
  @Offset()
  offset?: string;
}

/** From how many rows on, for whoever jumps: a cursor has its own place. */
function Offset(): PropertyDecorator {
  return field(
    (value, query) => {
      if ('cursor' in query) return [fault('NotBoth', { other: 'cursor' })];
      const isPlace = typeof value === 'string' && /^\d{1,7}$/.test(value) && Number(value) <= OFFSET_MAX;
      return isPlace ? good : [fault('NotAWholeNumber', { min: 0, max: OFFSET_MAX })];
    },
    { type: 'integer', minimum: 0, maximum: OFFSET_MAX, default: 0 },
    {
      optional: true,
      about:
        '从该次序的第几行之后开始；不能与 cursor 同时给出 / so many rows are passed over; not together with cursor',
    },
  );
}

/** A leader's id, or one of the words for none. */
function Leader(words: readonly string[], about: string): PropertyDecorator {
  return field(
    (value) => {
      if (typeof value === 'string' && words.includes(value)) return good;
      return isId(value) && value === value.toLowerCase() ? good : [fault('NotALeader', { words: words.join(', ') })];
    },
    { type: String, pattern: `^(${words.join('|')}|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})$` },
    { optional: true, about },
  );
}

/** A year's list of key projects as it was known, and a category of it. */
function OfKeyList(): PropertyDecorator {
  return field(
    (value) =>
      typeof value === 'string' && KEY_LIST.test(value)
        ? good
        : [fault('NotOneOf', { values: '2026/city, 2026/city/newStart …' })],
    { type: String, pattern: KEY_LIST.source },
    {
      optional: true,
      about: '重点项目名单：年度/级别[/类别] / on this list of key projects: year/level[/category]',
      example: '2026/city/newStart',
    },
  );
}

/** What the query asks for; absent where it does not narrow. */
export function filterOf(query: LedgerPointQuery): LedgerFilter {
  const { zoneId, stage, possibleStage, standing, responsiblePersonId, unitId, agentUnitId, text } = query;
  const [, year, level, category] = KEY_LIST.exec(query.keyList ?? '') ?? [];
  const keyList = level === undefined ? undefined : { year: Number(year), level, ...(category && { category }) };
  const leaderId = holderNamed(query.leaderId);
  const leadId = query.leadId === NO_LEADER_DUE ? null : holderNamed(query.leadId);
  const held = { leaderId, leadId, responsiblePersonId, unitId, agentUnitId };
  const named = stage?.split(',');
  const stages = named && STAGES.filter((one) => named.includes(one));
  const asked = { zoneId, stages, possibleStage, standing, ...held, text, keyList };
  return Object.fromEntries(Object.entries(asked).filter(([, value]) => value !== undefined));
}

/** As `leadId` names who leads, nobody, or that nobody has to. */
export const leadIdOf = (leadId: string | null): string =>
  leadId === null ? NO_LEADER_DUE : leadId === NOBODY ? NO_LEADER : leadId;

const holderNamed = (leader: string | undefined): string | undefined => (leader === NO_LEADER ? NOBODY : leader);

/** In which order: `name` ascending, `-name` descending; by default the order of entry. */
export function orderOf({ sort = 'number' }: SortedQuery): {
  readonly sort: LedgerSort;
  readonly descending: boolean;
} {
  const descending = sort.startsWith('-');
  return { sort: (descending ? sort.slice(1) : sort) as LedgerSort, descending };
}
