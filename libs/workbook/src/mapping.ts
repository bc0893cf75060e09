import {
  type Shaped,
  anyObject,
  byMember,
  dictionaryOf,
  either,
  flag,
  listOf,
  nothing,
  object,
  oneOf,
  text,
} from './shape.ts';

/** The languages of what a mapping says itself. */
const texts = object({ zh: text, en: text });

/** How a cell of a column becomes a value; the type's own settings stand beside it. */
const columnOf = (type: string, required = {}, optional = {}) =>
  object({ column: text, type: oneOf(type), ...required }, { required: flag, blank: listOf(text), ...optional });

const kinds = listOf(object({ kind: text }, { endsWith: listOf(text), contains: listOf(text) }));

const column = (value: unknown, path: string, problems: Parameters<typeof text>[2]) => {
  const known = byType[(value as { type?: keyof typeof byType } | null)?.type ?? 'text'] ?? byType.unknown;
  return known(value, path, problems) as Column;
};
const byType = {
  text: columnOf('text'),
  integer: columnOf('integer'),
  date: columnOf('date'),
  money: columnOf('money', { unit: oneOf('元', '万元', '亿元') }),
  choice: columnOf('choice', { values: dictionaryOf(either(nothing, text)) }),
  instant: columnOf('instant', { zone: oneOf('UTC', 'Asia/Shanghai') }),
  people: columnOf('people', { separator: text }, { names: object({ column: text }) }),
  unit: columnOf('unit', { otherwise: text }, { kinds }),
  unknown: object({
    column: text,
    type: oneOf('text', 'integer', 'date', 'money', 'choice', 'instant', 'people', 'unit'),
  }),
};

/** A typed column. `column` is the header's text, compared without blanks; `blank` are texts that say nothing in it. */
export type Column = {
  readonly column: string;
  readonly required?: boolean;
  readonly blank?: readonly string[];
} & (
  | { readonly type: 'text' | 'integer' | 'date' }
  | { readonly type: 'money'; readonly unit: '元' | '万元' | '亿元' }
  | { readonly type: 'choice'; readonly values: Readonly<Record<string, string | null>> }
  | { readonly type: 'instant'; readonly zone: 'UTC' | 'Asia/Shanghai' }
  | { readonly type: 'people'; readonly separator: string; readonly names?: { readonly column: string } }
  | {
      readonly type: 'unit';
      readonly otherwise: string;
      readonly kinds?: readonly { kind: string; endsWith?: readonly string[]; contains?: readonly string[] }[];
    }
);

/** What must hold of one value; several members must all hold. */
const test = either(
  either(text, listOf(text)),
  object(
    {},
    {
      given: flag,
      notAfter: text,
      after: text,
      precision: oneOf('day', 'tenDays', 'month', 'quarter', 'year'),
      sameAsPrevious: flag,
      zero: flag,
    },
  ),
);
export type Test = Shaped<typeof test>;
const condition = dictionaryOf(test);
/** Value name → what must hold of it; all must hold. */
export type Condition = Shaped<typeof condition>;

const step = byMember({
  say: object({ say: text, data: anyObject }, { when: condition, forEach: text, of: text, id: text }),
  define: object({ define: text, from: text }, { when: condition, id: text }),
  plan: object({ plan: text, on: text, reason: text }, { when: condition, id: text }),
  reach: object({ reach: text, on: text, notAfter: text, reason: text }, { when: condition, id: text }),
  takeBack: object({ takeBack: text, reason: text }, { when: condition, id: text }),
});
export type Step = Shaped<typeof step>;
export type SayStep = Extract<Step, { say: string }>;

const warn = object({ code: text, text: texts, when: condition });
const side = either(
  text,
  byMember({
    sum: object({ sum: text }),
    last: object({ last: text }),
    of: object({ of: text }, { by: dictionaryOf(text) }),
  }),
);
export type Side = Shaped<typeof side>;
const check = object({ code: text, text: texts, left: side, is: oneOf('equal', 'notAbove'), right: side });
export type Check = Shaped<typeof check>;

/** A part of a note: a column without a header of its own. */
const slot = (value: unknown, path: string, problems: Parameters<typeof text>[2]) =>
  column(typeof value === 'object' && value !== null ? { column: '-', ...value } : value, path, problems);
const rule = object({ id: text, like: listOf(text), steps: listOf(step) }, { when: condition });
export type NoteRule = Shaped<typeof rule>;

const filedAt = either(
  text,
  byMember({ firstOf: object({ firstOf: text }), lastOf: object({ lastOf: text }), at: object({ at: text }) }),
);
export type FiledAt = Shaped<typeof filedAt>;

const everyMapping = { format: oneOf('taizhang-mapping/1'), key: listOf(text), filedAt, columns: dictionaryOf(column) };
const anyMapping = {
  about: text,
  encoding: oneOf('auto', 'utf-8', 'gb18030'),
  delimiter: text,
  rows: condition,
  warnings: listOf(warn),
};

/** What the cells of one file mean: rows about projects, notes in words, or the items of a permit catalogue. */
export const mappingShape = byMember({
  steps: object(
    { ...everyMapping, project: text, steps: listOf(step) },
    { ...anyMapping, elsewhere: dictionaryOf(text), checks: listOf(check) },
  ),
  notes: object(
    {
      ...everyMapping,
      notes: object({ text, slots: dictionaryOf(slot), rules: listOf(rule) }),
    },
    { ...anyMapping, project: text },
  ),
  catalogue: object(
    {
      ...everyMapping,
      catalogue: object(
        { name: text, from: text, items: object({ id: text, name: text }, { when: condition }) },
        { source: text, groups: object({ when: condition, id: text, name: text, before: text }) },
      ),
    },
    anyMapping,
  ),
});
export type Mapping = Shaped<typeof mappingShape>;
export type CatalogueMapping = Extract<Mapping, { catalogue: object }>;
export type NotesMapping = Extract<Mapping, { notes: object }>;

/** Which files belong together, and the zone that no file names. */
export const setShape = object(
  {
    format: oneOf('taizhang-set/1'),
    name: text,
    zone: object({ name: text, level: text, kind: text, hostCounty: text, from: text }, { id: text, tier: text }),
    unitsFrom: text,
    files: listOf(object({ id: text, file: text, mapping: text })),
  },
  { about: text, placeholder: anyObject },
);
export type ImportSet = Shaped<typeof setShape>;
