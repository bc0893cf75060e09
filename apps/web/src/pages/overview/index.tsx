import { useTranslation } from 'react-i18next';
import type { Answer } from '../../api/client.ts';
import { useRead } from '../../api/queries.ts';
import { Empty, ExactSwitch, Page, Ready } from '../../shown/index.ts';
import { usePoint } from '../../time/use-point.ts';
import { Curve } from './curve-section.tsx';
import { Due } from './due.tsx';
import { Findings } from './findings.tsx';
import { FirstSteps } from './first-steps.tsx';
import { Stages } from './stages.tsx';
import { Targets } from './targets.tsx';
import { Totals } from './totals.tsx';
import { useFirstEvent } from './use-change.ts';
import { useParam } from './use-param.ts';
import { ZoneFilter } from './zone-filter.tsx';
import { Zones } from './zones.tsx';
import './lines.css';
import './overview.css';

type Summary = Answer<'/api/projects/summary'>;

/** What the page shows of Monday morning: where everything stands, what has changed, what is late, and what comes. */
export default function Overview() {
  const { t } = useTranslation('overview');
  const { past } = usePoint();
  const [zoneId, setZone] = useParam('zoneId');
  const summary = useRead('/api/projects/summary', { query: { ...(zoneId && { zoneId }) } });
  useFirstEvent(); // asked for beside the sums, so that the change since a day need not wait for it
  const controls = (
    <div className="overview-controls">
      <ExactSwitch />
      <ZoneFilter zoneId={zoneId} onChange={setZone} />
    </div>
  );
  return (
    <Page title={t('title')} actions={summary.data && !isEmpty(summary.data, zoneId) && controls}>
      <Ready read={summary} rows={14}>
        {(figures) =>
          !isEmpty(figures, zoneId) ? (
            <Sheet summary={figures} zoneId={zoneId} />
          ) : past ? (
            <Empty>{t('emptyThen')}</Empty>
          ) : (
            <FirstSteps />
          )
        }
      </Ready>
    </Page>
  );
}

const isEmpty = ({ projects }: Summary, zoneId: string | undefined): boolean => projects === 0 && zoneId === undefined;

function Sheet({ summary, zoneId }: { readonly summary: Summary; readonly zoneId: string | undefined }) {
  const day = summary.effectiveOn;
  const zone = zoneId === undefined ? {} : { zoneId };
  return (
    <div className="overview">
      <Totals summary={summary} {...zone} />
      <div className="overview-pair">
        <div>
          <Stages summary={summary} {...zone} />
          <Curve day={day} {...zone} />
        </div>
        <div>
          <Due {...zone} />
          <Findings {...zone} />
        </div>
      </div>
      <Targets day={day} {...zone} />
      <Zones zones={summary.zones} stages={summary.stages} />
    </div>
  );
}
