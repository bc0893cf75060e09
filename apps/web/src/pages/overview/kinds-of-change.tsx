import { useTranslation } from 'react-i18next';
import { useLanguage, useSaid } from '../../i18n/index.ts';
import { countText, dateText, titled } from '../../shown/index.ts';
import { PointLink } from '../../time/point-link.tsx';
import { addressWith } from './addresses.ts';
import type { Changed } from './use-change.ts';

interface KindsProps {
  readonly changed: Changed;
  readonly zoneId?: string;
}

/** Under the stages: how many projects changed, in which way, each way opening its list; and what it cannot tell apart. */
export function KindsOfChange({ changed, zoneId }: KindsProps) {
  const { t } = useTranslation('overview');
  const { from, begun, comparing } = changed;
  if (!begun) return null;
  return (
    <div className="overview-kinds">
      <Kinds changed={changed} {...(zoneId && { zoneId })} />
      {!comparing && from.fromKnownAt === undefined && <p className="quiet">{t('stages.oneClock')}</p>}
    </div>
  );
}

function Kinds({ changed, zoneId }: KindsProps) {
  const { t } = useTranslation('overview');
  const said = useSaid();
  const language = useLanguage();
  const { compared, since, from, comparing } = changed;
  if (!compared.data) return null;
  const { projects, kinds } = compared.data;
  const all = comparing
    ? t('stages.changedBetween', { count: projects })
    : t('stages.changedSince', { day: dateText(since, language), count: projects });
  return (
    <>
      <p>{projects === 0 ? all : <PointLink to={addressWith('/compare', { zoneId, ...from })}>{all}</PointLink>}</p>
      <ul>
        {kinds
          .filter((kind) => kind.projects > 0)
          .map((kind) => (
            <li key={kind.kind}>
              <PointLink to={addressWith('/compare', { zoneId, kind: kind.kind, ...from })}>
                {titled(said(kind.label))} <span className="figure">{countText(kind.projects)}</span>
              </PointLink>
            </li>
          ))}
      </ul>
    </>
  );
}
