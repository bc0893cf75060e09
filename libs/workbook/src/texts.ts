import { fill, type Json, type Texts } from '#kernel';

/** Something to say about a file, a row or a cell, by a stable code; a code is never used again for something else. */
export interface Remark {
  readonly code: string;
  readonly messages: Texts;
  readonly file?: string;
  /** As a person counts: the header is row 1, a record is one row however many lines its cells span. */
  readonly row?: number;
  readonly columns?: readonly string[];
  readonly params?: Readonly<Record<string, Json>>;
}

export type Where = Pick<Remark, 'file' | 'row' | 'columns'>;

/** Faults of the whole set: nothing of it is imported. */
export const FAULT_TEXTS = {
  SetInvalid: { zh: '导入设置 {path}：{zh}', en: 'import settings {path}: {en}' },
  FileMissing: { zh: '没有文件 {name}', en: 'there is no file {name}' },
  FileIsNoText: { zh: '不是文本文件（{kind}），请另存为 CSV', en: 'not a text file ({kind}); save it as CSV' },
  EncodingUnsupported: {
    zh: '编码是 {encoding}，请存为 UTF-8 或 GB18030',
    en: 'encoded as {encoding}; save it as UTF-8 or GB18030',
  },
  EncodingUnknown: { zh: '既不是 UTF-8 也不是 GB18030', en: 'neither UTF-8 nor GB18030' },
  EncodingDiffers: { zh: '设置写的是 {declared}，文件不是', en: 'declared as {declared}, which it is not' },
  CsvEmpty: { zh: '文件里没有表头', en: 'the file has no header row' },
  CsvQuoteNotClosed: {
    zh: '第 {row} 条记录（从文件第 {line} 行开始）里的引号没有结束',
    en: 'a quote in row {row} (which begins on line {line} of the file) never closes',
  },
  CsvQuoteMisplaced: {
    zh: '第 {row} 条记录（从文件第 {line} 行开始）里引号的位置不对',
    en: 'a quote stands where none may, in row {row} (which begins on line {line} of the file)',
  },
  CsvRowUneven: {
    zh: '第 {row} 条记录有 {cells} 格，表头有 {columns} 列',
    en: 'row {row} has {cells} cells, the header has {columns}',
  },
  ColumnMissing: { zh: '缺少列“{column}”', en: 'column "{column}" is missing' },
  ColumnTwice: { zh: '列“{column}”出现两次', en: 'column "{column}" stands there twice' },
  KeyBlank: { zh: '第 {row} 条记录没有填标识列', en: 'row {row} leaves its key columns blank' },
  KeyTwice: {
    zh: '第 {row} 条记录与第 {other} 条的标识相同（{key}）',
    en: 'row {row} has the same key as row {other} ({key})',
  },
} as const satisfies Readonly<Record<string, Texts>>;

/** Why one row is not imported, where it is not the ledger that refuses it. */
export const ROW_REFUSAL_TEXTS = {
  CellRequired: { zh: '“{column}”没有填', en: '"{column}" is blank' },
  CellInvalid: { zh: '“{column}”的“{value}”不是{zh}', en: '"{value}" in "{column}" is not {en}' },
  FiledAtUnknown: {
    zh: '不知道这一行何时填报：{rows} 里没有这个项目的记录',
    en: 'nothing says when this row was filed: {rows} has no row of the project',
  },
  FiledAtInFuture: {
    zh: '填报时间 {filedAt} 晚于现在（{now}）：将来的填报不能导入',
    en: 'filed at {filedAt}, which is after now ({now}): what will be filed cannot be imported',
  },
  CatalogueIncomplete: {
    zh: '目录里有 {rows} 行不能读，整个目录不采用',
    en: '{rows} rows of the catalogue cannot be read, so none of it is adopted',
  },
  CommandInvalid: { zh: '{step}：{zh}', en: '{step}: {en}' },
  ImportedDifferently: {
    zh: '这一行以前导入过，内容不同；要改请更正原来的事实',
    en: 'the row was imported before with other content; correct the fact it made',
  },
} as const satisfies Readonly<Record<string, Texts>>;

/** Why nothing was made of a row that is not refused either. */
export const LISTED_TEXTS = {
  NoteNotRead: { zh: '没有规则能读：{note}', en: 'no rule reads it: {note}' },
  DuplicateNote: { zh: '与第 {row} 行说的是同一件事', en: 'says the same as row {row}' },
  RowNotTaken: { zh: '设置不取这一行', en: 'the settings do not take this row' },
} as const satisfies Readonly<Record<string, Texts>>;

/** What the import took but does not believe, or had to decide; a mapping adds its own. */
export const WARNING_TEXTS = {
  DateMissing: { zh: '{zh}没有填时间，记为日期不详', en: '"{en}" has no date; taken as unknown' },
  DateInFuture: {
    zh: '{zh}的时间 {on} 晚于 {limit}，记为日期不详',
    en: '"{en}" is dated {on}, after {limit}; taken as unknown',
  },
  DateGivenLater: {
    zh: '{zh}以前没有时间，现补为 {on}',
    en: '"{en}" had no date before; corrected to {on}',
  },
  DateChanged: {
    zh: '{zh}的时间由 {was} 更正为 {on}',
    en: '"{en}" was dated {was}; corrected to {on}',
  },
  TakenBack: { zh: '{zh}以前报过，这一行收回', en: '"{en}" was reported before; this row takes it back' },
  PlanOutsideEarlierPlan: {
    zh: '{zh}的计划 {on} 不在另一文件的计划 {was} 之内',
    en: 'the plan of "{en}", {on}, lies outside {was}, which another file plans',
  },
  SeveralPeople: {
    zh: '一格里有 {count} 人：第一人为牵头，其余为协助',
    en: '{count} people in one cell: the first leads, the others co-lead',
  },
  DayChangedByTimeZone: {
    zh: '填报时间按 UTC 是 {written}，在上海已是 {day}',
    en: 'filed on {written} in UTC, which is {day} in Shanghai',
  },
  PersonNameUnclear: {
    zh: '认不出 {id} 的姓名，以编号代替',
    en: 'the name of {id} cannot be told; the id stands for it',
  },
} as const satisfies Readonly<Record<string, Texts>>;

/** A remark from its texts, with the parameters put in. */
export function remark(
  code: string,
  texts: Texts,
  params: Readonly<Record<string, Json>> = {},
  where: Where = {},
): Remark {
  return { code, messages: fill(texts, params), ...where, ...(Object.keys(params).length > 0 && { params }) };
}

export function fault(
  code: keyof typeof FAULT_TEXTS,
  params: Readonly<Record<string, Json>> = {},
  where: Where = {},
): Remark {
  return remark(code, FAULT_TEXTS[code], params, where);
}

export function warning(
  code: keyof typeof WARNING_TEXTS,
  params: Readonly<Record<string, Json>> = {},
  where: Where = {},
): Remark {
  return remark(code, WARNING_TEXTS[code], params, where);
}

export function rowRefusal(
  code: keyof typeof ROW_REFUSAL_TEXTS,
  params: Readonly<Record<string, Json>> = {},
  where: Where = {},
): Remark {
  return remark(code, ROW_REFUSAL_TEXTS[code], params, where);
}

export function listing(
  code: keyof typeof LISTED_TEXTS,
  params: Readonly<Record<string, Json>> = {},
  where: Where = {},
): Remark {
  return remark(code, LISTED_TEXTS[code], params, where);
}
