import { isFactDate } from '#kernel/dates';
import { isMoney, toWan } from '#kernel/money';
import { periodOf } from '#kernel/periods';
import { areaAsTyped, areaTyped, wanTyped } from '../shown/figures.ts';

/** How a field is typed and shown. */
export type Kind =
  | 'text'
  | 'long'
  | 'date'
  | 'period'
  | 'money'
  | 'area'
  | 'number'
  | 'yesNo'
  | 'choice'
  | 'person'
  | 'unit'
  | 'zone'
  | 'project'
  | 'catalogue'
  | 'permit'
  | 'permits'
  | 'share'
  | 'industry';

const KINDS: Readonly<Record<string, Kind>> = Object.fromEntries(
  (
    [
      ['date', 'on from to until agreedStart agreedProduction agreedHandover agreedCompletion'],
      ['period', 'period'],
      ['money', 'contractAmount investment inPeriod cumulativeInYear cumulative amount totalInvestment'],
      ['area', 'area'],
      ['number', 'termYears year quarter'],
      ['share', 'share'],
      ['yesNo', 'standardLand lead joint'],
      ['choice', 'kind mode milestone state level category nature capital amount.currency'],
      ['person', 'personId'],
      ['unit', 'unitId parent'],
      ['zone', 'zoneId'],
      ['project', 'projectId'],
      ['catalogue', 'catalogue'],
      ['permit', 'item'],
      ['permits', 'items'],
      ['industry', 'industry'],
      ['long', 'text nextSteps difficulties note reason conditions content found goal mendReason'],
    ] as const
  ).flatMap(([kind, names]) => names.split(' ').map((name) => [name, kind])),
);

/** The kind of a field, by its name: one name means one thing in every fact. */
export const kindOf = (name: string): Kind => KINDS[name] ?? 'text';

const MILESTONES =
  'planned lead admitted frameworkAgreement signed filed landSupplied landHandedOver permitted constructionStarted inStatistics completed inProduction atCapacity';
const CHOICES: Readonly<Record<string, string>> = {
  'ProjectFiled.kind': 'approval confirmation filing',
  'ProjectExited.kind': 'agreed clearedForNonPerformance investorWithdrew other',
  mode: 'auction agreement allocation lease leaseFirst equity flexibleTerm',
  milestone: MILESTONES,
  state: 'notNeeded notStarted inProgress done',
  level: 'province city county',
  category: 'newStart continued mustProduce preparatory completing',
  nature: 'new expansion renovation relocation restoration',
  capital: 'domestic foreign',
  'amount.currency': 'CNY USD',
  'ZoneDefined.level': 'national provincial',
  'ZoneDefined.kind': 'economic highTech bonded other',
  'OrganizationDefined.kind': 'department committee township enterprise other',
};

/** What a field of a fact may be. */
export const choicesOf = (type: string, name: string): readonly string[] =>
  (CHOICES[`${type}.${name}`] ?? CHOICES[name] ?? '').split(' ').filter(Boolean);

/** A form as it is typed, before it is data. */
export type Typed = Readonly<Record<string, string>>;
export type Data = Readonly<Record<string, unknown>>;

const fieldOf = (spec: string): { readonly name: string; readonly required: boolean } => ({
  name: spec.replace('!', ''),
  required: spec.endsWith('!'),
});
export const fieldsOf = (specs: readonly string[]) => specs.map(fieldOf);

const HUNDREDTHS = 100;
/** What Chinese keyboards write in full width, １２．５, is read as well. */
const NUMBERS: ReadonlySet<Kind> = new Set(['share', 'number']);
const isObject = (value: unknown): value is Data =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** What data hold under a name; that of a part has a dot: `builder.creditCode`. */
const heldAs = (data: Data, name: string): unknown =>
  name.split('.').reduce<unknown>((whole, part) => (isObject(whole) ? whole[part] : undefined), data);

