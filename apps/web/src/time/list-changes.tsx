import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { countText } from '../shown/figures.ts';
import { Failed, Loading } from '../shown/states.tsx';
import './change.css';
import { PointLink } from './point-link.tsx';
import { ITEMS_MAX, type Difference } from './use-difference.ts';

interface ListMarkProps {
  readonly mark: 'added' | 'gone' | undefined;
  /** The project whose events are behind it. */
  readonly projectId: string;
  readonly children: ReactNode;
}

/** In compare mode, the first words of a line that stands in a list at one of the points only, and the way to why. */
export function ListMark({ mark, projectId, children }: ListMarkProps) {
  const { t } = useTranslation('shown');
  if (!mark) return children;
  const Words = mark === 'added' ? 'ins' : 'del';
  return (
    <span className="changed">
      <Words>{children}</Words>{' '}
      <PointLink className={`mark kind ${mark}`} to={`/compare/${projectId}`} title={t('time.changed.events')}>
        {t(`time.changed.${mark}`)}
      </PointLink>
    </span>
  );
}

/** So many that are gone are listed. */
const GONE_MAX = 200;

interface ListChangesProps<T> {
  /** Where the projects of the list are compared. */
  readonly to: string;
  readonly of: {
    readonly comparing: boolean;
    readonly error: Error | null;
    readonly isCut: boolean;
    readonly difference: Difference<T> | undefined;
  };
  /** The items that are gone, as they were. */
  readonly children: (gone: readonly T[]) => ReactNode;
}

/** In compare mode, above a list: how many came into it and how many are gone, and those. */
export function ListChanges<T>({ to, of: { comparing, error, isCut, difference }, children }: ListChangesProps<T>) {
  const { t } = useTranslation('shown');
  if (!comparing) return null;
  if (error) return <Failed error={error} />;
  const toProjects = <PointLink to={to}>{t('time.changed.projects')}</PointLink>;
  if (isCut)
    return (
      <p role="status">
        {t('time.changed.tooLong', { max: countText(ITEMS_MAX) })} {toProjects}
      </p>
    );
  if (!difference) return <Loading rows={1} />;
  const { added, gone } = difference;
  return (
    <div className="list-changes">
      <p role="status">
        {t('time.changed.ofList', { added: countText(added.size), gone: countText(gone.length) })} {toProjects}
      </p>
      {gone.length > 0 && (
        <details className="sheet">
          <summary>
            {t('time.changed.goneList', { count: gone.length })}
            {gone.length > GONE_MAX && t('time.changed.goneFirst', { shown: GONE_MAX })}
          </summary>
          {children(gone.slice(0, GONE_MAX))}
        </details>
      )}
    </div>
  );
}
