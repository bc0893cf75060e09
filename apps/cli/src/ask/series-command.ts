import type { Command } from 'commander';
import type { SeriesShape } from '#views/module';
import { aDay } from '../arguments.ts';
import { bilingual } from '../output.ts';
import { ask, atPoint, type Flags } from './ask.ts';
import { filterOf, narrowed, type LedgerOptions } from './narrowed.ts';

/** `taizhang series`: the summary at the end of each day, week or month, on either clock. */
export function addSeries(program: Command): void {
  narrowed(atPoint(program.command('series')))
    .description(bilingual({ zh: '汇总随时间的变化', en: 'the summary over time' }))
    .option('--by <step>', bilingual({ zh: '每日 day、每周 week、每月 month', en: 'day, week or month' }))
    .option(
      '--clock <clock>',
      bilingual({
        zh: 'known：逐期当时所知；effective：按 known-at 所知的逐期实况',
        en: 'known: as each was known then; effective: each as it is known at known-at',
      }),
    )
    .option('--from <day>', bilingual({ zh: '起', en: 'from' }), aDay)
    .option('--to <day>', bilingual({ zh: '止（含）', en: 'to, that day included' }), aDay)
    .action((options: LedgerOptions) => series(options));
}

async function series({ json = false, ...options }: LedgerOptions & Flags): Promise<void> {
  const { LedgerSeriesController, SeriesQuery } = await import('#views/module');
  const { seriesText } = await import('./series-text.ts');
  return ask(
    filterOf(options),
    { json },
    {
      query: SeriesQuery,
      answered: (context, query) => new LedgerSeriesController(context).series(query),
      text: (answer: SeriesShape) => seriesText(answer),
    },
  );
}
