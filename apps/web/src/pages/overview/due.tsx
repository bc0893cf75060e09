import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../api/client.ts';
import { useRead } from '../../api/queries.ts';
import { useSaid } from '../../i18n/index.ts';
import { countText, Failed, Loading, titled } from '../../shown/index.ts';
import { PointLink } from '../../time/point-link.tsx';
import { addressWith, scopeOf } from './addresses.ts';
import { dueRows, WINDOWS, type DueRow } from './due-counts.ts';
import { FigureLink } from './figure-link.tsx';
import { Scroll, Section } from './section.tsx';

const SOONEST_MAX = 5;
const [SOON, LATER, LATEST] = WINDOWS;

/** What is past due and what falls due, by kind; each figure opens its deadlines. */
export function Due({ zoneId }: { readonly zoneId?: string }) {
  const { t } = useTranslation('overview');
  const scope = scopeOf(zoneId);
  const asked = scope ? { scope } : {};
  const reads = [
    useRead('/api/deadlines/summary', { query: { ...asked, days: SOON } }),
    useRead('/api/deadlines/summary', { query: { ...asked, days: LATER } }),
    useRead('/api/deadlines/summary', { query: { ...asked, days: LATEST } }),
  ];
  const soonest = useRead('/api/deadlines', { query: { ...asked, days: LATEST, limit: SOONEST_MAX } });
  const failed = reads.find(({ error }) => error);
  const summaries = reads.flatMap(({ data }) => data ?? []);
  const rows = summaries.length === WINDOWS.length ? dueRows(summaries) : undefined;
  const items = soonest.data?.items ?? [];
  return (
    <Section title={t('due.title')}>
      <div className="sheet">
        {failed && <Failed error={failed.error} retry={() => void failed.refetch()} />}
        {!rows && !failed && <Loading rows={5} />}
        {rows && rows.length > 1 && <Counts rows={rows} scope={scope} />}
        {rows?.length === 1 && <p className="quiet">{t('due.none')}</p>}
        {items.length > 0 && <Soonest items={items} />}
      </div>
    </Section>
  );
}

interface CountsProps {
  readonly rows: readonly DueRow[];
  readonly scope: string | undefined;
}

function Counts({ rows, scope }: CountsProps) {
  const { t } = useTranslation('overview');
  return (
    <Scroll label={t('due.title')}>
      <table className="list-lines">
        <caption className="unseen">{t('due.caption')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('due.kind')}</th>
            <th scope="col">{t('due.overdue')}</th>
            {WINDOWS.map((days) => (
              <th key={days} scope="col">
                {t('due.within', { days })}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row key={row.kind ?? 'all'} row={row} scope={scope} />
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}

function Row({ row, scope }: { readonly row: DueRow; readonly scope: string | undefined }) {
  const { t } = useTranslation('overview');
  const { t: d } = useTranslation('deadlines');
  const { kind, overdue, within } = row;
  const name = kind ? d(`kinds.${kind}`) : t('due.all');
  const figure = (count: number, when: string, query: Readonly<Record<string, string>>) => (
    <FigureLink
      count={count}
      to={addressWith('/deadlines', { scope, kind, ...query })}
      label={t('due.open', { kind: name, when, figure: countText(count) })}
    />
  );
  return (
    <tr className={kind ? undefined : 'sum'}>
      <th scope="row">{name}</th>
      <td className="late">{figure(overdue, t('due.overdue'), { overdue: 'true' })}</td>
      {WINDOWS.map((days, i) => (
        <td key={days}>{figure(within[i] ?? 0, t('due.within', { days }), { days: String(days) })}</td>
      ))}
    </tr>
  );
}

function Soonest({ items }: { readonly items: readonly Schemas['DeadlineShape'][] }) {
  const { t } = useTranslation('overview');
  const said = useSaid();
  return (
    <>
      <h3>{t('due.soonest')}</h3>
      <ul className="overview-soonest">
        {items.map(({ id, project, label, due, daysLeft }) => (
          <li key={`${project.id}/${id}`}>
            <PointLink to={`/projects/${project.id}`}>{project.name}</PointLink>
            <span>
              {titled(said(label))} <span className="figure">{due}</span>{' '}
              <span className="quiet">{daysLeft === 0 ? t('due.today') : t('due.left', { days: daysLeft })}</span>
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}
