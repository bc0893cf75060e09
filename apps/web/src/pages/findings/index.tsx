import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { usePages, useRead } from '../../api/queries.ts';
import { countText, List, NativeSelect, Page } from '../../shown/index.ts';
import { useParam } from '../overview/use-param.ts';
import '../overview/lines.css';
import { codesIn, FINDING_CODES } from './codes.ts';
import { FindingsTable, keyOf } from './findings-table.tsx';
import { comparisonOf, Holders } from './holders.tsx';
import { ListChanges } from '../../time/list-changes.tsx';
import { useDifference } from '../../time/use-difference.ts';
import { useSearchParams } from '../../time/use-search-params.ts';

const FILTERS = ['scope', 'leaderId', 'unitId', 'projectId', 'code', 'explained'] as const;
const EXPLAINED = ['true', 'false'] as const;
const LIMIT = 50;

/** What the address asks for. */
function useFilter() {
  const [search] = useSearchParams();
  const text = (key: (typeof FILTERS)[number]) => search.get(key) || undefined;
  const codes = codesIn(text('code'));
  const explained = EXPLAINED.find((one) => one === text('explained'));
  const [scope, leaderId, unitId, projectId] = [text('scope'), text('leaderId'), text('unitId'), text('projectId')];
  return {
    ...(scope && { scope }),
    ...(leaderId && { leaderId }),
    ...(unitId && { unitId }),
    ...(projectId && { projectId }),
    ...(codes.length > 0 && { code: codes.join(',') }),
    ...(explained && { explained }),
  } as const;
}

/** What does not fit together, finding by finding, with what it rests on. */
export default function Findings() {
  const { t } = useTranslation('findings');
  const filter = useFilter();
  const isFiltered = Object.keys(filter).length > 0;
  const list = usePages('/api/findings', { query: { ...filter, limit: LIMIT } });
  const summary = useRead('/api/findings/summary', { query: filter });
  const changes = useDifference('/api/findings', { query: filter }, keyOf);
  const countOf = (listed: number) =>
    summary.data && t('shownOf', { all: countText(summary.data.count), shown: countText(listed) });
  return (
    <Page title={t('title')}>
      <Filters isFiltered={isFiltered} />
      <ListChanges of={changes} to={comparisonOf(filter)}>
        {(gone) => <FindingsTable items={gone} markOf={() => 'gone'} />}
      </ListChanges>
      <List list={list} rows={12} count={countOf} filtered={isFiltered}>
        {(items) => (
          <FindingsTable
            items={items}
            markOf={(item) => (changes.difference?.added.has(keyOf(item)) ? 'added' : undefined)}
          />
        )}
      </List>
    </Page>
  );
}

function Filters({ isFiltered }: { readonly isFiltered: boolean }) {
  const { t } = useTranslation('findings');
  const [, setSearch] = useSearchParams();
  const [code, setCode] = useParam('code');
  const [explained, setExplained] = useParam('explained');
  const clear = (): void =>
    setSearch((now) => {
      const next = new URLSearchParams(now);
      for (const key of FILTERS) next.delete(key);
      return next;
    });
  const known = codesIn(code).join(',');
  return (
    <div className="list-filters" role="search">
      <label className="list-choice">
        {t('code')}
        <NativeSelect value={known} onChange={({ target }) => setCode(target.value)}>
          <option value="">{t('any')}</option>
          {FINDING_CODES.map((one) => (
            <option key={one} value={one}>
              {t(`codes.${one}`)}
            </option>
          ))}
          {known.includes(',') && (
            <option value={known}>
              {codesIn(code)
                .map((one) => t(`codes.${one}`))
                .join(' + ')}
            </option>
          )}
        </NativeSelect>
      </label>
      <label className="list-choice">
        {t('explained')}
        <NativeSelect value={explained ?? ''} onChange={({ target }) => setExplained(target.value)}>
          <option value="">{t('anyExplained')}</option>
          <option value="false">{t('isOpen')}</option>
          <option value="true">{t('isExplained')}</option>
        </NativeSelect>
      </label>
      <Holders />
      {isFiltered && (
        <Button type="link" onClick={clear}>
          {t('clear')}
        </Button>
      )}
    </div>
  );
}
