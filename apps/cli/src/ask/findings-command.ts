import type { Command } from 'commander';
import type { FindingListShape, FindingSummaryShape } from '#views/module';
import { anId } from '../arguments.ts';
import { bilingual } from '../output.ts';
import { PROJECT } from '../project-named.ts';
import { ask, pageAtPoint, type Asked, type Flags } from './ask.ts';

/** `taizhang findings`: what does not fit at a point, or how many of each code. */
export function addFindings(program: Command): void {
  pageAtPoint(program.command('findings'))
    .description(bilingual({ zh: '疑点：对不上的地方', en: 'what does not fit' }))
    .option('--summary', bilingual({ zh: '只按代码计数', en: 'only how many of each code' }))
    .option('--code <codes>', bilingual({ zh: '疑点代码，多个以逗号分隔', en: 'codes, with commas between them' }))
    .option('--explained <yes>', bilingual({ zh: '是否已说明：true 或 false', en: 'explained or not: true or false' }))
    .option(
      '--scope <scope>',
      bilingual({ zh: '范围，如 zone:<id>；默认全部', en: 'scope, as zone:<id>; default all' }),
    )
    .option('--leader <id>', bilingual({ zh: '包联领导', en: 'leader' }), anId)
    .option('--unit <id>', bilingual({ zh: '责任单位或代办单位', en: 'responsible or agent unit' }), anId)
    .option('--project <project>', PROJECT)
    .option('--sort <order>', bilingual({ zh: '排序：newest 或 project', en: 'order: newest or project' }))
    .action((options: Options) => findings(options));
}

interface Options extends Flags {
  readonly summary?: boolean;
  readonly leader?: string;
  readonly unit?: string;
  readonly project?: string;
}

async function findings({ json = false, summary = false, leader, unit, project, ...rest }: Options): Promise<void> {
  const { FindingsController, FindingsQuery, FindingsSummaryQuery } = await import('#views/module');
  const { findingsText, findingSummaryText } = await import('./findings-text.ts');
  const asked: Asked = { ...rest, leaderId: leader, unitId: unit, projectId: project };
  if (summary)
    return ask(
      asked,
      { json },
      {
        query: FindingsSummaryQuery,
        answered: (context, query) => new FindingsController(context).summary(query),
        text: (answer: FindingSummaryShape) => findingSummaryText(answer),
      },
    );
  return ask(
    asked,
    { json },
    {
      query: FindingsQuery,
      answered: (context, query) => new FindingsController(context).list(query),
      text: (answer: FindingListShape) => findingsText(answer),
    },
  );
}
