import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useSaid } from '../../i18n/index.ts';
import { Area, ImpreciseDate, Money, NotSaid, titled } from '../../shown/index.ts';
import { EventLink } from './event-link.tsx';
import type { ProjectPage } from './head.tsx';
import { Section } from './section.tsx';

type Agreed = ProjectPage['land'][number]['handover'];

/** What was agreed, what came of it, and how late that is. */
function Kept({ name, value }: { readonly name: string; readonly value: Agreed }) {
  const { t } = useTranslation('project');
  const { agreed, actual, daysLate } = value;
  if (agreed === null && actual === null) return null;
  return (
    <>
      <dt>{titled(name)}</dt>
      <dd>
        {t('agreed')} <ImpreciseDate value={agreed} />
        {t('comma')}
        {t('came')} <ImpreciseDate value={actual} />{' '}
        {daysLate !== null && daysLate > 0 && (
          <span className={`differs ${actual === null ? 'overdue' : 'late'}`}>
            {t(actual === null ? 'differs.overdue' : 'differs.late', { days: daysLate })}
          </span>
        )}
      </dd>
    </>
  );
}

function Said({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </>
  );
}

function Phase({ value }: { readonly value: string | undefined }) {
  return value === undefined ? null : <small className="phase">{value}</small>;
}

/** Land as it was supplied: its terms and what was kept of them. */
export function Land({ land }: { readonly land: ProjectPage['land'] }) {
  const { t } = useTranslation(['project', 'facts']);
  const said = useSaid();
  if (land.length === 0) return null;
  return (
    <Section id="land" title={t('land')}>
      {land.map((one) => (
        <dl key={one.factId} className="facts">
          <Said name={t('supplied')}>
            <EventLink id={one.factId}>
              <ImpreciseDate value={one.on} />
            </EventLink>{' '}
            {titled(said(one.mode.label))} <Phase value={one.phase} />
          </Said>
          <Said name={t('facts:field.area')}>
            <Area value={one.area} />
            {one.termYears !== null && ` · ${t('years', { count: one.termYears })}`}
            {one.standardLand === true && ` · ${t('facts:field.standardLand')}`}
          </Said>
          {one.contractNo !== null && <Said name={t('facts:field.contractNo')}>{one.contractNo}</Said>}
          <Kept name={t('facts:milestone.landHandedOver')} value={one.handover} />
          <Kept name={t('facts:milestone.constructionStarted')} value={one.start} />
          <Kept name={t('facts:milestone.completed')} value={one.completion} />
        </dl>
      ))}
    </Section>
  );
}

/** Contracts: what was agreed on and what was kept. */
export function Contracts({ contracts }: { readonly contracts: ProjectPage['contracts'] }) {
  const { t } = useTranslation(['project', 'facts']);
  if (contracts.length === 0) return null;
  return (
    <Section id="contracts" title={t('contracts')}>
      {contracts.map((one) => (
        <dl key={one.factId} className="facts">
          <Said name={t('facts:milestone.signed')}>
            <EventLink id={one.factId}>
              <ImpreciseDate value={one.on} />
            </EventLink>{' '}
            <Phase value={one.phase} />
          </Said>
          <Said name={t('facts:field.contractNo')}>{one.contractNo ?? <NotSaid />}</Said>
          <Said name={t('facts:field.contractAmount')}>
            <Money value={one.contractAmount} />
          </Said>
          <Kept name={t('facts:milestone.constructionStarted')} value={one.start} />
          <Kept name={t('facts:milestone.inProduction')} value={one.production} />
        </dl>
      ))}
    </Section>
  );
}

/** Permits: where each stands, since when, and how long it took. */
export function Permits({ permits }: { readonly permits: ProjectPage['permits'] }) {
  const { t } = useTranslation(['project', 'facts']);
  const said = useSaid();
  if (permits.length === 0) return null;
  return (
    <Section id="permits" title={t('permits')}>
      <table className="plain cards">
        <thead>
          <tr>
            <th scope="col">{t('facts:field.item')}</th>
            <th scope="col">{t('facts:field.state')}</th>
            <th scope="col">{t('since')}</th>
            <th scope="col">{t('elapsed')}</th>
          </tr>
        </thead>
        <tbody>
          {permits.map(({ item, state, since, elapsedDays, phase }) => (
            <tr key={`${item.id} ${phase ?? ''}`}>
              <th scope="row">
                {item.name ?? item.id} <Phase value={phase} />
              </th>
              <td data-title={t('facts:field.state')}>
                <span className={`permit ${state.id}`}>{titled(said(state.label))}</span>
              </td>
              <td data-title={t('since')}>
                <ImpreciseDate value={since} />
              </td>
              <td data-title={t('elapsed')} className="figure">
                {elapsedDays === null ? <NotSaid /> : t('days', { count: elapsedDays })}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  );
}
