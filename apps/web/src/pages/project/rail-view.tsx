import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useSaid } from '../../i18n/index.ts';
import { ImpreciseDate, NotSaid, titled } from '../../shown/index.ts';
import { EventLink } from './event-link.tsx';
import { verbOf } from './forms.ts';
import type { ProjectPage } from './head.tsx';
import { railOf, type Difference, type RailEntry, type RailStep } from './rail.ts';
import { Section } from './section.tsx';

function Differs({ value }: { readonly value: Difference | undefined }) {
  const { t } = useTranslation('project');
  if (!value) return null;
  const { kind, least, most } = value;
  const days = least === most ? String(least) : `${least}–${most}`;
  return <span className={`differs ${kind}`}>{t(`differs.${kind}`, { days })}</span>;
}

function Planned({ entry, which }: { readonly entry: RailEntry; readonly which: 'baseline' | 'current' }) {
  const { t } = useTranslation('project');
  const { plan } = entry;
  if (!plan) return <NotSaid />;
  const fact = which === 'baseline' ? plan.factIds?.[0] : plan.factIds?.at(-1);
  return (
    <>
      <EventLink id={fact}>
        <ImpreciseDate value={plan[which]} />
      </EventLink>{' '}
      <Differs value={which === 'baseline' ? entry.againstFirst : entry.againstCurrent} />
      {which === 'current' && plan.moves.length > 0 && (
        <small className="quiet"> {t('moves', { count: plan.moves.length })}</small>
      )}
    </>
  );
}

function Actual({ entry, state }: { readonly entry: RailEntry | undefined; readonly state: RailStep['state'] }) {
  const { t } = useTranslation('project');
  if (entry?.on !== undefined) {
    return (
      <EventLink id={entry.factId}>
        <ImpreciseDate value={entry.on} />
      </EventLink>
    );
  }
  if (state === 'skipped') return <span className="quiet">{t('state.skipped')}</span>;
  if (state === 'possible') return <span className="quiet">{t('state.possible')}</span>;
  return <NotSaid />;
}

/** Opens a form; undefined where nothing can be filed. */
type Act = ((what: { readonly do: string; readonly milestone?: string }) => void) | undefined;

/** What can be filed of a milestone that was not reached: that it was, also of one that was skipped, or another plan. */
function Filing({ step, plan, act }: { readonly step: RailStep; readonly plan: boolean; readonly act: Act }) {
  const { t } = useTranslation(['project', 'facts']);
  const { milestone, state } = step;
  const verb = plan ? 'reschedule' : verbOf(milestone);
  if (!act || verb === undefined || state === 'reached' || (plan && state === 'skipped')) return null;
  return (
    <Button
      size="small"
      type="link"
      aria-label={`${t(plan ? 'move' : 'file')}${t('colon')}${t(`facts:milestone.${milestone as 'signed'}`)}`}
      onClick={() => act(plan ? { do: verb, milestone } : { do: verb })}
    >
      {t(plan ? 'move' : 'file')}
    </Button>
  );
}

function Rows({ step, act }: { readonly step: RailStep; readonly act: Act }) {
  const { t } = useTranslation(['project', 'facts']);
  const said = useSaid();
  const entries: readonly (RailEntry | undefined)[] = step.entries.length === 0 ? [undefined] : step.entries;
  return entries.map((entry, i) => (
    <tr
      key={entry?.phase ?? ''}
      className={[step.state, step.beside && 'beside', i > 0 && 'more', !entry?.plan && 'bare']
        .filter(Boolean)
        .join(' ')}
    >
      <th scope="row">
        <span className="node" aria-hidden="true" />
        <span className={i > 0 ? 'unseen' : undefined}>
          {titled(step.label ? said(step.label) : t(`facts:milestone.${step.milestone as 'signed'}`))}
        </span>
        {entry?.phase && <small className="phase">{entry.phase}</small>}
      </th>
      <td data-title={t('firstPlan')}>{entry ? <Planned entry={entry} which="baseline" /> : <NotSaid />}</td>
      <td data-title={t('currentPlan')}>
        {entry ? <Planned entry={entry} which="current" /> : <NotSaid />}
        {entry?.plan && <Filing step={step} plan act={act} />}
      </td>
      <td data-title={t('actual')}>
        <Actual entry={entry} state={step.state} />
        {i === 0 && <Filing step={step} plan={false} act={act} />}
      </td>
    </tr>
  ));
}

/** The lifecycle: every milestone with its first plan, its current plan and what came of it. */
export function Rail({ page, act }: { readonly page: ProjectPage; readonly act: Act }) {
  const { t } = useTranslation('project');
  return (
    <Section id="rail" title={t('rail')}>
      <table className="rail">
        <thead>
          <tr>
            <th scope="col">{t('node')}</th>
            <th scope="col">{t('firstPlan')}</th>
            <th scope="col">{t('currentPlan')}</th>
            <th scope="col">{t('actual')}</th>
          </tr>
        </thead>
        <tbody>
          {railOf(page).map((step) => (
            <Rows key={step.milestone} step={step} act={act} />
          ))}
        </tbody>
      </table>
    </Section>
  );
}
