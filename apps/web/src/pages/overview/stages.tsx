import { useTranslation } from 'react-i18next';
import { addDays } from '#kernel/dates';
import type { Answer } from '../../api/client.ts';
import { useLanguage, useSaid } from '../../i18n/index.ts';
import { countText, dateText, Failed, titled } from '../../shown/index.ts';
import { addressWith } from './addresses.ts';
import { PointLink } from '../../time/point-link.tsx';
import { DayField } from './day-field.tsx';
import { FigureLink, MoneyLink } from './figure-link.tsx';
import { KindsOfChange } from './kinds-of-change.tsx';
import { Scroll, Section } from './section.tsx';
import { signed, stageRows, type StageRow } from './stage-rows.ts';
import { useChange, type Changed } from './use-change.ts';

interface StagesProps {
  readonly summary: Answer<'/api/projects/summary'>;
  readonly zoneId?: string;
}

/** How many projects stand where, and what has changed since a day. */
export function Stages({ summary, zoneId }: StagesProps) {
  const { t } = useTranslation('overview');
  const language = useLanguage();
  const changed = useChange(summary.effectiveOn, zoneId);
  const { compared, since, setSince, comparing } = changed;
  const rows = stageRows(summary.stages, compared.data);
  const title = t('stages.title');
  return (
    <Section
      title={title}
      aside={
        !comparing && (
          <DayField label={t('since')} value={since} max={addDays(summary.effectiveOn, -1)} onChange={setSince} />
        )
      }
    >
      {compared.error && <Failed error={compared.error} retry={() => void compared.refetch()} />}
      <div className="sheet">
        <Scroll label={title}>
          <table className="list-lines" aria-busy={compared.isPlaceholderData}>
            <caption className="unseen">{t('stages.caption', { day: dateText(since, language) })}</caption>
            <Head />
            <tbody>
              {rows.map((row) => (
                <Row key={row.stage} row={row} changed={changed} {...(zoneId && { zoneId })} />
              ))}
            </tbody>
            <Foot summary={summary} compared={compared.data} from={changed.from} {...(zoneId && { zoneId })} />
          </table>
        </Scroll>
        <KindsOfChange changed={changed} {...(zoneId && { zoneId })} />
      </div>
    </Section>
  );
}

interface DeltaProps {
  readonly count: number | undefined;
  /** The comparison that adds up to it. */
  readonly to: string;
  readonly stage: string;
  readonly of: 'net' | 'happened' | 'learned';
}

/** By how many there are more or less, and the way to how that came about. Nothing is a dot, so that the eye finds the others. */
function Delta({ count, to, stage, of }: DeltaProps) {
  const { t } = useTranslation('overview');
  if (count === undefined) return '…';
  if (count === 0) return <span className="quiet">·</span>;
  const figure = signed(count);
  return (
    <PointLink to={to} aria-label={t('stages.openChange', { stage, what: t(`stages.${of}`), figure })}>
      {figure}
    </PointLink>
  );
}

function Head() {
  const { t } = useTranslation('overview');
  return (
    <thead>
      <tr>
        <th scope="col">{t('stages.stage')}</th>
        <th scope="col">{t('stages.count')}</th>
        <th scope="col" title={t('stages.possibleHint')} className="only-wide-cell">
          {t('stages.possible')}
        </th>
        <th scope="col">{t('stages.net')}</th>
        <th scope="col" title={t('stages.happenedHint')} className="only-wide-cell">
          {t('stages.happened')}
        </th>
        <th scope="col" title={t('stages.learnedHint')} className="only-wide-cell">
          {t('stages.learned')}
        </th>
        <th scope="col">{t('stages.arrived')}</th>
        <th scope="col">{t('stages.left')}</th>
        <th scope="col" className="only-wide-cell">
          {t('stages.total')}
        </th>
        <th scope="col">{t('stages.year')}</th>
      </tr>
    </thead>
  );
}

