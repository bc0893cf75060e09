import { useTranslation } from 'react-i18next';
import { useRead } from '../../api/queries.ts';
import { countText, Failed } from '../../shown/index.ts';
import { PointLink } from '../../time/point-link.tsx';
import { usePoint } from '../../time/use-point.ts';
import type { Filter } from './address.ts';

const NAMED = ['added', 'gone'] as const;

/** In compare mode, how many projects of the filter differ between the two points, and the way to them. */
export function ComparedLine({ filter }: { readonly filter: Filter }) {
  const { t } = useTranslation('ledger');
  const { comparing } = usePoint();
  const { data, error, refetch, isPlaceholderData } = useRead(
    '/api/projects/compare/summary',
    { query: filter as object },
    { enabled: comparing },
  );
  if (!comparing) return null;
  if (error) return <Failed error={error} retry={() => void refetch()} />;
  const to = (kind?: string): string =>
    `/compare?${new URLSearchParams({ ...filter, ...(kind !== undefined && { kind }) }).toString()}`;
  const counts = new Map<string, number>(data?.kinds.map(({ kind, projects }) => [kind, projects]));
  return (
    <p className="compared" aria-live="polite" aria-busy={data === undefined || isPlaceholderData}>
      {data && (
        <>
          {t('compared.between')}
          <PointLink to={to()}>{t('compared.changed', { projects: countText(data.projects) })}</PointLink>
          {NAMED.filter((kind) => (counts.get(kind) ?? 0) > 0).map((kind) => (
            <PointLink key={kind} to={to(kind)} className={`mark kind ${kind}`}>
              {t(`compared.${kind}`, { projects: countText(counts.get(kind) ?? 0) })}
            </PointLink>
          ))}
        </>
      )}
    </p>
  );
}
