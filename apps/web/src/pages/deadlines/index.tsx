import { useTranslation } from 'react-i18next';
import { addDays, type Day } from '#kernel/dates';
import type { Schemas } from '../../api/client.ts';
import { usePages, useRead } from '../../api/queries.ts';
import { useLanguage, useSaid } from '../../i18n/index.ts';
import {
  countText,
  dateText,
  List,
  NativeSelect,
  Page,
  Person,
  ProjectOfZone,
  titled,
  today,
} from '../../shown/index.ts';
import { KINDS, WINDOWS } from '../overview/due-counts.ts';
import '../overview/lines.css';
import { useParam } from '../overview/use-param.ts';
import { comparisonOf, Holders } from '../findings/holders.tsx';
import { askedOf, OVERDUE, totalOf } from './asked.ts';
import { ListChanges, ListMark } from '../../time/list-changes.tsx';
import { useDifference } from '../../time/use-difference.ts';
import { useSearchParams } from '../../time/use-search-params.ts';

type Deadline = Schemas['DeadlineShape'];
const LIMIT = 50;

/** What tells one deadline from all others. */
const keyOf = ({ project, id }: Deadline): string => `${project.id}/${id}`;

/** What falls due, or is past due, deadline by deadline. */
export default function Deadlines() {
  const { t } = useTranslation('deadlines');
  const [search] = useSearchParams();
  const asked = askedOf(search);
  const list = usePages('/api/deadlines', { query: { ...asked, limit: LIMIT } });
  const { overdue, days, kind, ...held } = asked;
  const counted = useRead('/api/deadlines/summary', { query: { ...held, ...(days && { days }) } });
  const changes = useDifference('/api/deadlines', { query: asked }, keyOf);
  const countOf = (listed: number) =>
    counted.data &&
    t('shown', {
      all: countText(totalOf(counted.data, kind, overdue === 'true')),
      shown: countText(listed),
    });
  return (
    <Page title={t('title')}>
      <Filters />
      <ListChanges of={changes} to={comparisonOf(asked)}>
        {(gone) => <DeadlinesTable items={gone} markOf={() => 'gone'} />}
      </ListChanges>
      <List list={list} rows={12} count={countOf} filtered>
        {(items) => (
          <DeadlinesTable
            items={items}
            markOf={(item) => (changes.difference?.added.has(keyOf(item)) ? 'added' : undefined)}
          />
        )}
      </List>
    </Page>
  );
}

function Filters() {
  const { t } = useTranslation('deadlines');
  const [search, setSearch] = useSearchParams();
  const [kind, setKind] = useParam('kind');
  const { days, overdue } = askedOf(search);
  const when = overdue ? OVERDUE : String(days);
  const windows = WINDOWS.map(String);
  const setWhen = (chosen: string): void =>
    setSearch(
      (now) => {
        const next = new URLSearchParams(now);
        next.delete(chosen === OVERDUE ? 'days' : OVERDUE);
        next.set(...((chosen === OVERDUE ? [OVERDUE, 'true'] : ['days', chosen]) as [string, string]));
        return next;
      },
      { replace: true },
    );
  return (
    <div className="list-filters" role="search">
      <label className="list-choice">
        {t('when')}
        <NativeSelect value={when} onChange={({ target }) => setWhen(target.value)}>
          <option value={OVERDUE}>{t('overdue')}</option>
          {(windows.includes(when) || overdue ? windows : [...windows, when]).map((window) => (
            <option key={window} value={window}>
              {t('within', { days: window })}
            </option>
          ))}
        </NativeSelect>
      </label>
      <label className="list-choice">
        {t('kind')}
        <NativeSelect value={kind ?? ''} onChange={({ target }) => setKind(target.value)}>
          <option value="">{t('any')}</option>
          {KINDS.map((one) => (
            <option key={one} value={one}>
              {t(`kinds.${one}`)}
            </option>
          ))}
        </NativeSelect>
      </label>
      <Holders />
    </div>
  );
}

/** The day from which the days of all of them are counted: that of their point, which of those that are gone is the first. */
const countedFrom = ([first]: readonly Deadline[]): Day => (first ? addDays(first.due, -first.daysLeft) : today());

interface TableProps {
  readonly items: readonly Deadline[];
  /** In compare mode, what stands at one of the points only. */
  readonly markOf: (item: Deadline) => 'added' | 'gone' | undefined;
}

function DeadlinesTable({ items, markOf }: TableProps) {
  const { t } = useTranslation('deadlines');
  const language = useLanguage();
  const counted = countedFrom(items);
  const left = counted === today() ? t('left') : t('leftOn', { day: dateText(counted, language) });
  return (
    <table className="list-lines items">
      <caption className="unseen">{t('caption')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('due')}</th>
          <th scope="col" className="text">
            {left}
          </th>
          {(['kind', 'milestone', 'project', 'lead'] as const).map((column) => (
            <th key={column} scope="col" className="text">
              {t(column)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {items.map((item) => (
          <Row key={keyOf(item)} item={item} mark={markOf(item)} left={left} />
        ))}
      </tbody>
    </table>
  );
}

interface RowProps {
  readonly item: Deadline;
  readonly mark: 'added' | 'gone' | undefined;
  /** From which day the days are counted, in words. */
  readonly left: string;
}

function Row({ item, mark, left }: RowProps) {
  const { t } = useTranslation('deadlines');
  const said = useSaid();
  const language = useLanguage();
  const { due, daysLeft, kind, label, phase, project, zone, lead } = item;
  return (
    <tr>
      <th scope="row">
        <ListMark mark={mark} projectId={project.id}>
          {dateText(due, language)}
        </ListMark>
      </th>
      <td className={`text figure ${daysLeft < 0 ? 'wrong' : ''}`} data-label={left}>
        {daysLeft === 0
          ? t('today')
          : t(daysLeft < 0 ? 'daysLate' : 'daysLeft', { days: countText(Math.abs(daysLeft)) })}
      </td>
      <td className="text" data-label={t('kind')}>
        {t(`kinds.${kind}`)}
      </td>
      <td className="text" data-label={t('milestone')}>
        {titled(said(label))}
        {phase !== null && ` ${phase}`}
      </td>
      <td className="text long" data-label={t('project')}>
        <ProjectOfZone project={project} zone={zone} />
      </td>
      <td className="text" data-label={t('lead')}>
        <Person id={lead?.id ?? null} name={lead?.name} />
      </td>
    </tr>
  );
}
