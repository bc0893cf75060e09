import { Option, type Command } from 'commander';
import type { TimePageShape, UnitPageShape } from '#views/module';
import { anId } from '../arguments.ts';
import { bilingual } from '../output.ts';
import { ask, pageAtPoint, type Flags } from './ask.ts';

interface PageOptions extends Flags {
  readonly list: 'held' | 'in-my-time';
}

/** `taizhang unit <id>`: what a unit answers for at a point, and what happened in its time. */
export function addUnits(program: Command): void {
  pageAtPoint(program.command('unit').argument('<id>', bilingual({ zh: '单位编号', en: 'id of the unit' }), anId))
    .description(
      bilingual({ zh: '一个单位：现任与任期内', en: 'one unit: what it holds, and what happened in its time' }),
    )
    .option(
      '--scope <scope>',
      bilingual({ zh: '范围，如 zone:<id>；默认全部', en: 'scope, as zone:<id>; default all' }),
    )
    .option(
      '--role <role>',
      bilingual({ zh: '角色，默认责任单位与代办单位', en: 'role; default responsible and agent unit' }),
    )
    .addOption(
      new Option(
        '--list <list>',
        bilingual({
          zh: '现任（附任期内概要）、任期内',
          en: 'what it holds (with a summary of its time), what happened in its time',
        }),
      )
        .choices(['held', 'in-my-time'])
        .default('held'),
    )
    .action((id: string, options: PageOptions) => unit(id, options));
}

async function unit(id: string, { json = false, list, ...asked }: PageOptions): Promise<void> {
  const { UnitQuery, UnitsController } = await import('#views/module');
  const { timeText, unitText } = await import('./leaders-text.ts');
  if (list === 'in-my-time')
    return ask(
      asked,
      { json },
      {
        query: UnitQuery,
        answered: (context, query) => new UnitsController(context).inMyTime(id, query),
        text: (answer: TimePageShape) => timeText(answer),
      },
    );
  return ask(
    asked,
    { json },
    {
      query: UnitQuery,
      answered: (context, query) => new UnitsController(context).page(id, query),
      text: (answer: UnitPageShape) => unitText(answer),
    },
  );
}
