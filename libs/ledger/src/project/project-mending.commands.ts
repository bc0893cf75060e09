import { exampleFactId } from '../command-row.ts';
import { mendingRows as rowsThatMend } from '../mending.commands.ts';
import { yi } from './example.ts';

/** What mends the facts. */
export const mendingRows = rowsThatMend('', {
  correct: {
    factId: exampleFactId('sign'),
    data: { on: '2026-01-16', contractNo: '招商合同2026-008', contractAmount: yi(12) },
    reason: '日期填错',
  },
  revoke: { factId: exampleFactId('enter-statistics'), reason: '尚未入统' },
});
