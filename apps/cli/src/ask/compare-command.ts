import type { Command } from 'commander';
import type { ComparedListShape, ComparedProjectShape, ComparedSummaryShape } from '#views/module';
import { aDay, aPoint } from '../arguments.ts';
import { bilingual } from '../output.ts';
import { PROJECT, projectNamed } from '../project-named.ts';
import { ask, atPoint, pageAtPoint, type Flags } from './ask.ts';
import { filterOf, narrowed, type LedgerOptions } from './narrowed.ts';

/** `taizhang compare projects`, `summary` and `project <project>`: what changed between two points, and because of which events. */
export function addCompare(program: Command): void {
  const group = program.command('compare').description(
    bilingual({
      zh: '两个时点之间变了什么，因哪些事件',
      en: 'what changed between two points, and because of which events',
    }),
  );
  narrowed(fromPoint(pageAtPoint(group.command('projects'))))
    .description(bilingual({ zh: '有变化的项目', en: 'the projects that differ, and what changed of each' }))
    .option('--kind <kind>', bilingual({ zh: '只看一类变化，如 slipped', en: 'changes of one kind only, as slipped' }))
    .action((options: LedgerOptions) => compareProjects(options));
  narrowed(fromPoint(atPoint(group.command('summary'))))
    .description(bilingual({ zh: '汇总之差', en: 'how the summaries differ' }))
    .action((options: LedgerOptions) => compareSummary(options));
  fromPoint(atPoint(group.command('project').argument('<project>', PROJECT)))
    .description(bilingual({ zh: '一个项目的变化', en: 'what changed of one project' }))
    .action((project: string, options: Flags) => compareProject(project, options));
}

function fromPoint(command: Command): Command {
  return command
    .option(
      '--from-known-at <point>',
      bilingual({
        zh: '起点：当时所知；默认与终点相同',
        en: 'to compare from: as it was known then; default as at the other point',
      }),
      aPoint,
    )
    .option(
      '--from-effective-on <day>',
      bilingual({
        zh: '起点的业务日期，默认 effective-on，再默认 from-known-at 之日；与 from-known-at 至少写一个',
        en: 'to compare from: the business day; default effective-on, else the day of from-known-at; one of the two is required',
      }),
      aDay,
    );
}

async function compareProjects({ json = false, ...options }: LedgerOptions): Promise<void> {
  const { CompareController, CompareQuery } = await import('#views/module');
  const { comparedProjectsText } = await import('./compare-text.ts');
  return ask(
    filterOf(options),
    { json },
    {
      query: CompareQuery,
      answered: (context, query) => new CompareController(context).list(query),
      text: (answer: ComparedListShape) => comparedProjectsText(answer),
    },
  );
}

async function compareSummary({ json = false, ...options }: LedgerOptions): Promise<void> {
  const { CompareController, CompareSummaryQuery } = await import('#views/module');
  const { comparedSummaryText } = await import('./compare-text.ts');
  return ask(
    filterOf(options),
    { json },
    {
      query: CompareSummaryQuery,
      answered: (context, query) => new CompareController(context).summary(query),
      text: (answer: ComparedSummaryShape) => comparedSummaryText(answer),
    },
  );
}

async function compareProject(project: string, { json = false, ...asked }: Flags): Promise<void> {
  const { CompareController, CompareProjectQuery } = await import('#views/module');
  const { comparedProjectText } = await import('./compare-text.ts');
  return ask(
    asked,
    { json },
    {
      query: CompareProjectQuery,
      answered: async (context, query) =>
        new CompareController(context).one(await projectNamed(context.store, project), query),
      text: (answer: ComparedProjectShape) => comparedProjectText(answer),
    },
  );
}
