import { dayOf, type Instant } from '#kernel';
import { checkRow, holds, isPeople, remark, warning, type Remark, type RowsByProject, type Scope } from '#workbook';

/** What is doubtful about a row by itself, before it says anything: the mapping's own warnings and checks, and what its cells cannot mean. */
export function warningsOf(scope: Scope, filedAt: Instant, rows: RowsByProject): Remark[] {
  return [...mappedWarnings(scope), ...cellWarnings(scope, filedAt), ...checkRow(scope.row, rows)];
}

function mappedWarnings(scope: Scope): Remark[] {
  const { file, row } = scope.row;
  const { columns, warnings = [] } = file.mapping;
  return warnings
    .filter(({ when }) => holds(when, scope))
    .map(({ code, text, when }) => {
      const names = Object.keys(when).map((name) => columns[name]?.column ?? name);
      return remark(code, text, {}, { file: file.file, row, columns: names });
    });
}

function cellWarnings({ row: { file, row, values } }: Scope, filedAt: Instant): Remark[] {
  const { columns, filedAt: from } = file.mapping;
  return Object.entries(columns).flatMap(([name, column]) => {
    const where = { file: file.file, row, columns: [column.column] };
    const value = values[name];
    if (isPeople(value) && value.length > 1) return [warning('SeveralPeople', { count: value.length }, where)];
    const written = filedAt.slice(0, 10);
    const day = dayOf(filedAt);
    const shifted = column.type === 'instant' && column.zone === 'UTC' && from === `$${name}` && day !== written;
    return shifted ? [warning('DayChangedByTimeZone', { written, day }, where)] : [];
  });
}
