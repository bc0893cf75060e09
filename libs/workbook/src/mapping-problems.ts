import { readInstant } from './cells.ts';
import type { CatalogueMapping, Mapping, NotesMapping, Side, Step } from './mapping.ts';
import { PROJECT_SLOT } from './notes.ts';
import type { Problem } from './shape.ts';
import { BUILT_IN, isOfUnits, referencesOf, stepName, valuesOf } from './steps.ts';
import { readTemplate } from './templates.ts';

/** The names that steps may use; what a fact or a milestone is, only the ledger knows. */
export interface Vocabulary {
  readonly facts: readonly string[];
  /** Facts of a unit, which a step files `of` one. */
  readonly unitFacts: readonly string[];
  readonly milestones: readonly string[];
  /** Facts that report a milestone. */
  readonly milestoneFacts: readonly string[];
}

/** What the shape cannot see: values that no column gives, facts and milestones that do not exist, steps of one name. */
export function mappingProblems(mapping: Mapping, files: readonly string[], vocabulary: Vocabulary): Problem[] {
  return new Judge(mapping, files, vocabulary).problems;
}

/** What a mapping says of the set's other files that they do not hold: values, and times of filing. */
export function problemsBetween(mapping: Mapping, files: ReadonlyMap<string, Mapping>): Problem[] {
  const problems: Problem[] = [];
  const value = (target: string, path: string): void => {
    const [file = '', name = ''] = target.split('.');
    if (Object.hasOwn(files.get(file)?.columns ?? {}, name)) return;
    problems.push({ path, zh: `没有 ${target} 这一列`, en: `no column is named ${target}` });
  };
  const { filedAt } = mapping;
  const source = typeof filedAt === 'object' ? { firstOf: '', lastOf: '', ...filedAt } : { firstOf: '', lastOf: '' };
  const others = files.get(source.firstOf || source.lastOf);
  if (others && typeof others.filedAt !== 'string' && !('at' in others.filedAt)) {
    problems.push({
      path: '/filedAt',
      zh: '那个文件自己也不写填报时间',
      en: 'names a file that does not say it itself',
    });
  }
  if (!('steps' in mapping)) return problems;
  for (const [name, target] of Object.entries(mapping.elsewhere ?? {})) value(target, `/elsewhere/${name}`);
  mapping.checks?.forEach(({ left, right }, i) => {
    for (const [at, side] of Object.entries({ left, right })) {
      if (typeof side === 'string') continue;
      const { by = {}, ...which } = side as { readonly by?: Readonly<Record<string, string>> };
      const [target = ''] = Object.values(which as Readonly<Record<string, string>>);
      value(target, `/checks/${i}/${at}`);
      for (const name of Object.values(by)) value(`${target.split('.')[0]}.${name}`, `/checks/${i}/${at}/by`);
    }
  });
  return problems;
}

class Judge {
  readonly problems: Problem[] = [];
  private readonly mapping: Mapping;
  private readonly files: readonly string[];
  private readonly vocabulary: Vocabulary;

  constructor(mapping: Mapping, files: readonly string[], vocabulary: Vocabulary) {
    this.mapping = mapping;
    this.files = files;
    this.vocabulary = vocabulary;
    this.ownNames(Object.keys(mapping.columns), '/columns');
    mapping.key.forEach((name, i) => this.known(name, `/key/${i}`));
    if ('project' in mapping && mapping.project !== undefined) this.known(mapping.project, '/project');
    this.filedAt();
    this.names(Object.keys(mapping.rows ?? {}), '/rows');
    mapping.warnings?.forEach(({ when }, i) => this.names(Object.keys(when), `/warnings/${i}/when`));
    if ('steps' in mapping) {
      this.elsewhere(mapping.elsewhere ?? {});
      this.steps(mapping.steps, '/steps', Object.keys(mapping.elsewhere ?? {}));
      this.checks(mapping.checks ?? []);
    } else if ('notes' in mapping) this.notes(mapping);
    else this.catalogue(mapping);
  }

  private say(path: string, zh: string, en: string): void {
    this.problems.push({ path, zh, en });
  }

  /** A name of the author's choice must not be one that has a meaning of its own. */
  private ownNames(names: readonly string[], path: string, taken: readonly string[] = []): void {
    for (const name of names) {
      if (BUILT_IN.includes(name))
        this.say(`${path}/${name}`, '这个名字另有含义', 'is a name with a meaning of its own');
      if (taken.includes(name)) this.say(`${path}/${name}`, '已有同名的列', 'a column has this name');
    }
  }

  private known(name: string, path: string, more: readonly string[] = []): void {
    if (Object.hasOwn(this.mapping.columns, name) || more.includes(name)) return;
    this.say(path, `没有名为 ${name} 的列`, `no column is named ${name}`);
  }

  private names(names: readonly string[], path: string): void {
    for (const name of names) this.known(name, path);
  }

  private file(name: string, path: string): void {
    if (!this.files.includes(name)) this.say(path, `设置里没有文件 ${name}`, `the set has no file ${name}`);
  }

