import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Option, type Command } from 'commander';
import type { AsOfDay, Exported, ExportFormat, LedgerFilter } from '#views';
import type { Question } from '#views/module';
import { aDay, anId, aPoint } from './arguments.ts';
import { withContext, type CommandContext } from './open-context.ts';
import { bilingual, CommandFailed, printJson, WRONG_USAGE } from './output.ts';
import { PROJECT, projectNamed } from './project-named.ts';

const DAY = bilingual({
  zh: '业务日期，默认 known-at 之日，再默认今天',
  en: 'as it really was on this day; default the day of known-at, else today',
});

interface Options {
  readonly format: ExportFormat;
  readonly out?: string;
  readonly json?: boolean;
  readonly knownAt?: string;
}

interface ListOptions extends Options {
  readonly zone?: string;
  readonly leader?: string;
  readonly text?: string;
  readonly effectiveOn?: string;
}

/** `taizhang export project <project>` and `taizhang export projects`: the files that the server gives, from the data folder. */
export function addExport(program: Command): void {
  const group = program
    .command('export')
    .description(bilingual({ zh: '导出项目事实或台账', en: 'export the facts of a project, or the ledger' }));
  withOptions(group.command('project').argument('<project>', PROJECT))
    .description(bilingual({ zh: '一个项目的全部事实', en: 'every fact of a project, in the order of the log' }))
    .action((project: string, options: Options) => exportProject(project, options));
  withOptions(group.command('projects'))
    .description(bilingual({ zh: '台账', en: 'the ledger' }))
    .option('--zone <id>', bilingual({ zh: '开发区', en: 'zone' }), anId)
    .option('--leader <id>', bilingual({ zh: '包联领导', en: 'leader' }), anId)
    .option('--text <text>', bilingual({ zh: '名称、代码、建设单位中的文字', en: 'text in name, code or builder' }))
    .option('--effective-on <day>', DAY, aDay)
    .action((options: ListOptions) => exportProjects(options));
}

function withOptions(command: Command): Command {
  return command
    .addOption(new Option('--format <format>').choices(['json', 'csv']).default('json'))
    .option(
      '--out <file>',
      bilingual({ zh: '写入文件，默认标准输出', en: 'write to this file; default standard output' }),
    )
    .option(
      '--known-at <point>',
      bilingual({
        zh: '台账当时所知：事件序号、时刻或某日结束；默认现在',
        en: 'as it was known then: the seq of an event, an instant, or the end of a day; default now',
      }),
      aPoint,
    )
    .option(
      '--json',
      bilingual({
        zh: '标准输出为一份 JSON：导出内容，或 --out 时的结果',
        en: 'print one JSON document: the export itself, or with --out what was done',
      }),
    );
}

async function exportProject(project: string, options: Options): Promise<void> {
  const { projectFacts } = await import('#views');
  const { notKnown } = await import('#views/module');
  await withPoint(['project-history', 'definitions'], options, async (source, { asOf, lag }) => {
    const id = await projectNamed(source.store, project);
    const list = projectFacts(source, id, { asOf, lag }, asOf.seq);
    const pages = list.pages()[Symbol.asyncIterator]();
    const first = await pages.next();
    if (first.done === true || first.value.length === 0)
      throw await notKnown(source.views.reader('project-history'), id, asOf.seq);
    await pages.return?.();
    await write(list, options);
  });
}

async function exportProjects(options: ListOptions): Promise<void> {
  const { projectList } = await import('#views');
  const filter: LedgerFilter = { zoneId: options.zone, leaderId: options.leader, text: options.text };
  await withPoint(['project-ledger', 'definitions'], options, async (source, { on, asOf, lag }) => {
    const asked = { filter, sort: 'number', descending: false, on, seq: asOf.seq } as const;
    await write(projectList(source, asked, { asOf, lag }), options);
  });
}

/** The point that a list is read at. */
interface Point {
  readonly on: AsOfDay;
  readonly asOf: { readonly seq: number };
  readonly lag: number;
}

/** Runs an export at the point that it then says it stands on. Throws CommandFailed as withContext does. */
async function withPoint(
  views: Question['views'],
  { knownAt, effectiveOn, ...options }: ListOptions,
  run: (source: CommandContext, point: Point) => Promise<void>,
): Promise<void> {
  if (options.json && options.format === 'csv' && options.out === undefined) {
    const texts = { zh: 'CSV 与 --json 同用时须给出 --out', en: '--json with --format csv needs --out' };
    throw new CommandFailed('WrongUsage', texts, WRONG_USAGE);
  }
  const { answer } = await import('#views/module');
  const query = { ...(knownAt !== undefined && { knownAt }), ...(effectiveOn !== undefined && { effectiveOn }) };
  await withContext(async (context) =>
    run(context, await answer(context, { views, query }, ({ on }) => Promise.resolve({ on }))),
  );
}

/** To the file, which is there only once it is whole; or to standard output. */
async function write<Item>(list: Exported<Item>, { format, out, json = false }: Options): Promise<void> {
  const { written } = await import('#views');
  const text = Readable.from(written(list, format));
  if (out === undefined) {
    // A reader that has seen enough (`| head`) is no failure.
    return pipeline(text, process.stdout, { end: false }).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE') throw error;
    });
  }
  const unfinished = `${out}.part`;
  try {
    await pipeline(text, createWriteStream(unfinished));
    await rename(unfinished, out);
  } catch (error) {
    await rm(unfinished, { force: true });
    throw new CommandFailed('CannotWrite', {
      zh: `不能写入 ${out}：${(error as Error).message}`,
      en: `cannot write ${out}: ${(error as Error).message}`,
    });
  }
  if (json) return printJson({ out, format });
  process.stderr.write(`${bilingual({ zh: `已写入 ${out}`, en: `wrote ${out}` })}\n`);
}
