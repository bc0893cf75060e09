import { Button } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Answer } from '../../api/client.ts';
import { useZones } from '../../api/names.ts';
import { useRead } from '../../api/queries.ts';
import { Page, Ready, STAGES } from '../../shown/index.ts';
import { Select } from '../../shown/select.tsx';
import { usePoint } from '../../time/use-point.ts';
import { filtersIn, withoutFilters, withParam } from './address.ts';
import { Kinds } from './kinds.tsx';
import { Moves } from './moves.tsx';
import { Points, Swapped } from './points.tsx';
import { Presets } from './presets.tsx';
import { Projects } from './projects.tsx';
import { SumsTable } from './sums-table.tsx';
import './compare.css';
import { useSearchParams } from '../../time/use-search-params.ts';

const PointPanel = lazy(() => import('../../time/point-panel.tsx'));

/** What changed between two points of the ledger, in sums and project by project, each with the events behind it. */
export default function Compare() {
  const { t } = useTranslation('compare');
  const { comparing } = usePoint();
  const [{ open, times }, setPanel] = useState({ open: false, times: 0 });
  return (
    <Page
      title={t('title')}
      actions={
        <Button onClick={() => setPanel({ open: true, times: times + 1 })}>{t(comparing ? 'change' : 'choose')}</Button>
      }
    >
      <p className="quiet">{t('intro')}</p>
      <Presets />
      {comparing && <Compared />}
      {times > 0 && (
        <Suspense>
          <PointPanel key={times} open={open} comparing onClose={() => setPanel({ open: false, times })} />
        </Suspense>
      )}
    </Page>
  );
}

function Compared() {
  const { t } = useTranslation('compare');
  const [search] = useSearchParams();
  const filters = filtersIn(search);
  const summary = useRead('/api/projects/compare/summary', { query: filters as object });
  return (
    <>
      <Filters />
      <Swapped error={summary.error} />
      <Ready read={summary} rows={10}>
        {(compared) => (
          <>
            <Points from={compared.from} to={compared.to} />
            {compared.projects === 0 ? (
              <p className="sheet nothing">{t('nothing')}</p>
            ) : (
              <Changes of={compared} filters={filters} kind={search.get('kind') ?? undefined} />
            )}
          </>
        )}
      </Ready>
    </>
  );
}

interface ChangesProps {
  readonly of: Answer<'/api/projects/compare/summary'>;
  readonly filters: ReturnType<typeof filtersIn>;
  readonly kind: string | undefined;
}

/** What changed: in sums, in moves between stages, and project by project. */
function Changes({ of, filters, kind }: ChangesProps) {
  const { t } = useTranslation('compare');
  return (
    <>
      <section aria-labelledby="sums">
        <h2 id="sums">{t('sums')}</h2>
        <SumsTable summary={of} />
      </section>
      <section aria-labelledby="moves">
        <h2 id="moves">{t('moves')}</h2>
        <Moves moves={of.moves} />
      </section>
      <section aria-labelledby="list">
        <h2 id="list">{t('list')}</h2>
        <Kinds kinds={of.kinds} projects={of.projects} kind={kind} />
        <Projects filters={filters} kind={kind} />
      </section>
    </>
  );
}

/** The same narrowing as the ledger's; what a link has narrowed further can be taken off. */
function Filters() {
  const { t } = useTranslation(['compare', 'facts', 'log', 'shown']);
  const [search, setSearch] = useSearchParams();
  const zones = useZones();
  const filters = filtersIn(search);
  const set = (key: string, value: string | undefined): void => setSearch((now) => withParam(now, key, value));
  return (
    <div className="compare-filters" role="search" aria-label={t('log:filters')}>
      <Select
        allowClear
        aria-label={t('facts:field.zoneId')}
        placeholder={t('facts:field.zoneId')}
        value={filters['zoneId']}
        onChange={(value: string | undefined) => set('zoneId', value)}
        options={(zones ?? []).map(({ id, name }) => ({ value: id, label: name }))}
      />
      <Select
        mode="multiple"
        allowClear
        aria-label={t('facts:field.stage')}
        placeholder={t('facts:field.stage')}
        value={filters['stage']?.split(',') ?? []}
        onChange={(stages: string[]) => set('stage', stages.join(','))}
        options={STAGES.map((stage) => ({ value: stage, label: t(`shown:stage.${stage}`) }))}
      />
      {Object.keys(filters).length > 0 && <Button onClick={() => setSearch(withoutFilters)}>{t('log:clear')}</Button>}
    </div>
  );
}
