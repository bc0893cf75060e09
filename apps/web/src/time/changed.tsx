import { useTranslation } from 'react-i18next';
import { useSaid } from '../i18n/index.ts';
import { Names, Value } from '../shown/value.tsx';
import { namesIn } from './change.tsx';
import { changeOf, type Compared } from './compared.ts';
import { PointLink } from './point-link.tsx';
import './change.css';

interface ChangedProps {
  /** What a comparison has found of the project; nothing outside of compare mode. */
  readonly compared: Pick<Compared, 'id' | 'changes' | 'names'> | undefined;
  /** As comparisons name it: `stage`, `leaderId`, `plan.completed`. */
  readonly field: string;
}

/** A plan stands where the date that came of it may, and a phase where the whole project does: which it is must be said. */
const isNamed = (field: string): boolean => field.startsWith('plan.') || field.split('.').length > 2;

/** Beside a value, in compare mode: what it was at the other point, and the way to the events behind the change. */
export function Changed({ compared, field }: ChangedProps) {
  const { t } = useTranslation('shown');
  const said = useSaid();
  const change = compared && changeOf(compared, field);
  if (!change) return null;
  const why = change.all.map(({ causeLabel }) => said(causeLabel)).join(' · ');
  return (
    <span className="changed">
      {isNamed(field) && <>{said(change.label)} </>}
      <del>
        <span className="unseen">{t('time.changed.was')} </span>
        <Names value={namesIn(compared)}>
          <Value field={field} value={change.from} />
        </Names>
      </del>{' '}
      <PointLink
        className={`mark cause ${change.all.at(-1)?.cause ?? ''}`}
        to={`/compare/${compared.id}`}
        title={`${why} · ${t('time.changed.events')}`}
      >
        {why}
      </PointLink>
    </span>
  );
}
