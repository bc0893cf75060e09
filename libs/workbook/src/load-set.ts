import { readFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { mappingShape, setShape, type ImportSet, type Mapping } from './mapping.ts';
import { mappingProblems, problemsBetween, type Vocabulary } from './mapping-problems.ts';
import type { Problem, Shape } from './shape.ts';
import { referencesOf } from './steps.ts';
import { fault, type Remark } from './texts.ts';

/** One file of a set with what its cells mean. */
export interface SetFile {
  readonly id: string;
  /** Name of the data file, below the data folder. */
  readonly file: string;
  readonly mapping: Mapping;
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
  const mappings = new Map(files.map(({ id, mapping }) => [id, mapping]));
  for (const { id, mapping } of faults.length > 0 ? [] : read.files) {
    faults.push(...asFaults(basename(mapping), problemsBetween(mappings.get(id) as Mapping, mappings)));
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
  return asFaults(name, problems);
}

function asFaults(name: string, problems: readonly Problem[]): Remark[] {
  return problems.map(({ path: place, zh, en }) =>
    fault('SetInvalid', { path: `${name} ${place}`, zh, en }, { file: name }),
  );
}

function setProblems({ files, placeholder }: ImportSet): Problem[] {
  const unknown = referencesOf(placeholder ?? {}).map((name) => ({
    path: '/placeholder',
    zh: `只能用 zone 和 project，不能用 ${name}`,
    en: `can name zone and project, not ${name}`,
  }));
  const twice = files.flatMap(({ id }, i) =>
    files.findIndex((other) => other.id === id) === i
      ? []
      : [{ path: `/files/${i}/id`, zh: `${id} 出现两次`, en: `${id} stands there twice` }],
  );
  return [...twice, ...unknown];
}
