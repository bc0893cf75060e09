import { toWan, type Money } from '#kernel';
import { STAGE_TEXTS, type Stage } from '#ledger';
import { ledgerItem, ledgerNames, type LedgerItem } from '../project-ledger/item.ts';
import { LEDGER_SORTS, ledgerPage, type LedgerPage } from '../project-ledger/queries.ts';
import type { LedgerTables } from '../project-ledger/schema.ts';
import type { AsOfDay } from '../today.ts';
import type { Cell, Column, Exported } from './csv.ts';
import type { ExportSource } from './project-facts.ts';

const ROWS_A_PAGE = 500;

const wan = (money: Money | null): Cell => (money === null ? null : Number(toWan(money)));
const stageText = (stage: Stage | undefined): Cell => (stage === undefined ? null : STAGE_TEXTS[stage].zh);
const STANDINGS = { active: '在建', suspended: '停工', exited: '已退出' } as const;
const CAPITALS: Readonly<Record<string, string>> = { domestic: '内资', foreign: '外资' };

const COLUMNS: readonly Column<LedgerItem>[] = [
  { zh: '入库次序', en: 'number', cell: ({ number }) => number },
  { zh: '项目代码', en: 'code', cell: ({ code }) => code },
  { zh: '项目名称', en: 'name', cell: ({ name }) => name },
  { zh: '开发区', en: 'zone', cell: ({ zoneName, zoneId }) => zoneName ?? zoneId },
  { zh: '建设单位', en: 'builder', cell: ({ builder }) => builder },
  { zh: '阶段', en: 'stage', cell: ({ stage }) => stageText(stage) },
  { zh: '可能已到达', en: 'possible stage', cell: ({ possibleStage }) => stageText(possibleStage) },
  { zh: '状态', en: 'standing', cell: ({ standing }) => STANDINGS[standing] },
  { zh: '牵头领导', en: 'lead', cell: ({ leaderName, leaderId }) => leaderName ?? leaderId },
  {
    zh: '协助领导',
    en: 'co-leads',
    cell: ({ coLeaderIds, coLeaderNames }) => coLeaderIds.map((id, i) => coLeaderNames[i] ?? id).join('、'),
  },
  {
    zh: '责任人',
    en: 'responsible person',
    cell: ({ responsiblePersonName, responsiblePersonId }) => responsiblePersonName ?? responsiblePersonId,
  },
  {
    zh: '责任单位',
    en: 'responsible unit',
    cell: ({ responsibleUnitName, responsibleUnitId }) => responsibleUnitName ?? responsibleUnitId,
  },
  { zh: '代办单位', en: 'agent unit', cell: ({ agentUnitName, agentUnitId }) => agentUnitName ?? agentUnitId },
  { zh: '行业分类版本', en: 'industry edition', cell: ({ industry }) => industry?.edition ?? null },
  { zh: '行业代码', en: 'industry code', cell: ({ industry }) => industry?.code ?? null },
  { zh: '资金性质', en: 'capital', cell: ({ capital }) => (capital === null ? null : (CAPITALS[capital] ?? capital)) },
  { zh: '总投资（万元）', en: 'total investment (10 000 yuan)', cell: ({ totalInvestment }) => wan(totalInvestment) },
  {
    zh: '当年完成投资（万元）',
    en: 'invested this year (10 000 yuan)',
    cell: ({ investedThisYear }) => wan(investedThisYear),
  },
  { zh: '累计完成投资（万元）', en: 'invested (10 000 yuan)', cell: ({ invested }) => wan(invested) },
  { zh: '所属打包项目', en: 'part of', cell: ({ partOf }) => partOf },
  { zh: '编号', en: 'id', cell: ({ id }) => id },
];

/** Which projects, as of which point, in which order. */
export interface ListAsked extends Pick<LedgerPage, 'filter' | 'sort' | 'descending'> {
  readonly on: AsOfDay;
  /** The last event known. */
  readonly seq: number;
}

/** The ledger as of a point, in the order asked for. What is told to it while it is written makes no difference. */
export function projectList({ views, names }: ExportSource, asked: ListAsked, about: object): Exported<LedgerItem> {
  const { filter, sort, descending, on, seq } = asked;
  const reader = () => views.reader<LedgerTables>('project-ledger');
  return {
    about: { effectiveOn: on.day, ...about },
    columns: COLUMNS,
    async *pages() {
      const page: LedgerPage = { filter, sort, descending, day: on.number, known: seq, limit: ROWS_A_PAGE };
      let after: LedgerPage['after'];
      for (let more = true; more;) {
        const rows = await ledgerPage(reader(), { ...page, after });
        const nameOf = await names.of(ledgerNames(rows), on.day, seq);
        yield rows.map((row) => ledgerItem(row, on.year, nameOf));
        const last = rows.at(-1);
        more = rows.length === ROWS_A_PAGE && last !== undefined;
        if (last) after = { value: last[LEDGER_SORTS[sort]], number: last.number };
      }
    },
  };
}