  private filedAt(): void {
    const { filedAt } = this.mapping;
    if (typeof filedAt === 'string') this.known(filedAt.replace(/^\$/, ''), '/filedAt');
    else if ('firstOf' in filedAt) this.file(filedAt.firstOf, '/filedAt/firstOf');
    else if ('lastOf' in filedAt) this.file(filedAt.lastOf, '/filedAt/lastOf');
    else if (readInstant(filedAt.at, 'Asia/Shanghai') === undefined) {
      this.say('/filedAt/at', '应是日期或时间', 'must be a date or a time');
    }
  }

  private elsewhere(values: Readonly<Record<string, string>>): void {
    this.ownNames(Object.keys(values), '/elsewhere', Object.keys(this.mapping.columns));
    for (const [name, target] of Object.entries(values)) {
      this.file(target.split('.')[0] ?? '', `/elsewhere/${name}`);
    }
  }

  private steps(steps: readonly Step[], at: string, more: readonly string[]): void {
    const { facts, unitFacts, milestones, milestoneFacts } = this.vocabulary;
    const names = new Set<string>();
    steps.forEach((step, i) => {
      const path = `${at}/${i}`;
      for (const name of valuesOf(step)) this.known(name, path, more);
      if (names.has(stepName(step)))
        this.say(`${path}/id`, '步骤重名，请用 id 区分', 'another step has this name; give it an id');
      names.add(stepName(step));
      if ('say' in step && !(step.of === undefined ? facts : unitFacts).includes(step.say))
        this.say(`${path}/say`, '没有这种事实', 'there is no such fact');
      this.unit('define' in step ? step.define : 'say' in step ? step.of : undefined, path);
      if ('plan' in step && !milestones.includes(step.plan))
        this.say(`${path}/plan`, '没有这个节点', 'there is no such milestone');
      if ('reach' in step && !milestoneFacts.includes(step.reach))
        this.say(`${path}/reach`, '不是节点事实', 'is no milestone fact');
      if ('takeBack' in step && !milestoneFacts.includes(step.takeBack))
        this.say(`${path}/takeBack`, '不是节点事实', 'is no milestone fact');
    });
  }

  private checks(checks: NonNullable<Extract<Mapping, { steps: object }>['checks']>): void {
    checks.forEach(({ left, right }, i) => {
      for (const [side, at] of [
        [left, 'left'],
        [right, 'right'],
      ] as const) {
        if (typeof side === 'string') this.known(side.replace(/^\$/, ''), `/checks/${i}/${at}`);
        else this.otherSide(side, `/checks/${i}/${at}`);
      }
    });
  }

  private unit(name: string | undefined, path: string): void {
    const { mapping } = this;
    const slots = 'notes' in mapping ? mapping.notes.slots : {};
    const type = name === undefined ? 'unit' : (mapping.columns[name] ?? slots[name])?.type;
    if (type !== undefined && type !== 'unit') this.say(path, `${name} 不是单位`, `${name} is no unit`);
  }

  private otherSide(side: Exclude<Side, string>, path: string): void {
    const { by = {}, ...which } = side as { readonly by?: Readonly<Record<string, string>> };
    this.file(Object.values(which as Readonly<Record<string, string>>)[0]?.split('.')[0] ?? '', path);
    this.names(Object.keys(by), `${path}/by`);
  }

  private notes({ notes, project }: NotesMapping): void {
    this.names(referencesOf(notes.text), '/notes/text');
    const slots = Object.keys(notes.slots);
    this.ownNames(slots, '/notes/slots', Object.keys(this.mapping.columns));
    const ids = new Set<string>();
    notes.rules.forEach((rule, i) => {
      const path = `/notes/rules/${i}`;
      if (ids.has(rule.id)) this.say(`${path}/id`, '规则重名', 'another rule has this name');
      ids.add(rule.id);
      this.names(Object.keys(rule.when ?? {}), `${path}/when`);
      this.steps(rule.steps, `${path}/steps`, slots);
      const isAboutProjects = rule.steps.some((step) => !isOfUnits(step));
      rule.like.forEach((like, k) => {
        const at = `${path}/like/${k}`;
        const template = readTemplate(like);
        if (!('slots' in template)) return this.say(at, template.zh, template.en);
        for (const name of template.slots) {
          if (name !== PROJECT_SLOT && !slots.includes(name))
            this.say(at, `没有名为 ${name} 的空`, `no slot is named ${name}`);
        }
        if (isAboutProjects && project === undefined && !template.slots.includes(PROJECT_SLOT))
          this.say(at, '没有说是哪个项目', 'does not say which project it is about');
      });
    });
  }

  private catalogue({ catalogue: { items, groups } }: CatalogueMapping): void {
    this.names([...Object.keys(items.when ?? {}), ...referencesOf(items)], '/catalogue/items');
    if (groups) this.names([...Object.keys(groups.when), ...referencesOf(groups)], '/catalogue/groups');
  }
}
