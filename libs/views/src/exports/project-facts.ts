import type { JsonObject } from '#kernel';
import type { Views } from '#database';
import { FACT_TEXTS, type ProjectEvent } from '#ledger';
import type { Known } from '../known.ts';
import type { Named, Names } from '../names.ts';
import { cataloguesOf, historyPage, knownMendings, projectName } from '../project-history/queries.ts';
import type { HistoryTables } from '../project-history/schema.ts';
import { timelineItem, type TimelineItem } from '../project-history/timeline.ts';
import type { Cell, Column, Exported } from './csv.ts';

const ROWS_A_PAGE = 500;

/** One event of a project as it is exported: as on its timeline, with what its type and those it names are called. */
export interface ExportedFact extends Omit<TimelineItem, 'changes'> {
  readonly label: { readonly zh: string; readonly en: string };
  readonly about: readonly Named[];
}

const field =
  (...names: readonly string[]) =>
  ({ data }: ExportedFact): Cell => {
    const value = names.map((name) => (data as JsonObject)[name]).find((one) => one !== undefined);
    return typeof value === 'string' ? value : null;
  };

const STATUS_TEXTS: Readonly<Record<TimelineItem['status'], string>> = {
  effective: '有效 effective',
  corrected: '已更正 corrected',
  revoked: '已撤销 revoked',
};

const COLUMNS: readonly Column<ExportedFact>[] = [
  { zh: '序号', en: 'seq', cell: ({ seq }) => seq },
  { zh: '版本', en: 'revision', cell: ({ revision }) => Number(revision) },
  { zh: '类型', en: 'type', cell: ({ type }) => type },
  { zh: '名称', en: 'label', cell: ({ label }) => `${label.zh} ${label.en}` },
  { zh: '时间', en: 'on', cell: field('on', 'period', 'to', 'from', 'until') },
  { zh: '期次', en: 'phase', cell: field('phase') },
  { zh: '状态', en: 'status', cell: ({ status }) => STATUS_TEXTS[status] },
  { zh: '内容', en: 'data', cell: ({ data }) => JSON.stringify(data) },
  { zh: '涉及', en: 'about', cell: ({ about }) => about.map(({ id, name }) => name ?? id).join('、') },
  { zh: '原因', en: 'reason', cell: field('reason') },
  { zh: '文号', en: 'document', cell: field('doc', 'proof') },
  { zh: '备注', en: 'note', cell: field('note') },
  { zh: '填报人', en: 'actor', cell: ({ actor }) => `${actor.id} (${actor.role})` },
  { zh: '填报时间', en: 'filed at', cell: ({ filedAt }) => filedAt },
  { zh: '填报时间为来源自述', en: 'filing time claimed', cell: ({ filedAtClaimed }) => filedAtClaimed },
  { zh: '入账时间', en: 'recorded at', cell: ({ recordedAt }) => recordedAt },
  { zh: '来源', en: 'source', cell: ({ source }) => JSON.stringify(source) },
  { zh: '事实编号', en: 'fact id', cell: ({ id }) => id },
  { zh: '被何更正', en: 'corrected by', cell: ({ correctedBy = null }) => correctedBy },
  { zh: '被何撤销', en: 'revoked by', cell: ({ revokedBy = null }) => revokedBy },
];

/** Where an export reads. A reader is taken anew for each page: the view may be replaced on the way. */
export interface ExportSource {
  readonly views: Views;
  readonly names: Names;
}

/**
 * Every event of a project that was known, in the order of the log. `about` is what is said of the whole; an unknown project
 * has no items.
 */
export function projectFacts(
  { views, names }: ExportSource,
  projectId: string,
  about: object,
  known: Known = 'latest',
): Exported<ExportedFact> {
  const reader = () => views.reader<HistoryTables>('project-history');
  return {
    about: { id: projectId, ...about },
    columns: COLUMNS,
    async *pages() {
      for (let after: number | undefined = -1; after !== undefined;) {
        const rows = await historyPage(reader(), { projectId, known, after, limit: ROWS_A_PAGE });
        const mendings = await knownMendings(reader(), projectId, known);
        const items = rows.map((row) => timelineItem(row, mendings));
        const named = items.map(({ data }) => namedIn(data as JsonObject));
        const nameOf = await lookedUp({ views, names }, named.flat(), known);
        yield items.map(({ changes: _, ...item }, i) => ({
          ...item,
          label: FACT_TEXTS[item.type as ProjectEvent['type']],
          about: (named[i] ?? []).map(nameOf),
        }));
        after = rows.length < ROWS_A_PAGE ? undefined : rows.at(-1)?.revision;
      }
    },
  };
}

interface Mention {
  readonly kind: 'person' | 'defined' | 'project' | 'catalogue' | 'item';
  readonly id: string;
  /** Of an item. */
  readonly catalogue?: string;
}

/** Whom and what the data of a fact, or the data that a correction puts in their place, name. */
function namedIn(data: JsonObject): Mention[] {
  const said = { ...data, ...(data['data'] as JsonObject | undefined) };
  const { personId, unitId, zoneId, projectId, catalogue, item } = said;
  const mention = (kind: Mention['kind'], id: unknown, more: Partial<Mention> = {}): Mention[] =>
    typeof id === 'string' ? [{ kind, id, ...more }] : [];
  return [
    ...mention('person', personId),
    ...mention('defined', unitId),
    ...mention('defined', zoneId),
    ...mention('project', projectId),
    ...mention('catalogue', catalogue),
    ...(typeof catalogue === 'string' ? mention('item', item, { catalogue }) : []),
  ];
}

/** Looks up at once what everything mentioned on a page was known to be called lastly. */
async function lookedUp(
  { views, names }: ExportSource,
  mentions: readonly Mention[],
  known: Known,
): Promise<(mention: Mention) => Named> {
  const ids = (kind: Mention['kind']): string[] => [
    ...new Set(mentions.flatMap((one) => (one.kind === kind ? [one.id] : []))),
  ];
  const nameOf = await names.of({ people: ids('person'), defined: ids('defined') }, undefined, known);
  const catalogues = await cataloguesOf(views.reader('definitions'), ids('catalogue'), known);
  const projects = new Map<string, string | undefined>();
  for (const id of ids('project')) projects.set(id, await projectName(views.reader('project-history'), id, known));
  return ({ kind, id, catalogue = id }) => {
    if (kind === 'project') return { id, name: projects.get(id) ?? null };
    if (kind === 'catalogue') return { id, name: catalogues.get(id)?.name ?? null };
    if (kind !== 'item') return nameOf(id);
    const name = catalogues.get(catalogue)?.items.find((item) => item.id === id)?.name;
    return { id, name: name ?? null };
  };
}