interface RowProps {
  readonly row: StageRow;
  readonly changed: Changed;
  readonly zoneId?: string;
}

function Row({ row, changed: { from }, zoneId }: RowProps) {
  const { t } = useTranslation('overview');
  const said = useSaid();
  const { stage, label, count, possible, change } = row;
  const name = titled(said(label));
  const moved = (what: 'arrived' | 'left', kind: 'added' | 'gone', projects: number | undefined) =>
    projects === undefined ? (
      '…'
    ) : (
      <FigureLink
        count={projects}
        to={addressWith('/compare', { zoneId, stage, kind, ...from })}
        label={t('stages.openChange', { stage: name, what: t(`stages.${what}`), figure: countText(projects) })}
        nothing="·"
      />
    );
  const money = (of: 'totalInvestment' | 'investedThisYear', text: 'stages.total' | 'stages.year') => (
    <MoneyLink unit="wan" value={row[of]} of={of} query={{ zoneId, stage }} what={`${name} ${t(text)}`} />
  );
  const delta = (of: 'net' | 'happened' | 'learned') => (
    <Delta count={change?.[of]} to={addressWith('/compare', { zoneId, stage, ...from })} stage={name} of={of} />
  );
  return (
    <tr>
      <th scope="row">{name}</th>
      <td>
        <FigureLink
          count={count}
          to={addressWith('/projects', { zoneId, stage })}
          label={t('openList', { what: name, figure: countText(count) })}
        />
      </td>
      <td className="only-wide-cell">
        <FigureLink
          count={possible}
          to={addressWith('/projects', { zoneId, possibleStage: stage })}
          label={t('openList', { what: `${t('stages.possible')} ${name}`, figure: countText(possible) })}
          nothing="·"
        />
      </td>
      <td className="figure">{delta('net')}</td>
      <td className="figure only-wide-cell">{delta('happened')}</td>
      <td className="figure only-wide-cell">{from.fromKnownAt === undefined ? '—' : delta('learned')}</td>
      <td>{moved('arrived', 'added', change?.arrived)}</td>
      <td>{moved('left', 'gone', change?.left)}</td>
      <td className="only-wide-cell">{money('totalInvestment', 'stages.total')}</td>
      <td>{money('investedThisYear', 'stages.year')}</td>
    </tr>
  );
}

interface FootProps extends StagesProps {
  readonly compared: Answer<'/api/projects/compare/summary'> | undefined;
  readonly from: Changed['from'];
}

function Foot({ summary, compared, from, zoneId }: FootProps) {
  const { t } = useTranslation('overview');
  const { projects } = summary;
  const change = (of: 'net' | 'happened' | 'learned') => (
    <Delta
      count={compared?.[of === 'net' ? 'difference' : of].projects}
      to={addressWith('/compare', { zoneId, ...from })}
      stage={t('stages.all')}
      of={of}
    />
  );
  const money = (of: 'totalInvestment' | 'investedThisYear', text: 'stages.total' | 'stages.year') => (
    <MoneyLink unit="wan" value={summary[of]} of={of} query={{ zoneId }} what={t(text)} />
  );
  const isSplit = compared !== undefined && compared.from.seq !== compared.to.seq;
  return (
    <tfoot>
      <tr>
        <th scope="row">{t('stages.all')}</th>
        <td>
          <FigureLink
            count={projects}
            to={addressWith('/projects', { zoneId })}
            label={t('openList', { what: t('stages.all'), figure: countText(projects) })}
          />
        </td>
        <td className="only-wide-cell" />
        <td className="figure">{change('net')}</td>
        <td className="figure only-wide-cell">{change('happened')}</td>
        <td className="figure only-wide-cell">{isSplit ? change('learned') : '—'}</td>
        <td />
        <td />
        <td className="only-wide-cell">{money('totalInvestment', 'stages.total')}</td>
        <td>{money('investedThisYear', 'stages.year')}</td>
      </tr>
    </tfoot>
  );
}
