import type { FindingListShape, FindingSummaryShape } from '#views/module';
import { bilingual } from '../output.ts';
import { printable } from '../replay/values.ts';
import { listed, named, standing } from './texts.ts';

/** The findings of an answer, the words for each at the end of its line. */
export function findingsText(answer: FindingListShape): string {
  const columns = ['自 since', '代码 code', '项目 project', '编号 id', '牵头 lead', '说明 explained', '疑点 finding'];
  const rows = answer.items.map(({ since, code, project, lead, explanation, messages }) => [
    since,
    code,
    named(project),
    project.id,
    named(lead),
    printable(explanation?.text ?? '—'),
    printable(bilingual(messages)),
  ]);
  return standing(answer, listed(columns, rows));
}

/** How many there are of each code. */
export function findingSummaryText(answer: FindingSummaryShape): string {
  const columns = ['代码 code', '疑点 findings', '已说明 explained', '口径 rule'];
  const rows = answer.codes.map(({ code, count, explained, rule }) => [code, count, explained, bilingual(rule)]);
  return standing(answer, listed(columns, [...rows, ['合计 total', answer.count, answer.explained, '']]));
}
