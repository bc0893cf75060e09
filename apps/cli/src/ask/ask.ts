import type { Command } from 'commander';
import type { DataClass } from '#http';
import { aDay, aPoint } from '../arguments.ts';
import { withContext, type CommandContext } from '../open-context.ts';
import { bilingual, printJson } from '../output.ts';
import { projectNamed } from '../project-named.ts';

/** The options of a question, by the names that the API has for them; those that take an id go without its `Id`. */
export type Asked = Readonly<Record<string, string | undefined>>;

export interface Flags {
  readonly json?: boolean;
}

/** One question of the API, and how its answer is said to a person. */
interface Asking<Query extends object, Answer> {
  readonly query: DataClass<Query>;
  readonly answered: (context: CommandContext, query: Query) => Promise<object>;
  readonly text: (answer: Answer) => string;
}

/** The point that every question takes. */
export function atPoint(command: Command): Command {
  return command
    .option(
      '--known-at <point>',
      bilingual({
        zh: '台账当时所知：事件序号、带时区的时刻，或某日结束；默认现在',
        en: 'as it was known then: the seq of an event, an instant with its offset, or the end of a day; default now',
      }),
      aPoint,
    )
    .option(
      '--effective-on <day>',
      bilingual({
        zh: '业务日期，默认 known-at 之日，再默认今天',
        en: 'as it really was on this day; default the day of known-at, else today',
      }),
      aDay,
    )
    .option(
      '--json',
      bilingual({ zh: '结果为一份 JSON，即接口的回答', en: 'print the answer of the API as one JSON document' }),
    );
}

/** The same for a list. */
export function pageAtPoint(command: Command): Command {
  return atPoint(command)
    .option('--limit <n>', bilingual({ zh: '一页几行', en: 'how many rows a page has' }))
    .option('--cursor <cursor>', bilingual({ zh: '从上一页结束处接着', en: 'go on where the page before ended' }));
}

/** Asks what the API would be asked, and prints what it would answer. Throws CommandFailed as withContext does. */
export async function ask<Query extends object, Answer extends object>(
  asked: Asked,
  { json = false }: Flags,
  { query: of, answered, text }: Asking<Query, Answer>,
): Promise<void> {
  const { validQuery } = await import('#http');
  const given = Object.fromEntries(Object.entries(asked).filter(([, value]) => value !== undefined));
  const answer = await withContext(async (context) => {
    const { projectId } = given;
    const named = projectId === undefined ? {} : { projectId: await projectNamed(context.store, projectId) };
    return answered(context, validQuery(of).transform({ ...given, ...named }, { type: 'query' }) as Query);
  });
  if (json) return printJson(answer);
  process.stdout.write(`${text(answer as Answer)}\n`);
}
