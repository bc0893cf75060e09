import { useTranslation } from 'react-i18next';
import { addDays } from '#kernel/dates';
import type { Answer } from '../../api/client.ts';
import { useLanguage, useSaid } from '../../i18n/index.ts';
import { countText, dateText, Failed, Money } from '../../shown/index.ts';
import { addressWith } from './addresses.ts';
import { DayField } from './day-field.tsx';
import { FigureLink } from './figure-link.tsx';
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
            <Foot summary={summary} compared={compared.data} {...(zoneId && { zoneId })} />
          </table>
        </Scroll>
        <KindsOfChange changed={changed} {...(zoneId && { zoneId })} />
      </div>
    </Section>
  );
}

/** A change that is nothing is a dot, so that the eye finds the others. */
const delta = (count: number | undefined) =>
  count === undefined ? '…' : count === 0 ? <span className="quiet">·</span> : signed(count);

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
  const name = said(label);
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
      <td className="figure">{delta(change?.net)}</td>
      <td className="figure quiet only-wide-cell">{delta(change?.happened)}</td>
      <td className="figure quiet only-wide-cell">{from.fromKnownAt === undefined ? '—' : delta(change?.learned)}</td>
      <td>{moved('arrived', 'added', change?.arrived)}</td>
      <td>{moved('left', 'gone', change?.left)}</td>
      <td className="only-wide-cell">
        <Money unit="wan" value={row.totalInvestment} />
      </td>
      <td>
        <Money unit="wan" value={row.investedThisYear} />
      </td>
    </tr>
  );
}

interface FootProps extends StagesProps {
  readonly compared: Answer<'/api/projects/compare/summary'> | undefined;
}

function Foot({ summary, compared, zoneId }: FootProps) {
  const { t } = useTranslation('overview');
  const { projects, totalInvestment, investedThisYear } = summary;
  const change = (of: 'difference' | 'happened' | 'learned') => delta(compared?.[of].projects);
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
        <td className="figure">{change('difference')}</td>
        <td className="figure only-wide-cell">{change('happened')}</td>
        <td className="figure only-wide-cell">{isSplit ? change('learned') : '—'}</td>
        <td />
        <td />
        <td className="only-wide-cell">
          <Money unit="wan" value={totalInvestment} />
        </td>
        <td>
          <Money unit="wan" value={investedThisYear} />
        </td>
      </tr>
    </tfoot>
  );
}
