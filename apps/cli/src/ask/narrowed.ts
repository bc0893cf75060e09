import type { Command } from 'commander';
import { anId } from '../arguments.ts';
import { bilingual } from '../output.ts';
import type { Asked, Flags } from './ask.ts';

export interface LedgerOptions extends Flags {
  readonly zone?: string;
  readonly unit?: string;
  readonly leader?: string;
}

/** What a question about the ledger can be narrowed by. */
export function narrowed(command: Command): Command {
  return command
    .option('--zone <id>', bilingual({ zh: '开发区', en: 'zone' }), anId)
    .option('--stage <stages>', bilingual({ zh: '阶段，多个以逗号分隔', en: 'stages, with commas between them' }))
    .option(
      '--standing <standing>',
      bilingual({ zh: '在建 active、停工 suspended、已退出 exited', en: 'active, suspended or exited' }),
    )
    .option('--leader <id>', bilingual({ zh: '包联领导，或 nobody', en: 'leader, or nobody' }))
    .option('--unit <id>', bilingual({ zh: '责任单位', en: 'responsible unit' }), anId)
    .option('--text <text>', bilingual({ zh: '名称、代码、建设单位中的文字', en: 'text in name, code or builder' }));
}

/** The same by the names that the API has for it. */
export const filterOf = ({ zone, leader, unit, ...rest }: Omit<LedgerOptions, 'json'>): Asked => ({
  ...rest,
  zoneId: zone,
  leaderId: leader,
  unitId: unit,
});
