import { readFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { mappingShape, setShape, type ImportSet, type Mapping, type Step } from './mapping.ts';
import type { Problem, Shape } from './shape.ts';
import { fault, type Remark } from './texts.ts';

/** One file of a set with what its cells mean. */
export interface SetFile {
  readonly id: string;
  /** Name of the data file, below the data folder. */
  readonly file: string;
  readonly mapping: Mapping;
}

/** The names that steps may use; what a fact or a milestone is, only the ledger knows. */
export interface Vocabulary {
  readonly facts: readonly string[];
  readonly milestones: readonly string[];
  /** Facts that report a milestone. */
  readonly milestoneFacts: readonly string[];
}

/** A set as it was read and found sound. */
export interface LoadedSet {
  /** Name of the set's own file, the source of what stands in no row. */
  readonly name: string;
  readonly set: ImportSet;
  readonly files: readonly SetFile[];
}

/** Reads a set file and the mappings beside it. Faults name the file and the place in its JSON. */
export async function loadSet(path: string, vocabulary: Vocabulary): Promise<LoadedSet | readonly Remark[]> {
  const set = await readJson(path, setShape, (read) => setProblems(read));
  if (Array.isArray(set)) return set as readonly Remark[];
  const read = set as ImportSet;
  const faults: Remark[] = [];
  const files: SetFile[] = [];
  const ids = read.files.map(({ id }) => id);
  for (const { id, file, mapping } of read.files) {
    const loaded = await readJson(join(dirname(path), mapping), mappingShape, (m) =>
      mappingProblems(m, ids, vocabulary),
    );
    if (Array.isArray(loaded)) faults.push(...(loaded as readonly Remark[]));
    else files.push({ id, file, mapping: loaded as Mapping });
  }
  return faults.length > 0 ? faults : { name: basename(path), set: read, files };
}

async function readJson<T>(
  path: string,
  shape: Shape<T>,
  further: (value: T) => Problem[],
): Promise<T | readonly Remark[]> {
  const name = basename(path);
  const problems: Problem[] = [];
  let value: T;
  try {
    value = shape(JSON.parse(await readFile(path, 'utf8')), '', problems);
  } catch (error) {
    if (error instanceof SyntaxError) {
      return [
        fault(
          'SetInvalid',
          { path: name, zh: `不是 JSON：${error.message}`, en: `no JSON: ${error.message}` },
          { file: name },
        ),
      ];
    }
    const { code } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    return [fault('FileMissing', { name: path }, { file: name })];
  }
  if (problems.length === 0) problems.push(...further(value));
  if (problems.length === 0) return value;
  return problems.map(({ path: place, zh, en }) =>
    fault('SetInvalid', { path: `${name} ${place}`, zh, en }, { file: name }),
  );
}

function setProblems({ files }: ImportSet): Problem[] {
  return files.flatMap(({ id }, i) =>
    files.findIndex((other) => other.id === id) === i
      ? []
      : [{ path: `/files/${i}/id`, zh: `${id} 出现两次`, en: `${id} stands there twice` }],
  );
}

/** The name of a step, on which the ids of its events hang. */
export function stepName(step: Step): string {
  if (step.id !== undefined) return step.id;
  if ('say' in step) return step.say;
  if ('plan' in step) return `plan ${step.plan}`;
  return 'reach' in step ? `reach ${step.reach}` : `take back ${step.takeBack}`;
}

/** The value names that a step reads: `$name` in its data, its dates, its conditions. */
export function valuesOf(step: Step): string[] {
  const names = new Set(Object.keys(step.when ?? {}));
  const { when = {}, ...rest } = step;
  JSON.stringify([rest, when], (_, value: unknown) => {
    if (typeof value === 'string') for (const name of referencesIn(value)) names.add(name);
    return value;
  });
  if ('forEach' in step && step.forEach !== undefined) names.add(step.forEach);
  return [...names];
}

const BUILT_IN = ['zone', 'item', 'first'];

function referencesIn(text: string): string[] {
  const whole = /^\$(\w+)\??$/.exec(text)?.[1];
  const names = whole !== undefined ? [whole] : [...text.matchAll(/\{\$(\w+)\}/g)].map((match) => match[1] as string);
  return names.filter((name) => !BUILT_IN.includes(name));
}

/** What the shape cannot see: values that no column gives, facts and milestones that do not exist, steps of one name. */
function mappingProblems(mapping: Mapping, files: readonly string[], vocabulary: Vocabulary): Problem[] {
  const problems: Problem[] = [];
  const say = (path: string, zh: string, en: string): void => void problems.push({ path, zh, en });
  const known = (name: string, path: string): void => {
    if (!Object.hasOwn(mapping.columns, name)) say(path, `没有名为 ${name} 的列`, `no column is named ${name}`);
  };
  const file = (name: string, path: string): void => {
    if (!files.includes(name)) say(path, `设置里没有文件 ${name}`, `the set has no file ${name}`);
  };
  mapping.key.forEach((name, i) => known(name, `/key/${i}`));
  known(mapping.project, '/project');
  if (typeof mapping.filedAt === 'string') known(mapping.filedAt.replace(/^\$/, ''), '/filedAt');
  else file(mapping.filedAt.firstOf, '/filedAt/firstOf');
  const names = new Set<string>();
  mapping.steps.forEach((step, i) => {
    const path = `/steps/${i}`;
    for (const name of valuesOf(step)) known(name, path);
    if (names.has(stepName(step)))
      say(`${path}/id`, '步骤重名，请用 id 区分', 'another step has this name; give it an id');
    names.add(stepName(step));
    if ('say' in step && !vocabulary.facts.includes(step.say))
      say(`${path}/say`, '没有这种事实', 'there is no such fact');
    if ('plan' in step && !vocabulary.milestones.includes(step.plan))
      say(`${path}/plan`, '没有这个节点', 'there is no such milestone');
    if ('reach' in step && !vocabulary.milestoneFacts.includes(step.reach))
      say(`${path}/reach`, '不是节点事实', 'is no milestone fact');
    if ('takeBack' in step && !vocabulary.milestoneFacts.includes(step.takeBack))
      say(`${path}/takeBack`, '不是节点事实', 'is no milestone fact');
  });
  mapping.warnings?.forEach(({ when }, i) => Object.keys(when).forEach((name) => known(name, `/warnings/${i}/when`)));
  mapping.checks?.forEach(({ left, right }, i) => {
    for (const [side, at] of [
      [left, 'left'],
      [right, 'right'],
    ] as const) {
      if (typeof side === 'string') known(side.replace(/^\$/, ''), `/checks/${i}/${at}`);
      else file(Object.values(side as Record<string, string>)[0]?.split('.')[0] ?? '', `/checks/${i}/${at}`);
    }
  });
  return problems;
}
