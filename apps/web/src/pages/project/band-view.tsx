import { useTranslation } from 'react-i18next';
import { useLanguage, useSaid } from '../../i18n/index.ts';
import { dateText, ImpreciseDate, NotSaid, Person, titled } from '../../shown/index.ts';
import { bandsOf, placeOf, yearsBetween, type Band, type Held } from './band.ts';
import { EventLink } from './event-link.tsx';
import type { ProjectPage } from './head.tsx';
import { Section } from './section.tsx';

const PEOPLE = new Set(['lead', 'coLead', 'responsiblePerson']);

interface SpanProps {
  readonly held: Held;
  readonly first: string;
  readonly last: string;
}

function Span({ held, first, last }: SpanProps) {
  const { t } = useTranslation('project');
  const language = useLanguage();
  const { left, width } = placeOf(held, first, last);
  const name = held.tenure ? (held.tenure.holder.name ?? held.tenure.holder.id) : t('nobody');
  const until = held.tenure?.until === null ? t('untilNow') : dateText(held.until, language);
  return (
    <div
      className={`span${held.tenure ? '' : ' gap'}`}
      style={{ insetInlineStart: `${left}%`, width: `${width}%` }}
      title={`${name} ${dateText(held.from, language)} – ${until}`}
    >
      <span>{name}</span>
    </div>
  );
}

function useRoleName(): (band: Band) => string {
  const { t } = useTranslation('project');
  const said = useSaid();
  return ({ role, label }) => (label ? titled(said(label)) : t(`role.${role}`));
}

function Table({ bands }: { readonly bands: readonly Band[] }) {
  const { t } = useTranslation('project');
  const roleName = useRoleName();
  const rows = bands.flatMap((band) =>
    [...band.lanes.flat(), ...band.gaps].toSorted((a, b) => (a.from < b.from ? -1 : 1)).map((held) => ({ band, held })),
  );
  return (
    <table className="plain">
      <thead>
        <tr>
          <th scope="col">{t('roleHead')}</th>
          <th scope="col">{t('holder')}</th>
          <th scope="col">{t('since')}</th>
          <th scope="col">{t('until')}</th>
          <th scope="col">{t('doc')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ band, held: { from, until, tenure } }) => (
          <tr key={`${band.role} ${from} ${tenure?.holder.id ?? ''}`}>
            <td>{roleName(band)}</td>
            <td>
              {tenure && PEOPLE.has(band.role) && <Person {...tenure.holder} />}
              {tenure && !PEOPLE.has(band.role) && (tenure.holder.name ?? tenure.holder.id)}
              {!tenure && <span className="quiet">{t('nobody')}</span>}
              {tenure?.joint && <small className="quiet"> {t('joint')}</small>}
            </td>
            <td>
              <EventLink id={tenure && 'factId' in tenure ? String(tenure.factId) : undefined}>
                <ImpreciseDate value={tenure?.from ?? from} />
              </EventLink>
            </td>
            <td>{tenure?.until === null ? t('untilNow') : <ImpreciseDate value={until} />}</td>
            <td>{tenure && 'doc' in tenure ? String(tenure.doc) : <NotSaid />}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Who answered for the project, when, and when nobody did. */
export function Roles({ page }: { readonly page: ProjectPage }) {
  const { t } = useTranslation('project');
  const roleName = useRoleName();
  if (page.tenures.length === 0) {
    return (
      <Section id="roles" title={t('roles')}>
        <p className="quiet">{t('noTenures')}</p>
      </Section>
    );
  }
  const last = page.effectiveOn;
  const started = page.tenures.map(({ fromDay }) => fromDay);
  const first = [page.registration?.filedOn ?? last, ...started].toSorted()[0] ?? last;
  const bands = bandsOf(page.tenures, first, last);
  const years = yearsBetween(first, last);
  return (
    <Section id="roles" title={t('roles')}>
      <div className="bands" aria-hidden="true">
        <div className="years">
          {years.map((day) => (
            <span key={day} style={{ insetInlineStart: `${placeOf({ from: day, until: day }, first, last).left}%` }}>
              {day.slice(0, 4)}
            </span>
          ))}
        </div>
        {bands.map((band) => (
          <div key={band.role} className="band">
            <span className="role">{roleName(band)}</span>
            <div className="lanes">
              {(band.lanes.length === 0 ? [[]] : band.lanes).map((lane, i) => (
                <div key={i} className="lane">
                  {[...lane, ...(i === 0 ? band.gaps : [])].map((held) => (
                    <Span key={`${held.from} ${held.tenure?.holder.id ?? ''}`} held={held} first={first} last={last} />
                  ))}
                </div>
              ))}
            </div>
          </div>
        ))}
      </div>
      <details>
        <summary>{t('asTable')}</summary>
        <div className="scroll" tabIndex={0} role="region" aria-label={t('roles')}>
          <Table bands={bands} />
        </div>
      </details>
    </Section>
  );
}
