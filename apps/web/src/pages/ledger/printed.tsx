import { queries, type ReadKey } from '../../api/queries.ts';
import type { Answer } from '../../api/client.ts';
import { countText } from '../../shown/index.ts';
import type { Words } from './columns.tsx';
import type { GridView } from './grid.tsx';
import type { More } from './more.ts';
import { usePrinting } from './media.ts';

interface PrintedProps {
  readonly view: GridView;
  /** How many projects fit. */
  readonly count: number;
}

/** So many columns fit across the paper as they are; more are set smaller. */
const WIDE = 12;

/** The rows that were read as a plain table, on paper only: a grid prints no more than is in sight. */
export function Printed({ view, count }: PrintedProps) {
  const printing = usePrinting();
  if (!printing || view.all.length === 0) return null;
  const { all, columns, words } = view;
  const { t } = words;
  const further = furtherColumns(words);
  return (
    <table className={columns.length > WIDE ? 'printed wide' : 'printed'}>
      <thead>
        <tr>
          <th scope="col">{t('number')}</th>
          <th scope="col">{t('name')}</th>
          {columns.map(({ id, right }) => (
            <th key={id} scope="col" className={right ? 'right' : undefined}>
              {t(`column.${id}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {all.map((item) => {
          const more = further.get(item.id);
          return (
            <tr key={item.id}>
              <td className="right">{item.number}</td>
              <td>{item.name}</td>
              {columns.map((column) => (
                <td key={column.id} className={column.right ? 'right' : undefined}>
                  {column.more && !more ? '…' : column.text(item, words, more)}
                </td>
              ))}
            </tr>
          );
        })}
      </tbody>
      {all.length < count && (
        <tfoot>
          <tr>
            <td colSpan={columns.length + 2}>{t('printedPart', { rows: all.length, projects: countText(count) })}</td>
          </tr>
        </tfoot>
      )}
    </table>
  );
}

/** The further columns at hand: paper does not wait for what was never looked at. */
function furtherColumns({ point }: Words): ReadonlyMap<string, More> {
  const path = '/api/projects/columns';
  const { knownAt, effectiveOn } = point;
  const read = queries.getQueriesData<Answer<typeof path>>({
    queryKey: [path],
    predicate: ({ queryKey }) => {
      const [, , at] = queryKey as ReadKey;
      return at['knownAt'] === knownAt && at['effectiveOn'] === effectiveOn;
    },
  });
  return new Map(read.flatMap(([, answer]) => answer?.items.map((more) => [more.id, more] as const) ?? []));
}
