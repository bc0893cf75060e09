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
  object({ column: text, type: oneOf(type), ...required }, { required: flag, ...optional });

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

/** A typed column. `column` is the header's text, compared without blanks. */
export type Column = { readonly column: string; readonly required?: boolean } & (
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
  say: object({ say: text, data: anyObject }, { when: condition, forEach: text, id: text }),
  plan: object({ plan: text, on: text, reason: text }, { when: condition, id: text }),
  reach: object({ reach: text, on: text, notAfter: text, reason: text }, { when: condition, id: text }),
  takeBack: object({ takeBack: text, reason: text }, { when: condition, id: text }),
});
export type Step = Shaped<typeof step>;
export type SayStep = Extract<Step, { say: string }>;

const warn = object({ code: text, text: texts, when: condition });
const side = either(
  text,
  byMember({ sum: object({ sum: text }), last: object({ last: text }), of: object({ of: text }) }),
);
export type Side = Shaped<typeof side>;
const check = object({ code: text, text: texts, left: side, is: oneOf('equal', 'notAbove'), right: side });
export type Check = Shaped<typeof check>;

/** What the cells of one file mean. */
export const mappingShape = object(
  {
    format: oneOf('taizhang-mapping/1'),
    key: listOf(text),
    project: text,
    filedAt: either(text, object({ firstOf: text })),
    columns: dictionaryOf(column),
    steps: listOf(step),
  },
  {
    about: text,
    encoding: oneOf('auto', 'utf-8', 'gb18030'),
    delimiter: text,
    warnings: listOf(warn),
    checks: listOf(check),
  },
);
export type Mapping = Shaped<typeof mappingShape>;

/** Which files belong together, and the zone that no file names. */
export const setShape = object(
  {
    format: oneOf('taizhang-set/1'),
    name: text,
    zone: object({ name: text, level: text, kind: text, hostCounty: text, from: text }, { id: text, tier: text }),
    unitsFrom: text,
    files: listOf(object({ id: text, file: text, mapping: text })),
  },
  { about: text },
);
export type ImportSet = Shaped<typeof setShape>;