/** Whether two data say the same, in whatever order. */
export function isSame(one: unknown, other: unknown): boolean {
  if (Array.isArray(one) && Array.isArray(other)) {
    return one.length === other.length && one.every((value, i) => isSame(value, other[i]));
  }
  if (!isObject(one) || !isObject(other)) return one === other;
  return [...Object.keys(one), ...Object.keys(other)].every((key) => isSame(one[key], other[key]));
}

/** The data with a value under a name, or without it; a whole that has no parts left goes too. */
function withHeld(data: Data, name: string, value: unknown): Data {
  const [first = '', ...rest] = name.split('.');
  const part = data[first];
  const next = rest.length === 0 ? value : withHeld(isObject(part) ? part : {}, rest.join('.'), value);
  const { [first]: _, ...others } = data;
  const isNothing = next === undefined || (isObject(next) && Object.keys(next).length === 0);
  return isNothing ? others : { ...others, [first]: next };
}

/** What was filed as it is typed: 万元, 亩, %. */
function typedOf(name: string, value: unknown): string | undefined {
  if (value === undefined || value === null) return undefined;
  const kind = kindOf(name);
  if (kind === 'money') return isMoney(value) ? toWan(value) : undefined;
  if (kind === 'yesNo') return value === true ? 'yes' : 'no';
  if (kind === 'area') return typeof value === 'number' ? areaAsTyped(value) : undefined;
  if (kind === 'share') return typeof value === 'number' ? String(value / HUNDREDTHS) : undefined;
  if (kind === 'industry') return isObject(value) ? String(value['code']) : undefined;
  return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;
}

export function typed(names: readonly string[], data: Data): Typed {
  return Object.fromEntries(
    names.flatMap((name) => {
      const text = typedOf(name, heldAs(data, name));
      return text === undefined ? [] : [[name, text]];
    }),
  );
}

/** Items of a catalogue as they are typed, a line each: the id, then the name. */
function permitsIn(text: string): readonly Data[] | undefined {
  const items = text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => /^\s*(?<id>\S+)\s+(?<name>\S.*?)\s*$/.exec(line)?.groups);
  return items.every((item) => item !== undefined) ? items.map((item) => ({ ...item })) : undefined;
}

/** What is typed as data; undefined where it is none. `before` is what was filed: what no form shows of it stays. */
function valueOf(name: string, text: string, before: unknown): unknown {
  const wholeBefore = isObject(before) ? before : {};
  switch (kindOf(name)) {
    case 'money': {
      const money = wanTyped(text);
      return (
        money && { ...money, ...(typeof wholeBefore['currency'] === 'string' && { currency: wholeBefore['currency'] }) }
      );
    }
    case 'area':
      return areaTyped(text);
    case 'share':
      return /^\d+(\.\d{1,2})?$/.test(text) ? Math.round(Number(text) * HUNDREDTHS) : undefined;
    case 'number':
      return /^\d{1,4}$/.test(text) ? Number(text) : undefined;
    case 'yesNo':
      return text === 'yes';
    case 'date':
      return isFactDate(text) ? text : undefined;
    case 'period':
      return periodOf(text)?.id;
    case 'permits':
      return permitsIn(text);
    case 'industry':
      return { edition: '2017', ...wholeBefore, code: text };
    default:
      return text;
  }
}

/** What was typed, as the data of a command; and what is missing or cannot be read. */
export function dataOf(
  specs: readonly string[],
  values: Typed,
  before: Data = {},
): { readonly data: Data; readonly missing: readonly string[]; readonly unread: readonly string[] } {
  let data = before;
  const missing: string[] = [];
  const unread: string[] = [];
  for (const { name, required } of fieldsOf(specs)) {
    const typedText = (values[name] ?? '').trim();
    const text = NUMBERS.has(kindOf(name)) ? typedText.normalize('NFKC') : typedText;
    const value = text === '' ? undefined : valueOf(name, text, heldAs(before, name));
    if (text === '' && required) missing.push(name);
    else if (text !== '' && value === undefined) unread.push(name);
    else data = withHeld(data, name, value);
  }
  return { data, missing, unread };
}
