import { Option, type Command } from 'commander';
import type { LeaderListShape, LeaderPageShape, TenureListShape, TimePageShape } from '#views/module';
import { anId } from '../arguments.ts';
import { bilingual } from '../output.ts';
import { ask, pageAtPoint, type Flags } from './ask.ts';

interface PageOptions extends Flags {
  readonly list: 'held' | 'in-my-time' | 'tenures';
}

/** `taizhang leaders` and `taizhang leader <id>`: who answers for what at a point, and what happened in their time. */
export function addLeaders(program: Command): void {
  narrowed(program.command('leaders'))
    .description(
      bilingual({ zh: '包联领导及其项目、任期内逾期与推迟', en: 'leaders, and what happened in their time' }),
    )
    .action((options: Flags) => leaders(options));
  narrowed(program.command('leader').argument('<id>', bilingual({ zh: '人员编号', en: 'id of the person' }), anId))
    .description(
      bilingual({ zh: '一位领导：现任与任期内', en: 'one leader: what they hold, and what happened in their time' }),
    )
    .addOption(
      new Option(
        '--list <list>',
        bilingual({
          zh: '现任（附任期内概要）、任期内、任职经历',
          en: 'what they hold (with a summary of their time), what happened in their time, their tenures',
        }),
      )
        .choices(['held', 'in-my-time', 'tenures'])
        .default('held'),
    )
    .action((id: string, options: PageOptions) => leader(id, options));
}

function narrowed(command: Command): Command {
  return pageAtPoint(command)
    .option(
      '--scope <scope>',
      bilingual({ zh: '范围，如 zone:<id>；默认全部', en: 'scope, as zone:<id>; default all' }),
    )
    .option('--role <role>', bilingual({ zh: '角色，默认牵头与协助', en: 'role; default lead and co-lead' }));
}

async function leaders({ json = false, ...asked }: Flags): Promise<void> {
  const { LeadersController, LeadersQuery } = await import('#views/module');
  const { leadersText } = await import('./leaders-text.ts');
  return ask(
    asked,
    { json },
    {
      query: LeadersQuery,
      answered: (context, query) => new LeadersController(context).list(query),
      text: (answer: LeaderListShape) => leadersText(answer),
    },
  );
}

async function leader(id: string, { json = false, list, ...asked }: PageOptions): Promise<void> {
  const { LeadersController, LeadersQuery, TenuresQuery } = await import('#views/module');
  const { leaderText, tenuresText, timeText } = await import('./leaders-text.ts');
  if (list === 'tenures')
    return ask(
      asked,
      { json },
      {
        query: TenuresQuery,
        answered: (context, query) => new LeadersController(context).tenures(id, query),
        text: (answer: TenureListShape) => tenuresText(answer),
      },
    );
  if (list === 'in-my-time')
    return ask(
      asked,
      { json },
      {
        query: LeadersQuery,
        answered: (context, query) => new LeadersController(context).inMyTime(id, query),
        text: (answer: TimePageShape) => timeText(answer),
      },
    );
  return ask(
    asked,
    { json },
    {
      query: LeadersQuery,
      answered: (context, query) => new LeadersController(context).page(id, query),
      text: (answer: LeaderPageShape) => leaderText(answer),
    },
  );
}
