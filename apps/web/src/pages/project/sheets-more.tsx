import { useTranslation } from 'react-i18next';
import { useSaid } from '../../i18n/index.ts';
import { ImpreciseDate, Money, NotSaid, Person, shareText, titled, Value } from '../../shown/index.ts';
import { PointLink } from '../../time/point-link.tsx';
import { EventLink } from './event-link.tsx';
import type { ProjectPage } from './head.tsx';
import { Section } from './section.tsx';

const REPORTS_MAX = 3;
const VISITS_MAX = 6;

/** As what it was registered, and what changed since. */
export function Registration({ registration }: { readonly registration: ProjectPage['registration'] }) {
  const { t } = useTranslation(['project', 'facts']);
  const said = useSaid();
  if (!registration) return null;
  const { nature, content, builder, industry, capital, place, source, filedOn, factId, changes } = registration;
  return (
    <Section id="registration" title={t('registration')}>
      <dl className="facts">
        <dt>{t('registered')}</dt>
        <dd>
          <EventLink id={factId}>
            <ImpreciseDate value={filedOn} />
          </EventLink>
        </dd>
        <dt>{t('facts:field.builder')}</dt>
        <dd>
          <Value field="builder" value={builder} />
        </dd>
        <dt>{t('facts:field.content')}</dt>
        <dd>{content ?? <NotSaid />}</dd>
        <dt>{t('facts:field.nature')}</dt>
        <dd>{nature ? titled(said(nature.label)) : <NotSaid />}</dd>
        <dt>{t('facts:field.capital')}</dt>
        <dd>{capital ? titled(said(capital.label)) : <NotSaid />}</dd>
        <dt>{t('facts:field.industry')}</dt>
        <dd>
          <Value field="industry" value={industry} />
        </dd>
        <dt>{t('facts:field.place')}</dt>
        <dd>{place ?? <NotSaid />}</dd>
        <dt>{t('facts:field.source')}</dt>
        <dd>{source ?? <NotSaid />}</dd>
      </dl>
      {changes.length > 0 && (
        <ul className="lines">
          {changes.map((change) => (
            <li key={`${change.field} ${change.filedOn}`}>
              <EventLink id={'factId' in change ? String(change.factId) : undefined}>
                <ImpreciseDate value={change.filedOn} />
              </EventLink>{' '}
              {titled(said(change.label))}
              {t('colon')}
              {change.zone?.name ?? <Value field={change.field} value={change.value} />}
              {change.reason !== undefined && <span className="quiet"> {change.reason}</span>}
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}

/** What was last reported in words. */
export function Reports({ reports }: { readonly reports: ProjectPage['reports'] }) {
  const { t } = useTranslation(['project', 'facts']);
  const told = reports.filter(({ text }) => text !== null).slice(0, REPORTS_MAX);
  if (told.length === 0) return null;
  return (
    <Section id="reports" title={t('reports')}>
      {told.map(({ period, phase, text, nextSteps, difficulties, factIds }) => (
        <dl key={`${period} ${phase ?? ''} ${factIds[0]}`} className="facts">
          <dt>
            <EventLink id={factIds.at(-1)}>
              <ImpreciseDate value={period} />
            </EventLink>
          </dt>
          <dd>
            {text} {phase !== undefined && <small className="phase">{phase}</small>}
          </dd>
          {nextSteps !== null && (
            <>
              <dt>{t('facts:field.nextSteps')}</dt>
              <dd>{nextSteps}</dd>
            </>
          )}
          {difficulties !== null && (
            <>
              <dt>{t('facts:field.difficulties')}</dt>
              <dd className="wrong">{difficulties}</dd>
            </>
          )}
        </dl>
      ))}
    </Section>
  );
}

type Visit = ProjectPage['siteVisits'][number];

function Visits({ id, title, visits, more }: { id: string; title: string; visits: readonly Visit[]; more: number }) {
  const { t } = useTranslation('project');
  if (visits.length === 0) return null;
  const shown = visits.toReversed().slice(0, VISITS_MAX);
  const left = visits.length - shown.length + more;
  return (
    <Section id={id} title={title}>
      <ul className="lines">
        {shown.map(({ factId, on, person, found, text }) => (
          <li key={factId}>
            <EventLink id={factId}>
              <ImpreciseDate value={on} />
            </EventLink>{' '}
            <Person {...person} /> {found ?? text}
          </li>
        ))}
      </ul>
      {left > 0 && <p className="quiet">{t('andMore', { count: left })}</p>}
    </Section>
  );
}

/** Visits to the site, and help that was given. */
export function OnSite({ page }: { readonly page: ProjectPage }) {
  const { t } = useTranslation('project');
  return (
    <>
      <Visits id="visits" title={t('siteVisits')} visits={page.siteVisits} more={page.more.siteVisits} />
      <Visits id="help" title={t('helpActions')} visits={page.helpActions} more={page.more.helpActions} />
    </>
  );
}

/** Lists of key projects it stands or stood on, funds, and the projects it is made of. */
export function Belonging({ page }: { readonly page: ProjectPage }) {
  const { t } = useTranslation('project');
  const said = useSaid();
  const { keyLists, funds, parts, mergedHere } = page;
  return (
    <>
      {keyLists.length > 0 && (
        <Section id="key-lists" title={t('keyLists')}>
          <ul className="lines">
            {keyLists.map(({ year, level, category, doc, removed, factId }) => (
              <li key={factId}>
                <EventLink id={factId}>{year}</EventLink> {titled(said(level.label))} · {titled(said(category.label))}{' '}
                {doc !== undefined && <span className="quiet">{doc}</span>}
                {removed && typeof removed['reason'] === 'string' && (
                  <p className="quiet">
                    {t('removed')}
                    {t('colon')}
                    {removed['reason']}
                  </p>
                )}
              </li>
            ))}
          </ul>
        </Section>
      )}
      {funds.sums.length > 0 && (
        <Section id="funds" title={t('funds')}>
          <p className="sums">
            {funds.sums.map((sum) => (
              <Money key={sum.currency} value={sum} exact />
            ))}
          </p>
        </Section>
      )}
      {parts.length + mergedHere.length > 0 && (
        <Section id="parts" title={t('parts')}>
          <ul className="lines">
            {parts.map(({ id, name, share }) => (
              <li key={id}>
                <PointLink to={`/projects/${id}`}>{name ?? id}</PointLink>{' '}
                {share !== null && <span className="quiet">{t('shareOf', { share: shareText(share) })}</span>}
              </li>
            ))}
            {mergedHere.map(({ id, name }) => (
              <li key={id}>
                <PointLink to={`/projects/${id}`}>{name ?? id}</PointLink>{' '}
                <span className="quiet">{t('mergedHere')}</span>
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>
  );
}
