import { useTranslation } from 'react-i18next';
import type { Answer } from '../../api/client.ts';
import { useSaid } from '../../i18n/index.ts';
import { ImpreciseDate, Instant, titled } from '../../shown/index.ts';
import { PointLink } from '../../time/point-link.tsx';

type Logged = Answer<'/api/events'>['items'][number];

const PAGE_OF: Readonly<Record<string, (id: string) => string>> = {
  project: (id) => `/projects/${id}`,
  person: (id) => `/leaders/${id}`,
  zone: (id) => `/projects?zoneId=${id}`,
  organization: (id) => `/leaders/units/${id}`,
  target: (id) => `/targets/${id}`,
  reassignment: (id) => `/reassignments/${id}`,
};

/** Whom an event is about: its kind and its name, leading to its page where it has one. */
export function Subject({ subject: { category, label, id, name } }: { readonly subject: Logged['subject'] }) {
  const { t } = useTranslation('log');
  const said = useSaid();
  const page = PAGE_OF[category];
  const kind = titled(said(label));
  // What never has a name, an order as well as a catalogue, is called by its kind.
  const named = name ?? (category === 'project' ? t('noName') : kind);
  return (
    <span className="flow">
      {category !== 'project' && name !== null && <span className="quiet">{kind} </span>}
      {page ? (
        <PointLink to={page(id)} title={named}>
          {named}
        </PointLink>
      ) : (
        <span title={id}>{named}</span>
      )}
    </span>
  );
}

/** When it happened, as it was reported. */
export function Happened({ on }: Pick<Logged, 'on'>) {
  return <ImpreciseDate value={on?.date} />;
}

/** When it was filed, and whether that is only claimed. */
export function Filed({ at, claimed }: { readonly at: string; readonly claimed: boolean }) {
  const { t } = useTranslation('log');
  return (
    <>
      <Instant value={at} />
      {claimed && (
        <small className="quiet" title={t('claimedHint')}>
          {' '}
          {t('claimed')}
        </small>
      )}
    </>
  );
}

/** The way an event came: the page, a program, or a row of a file. */
export function Source({ source: { kind, file, row } }: Pick<Logged, 'source'>) {
  const { t } = useTranslation('log');
  return (
    <>
      {kind && t(`sources.${kind}`)}
      {file !== undefined && <small className="quiet"> {t('importAt', { file, row })}</small>}
    </>
  );
}

/** In which role somebody acted. */
export function Role({ of: { role } }: { readonly of: Logged['actor'] }) {
  const { t } = useTranslation('log');
  return <span className="quiet">{t('role', { role: t(`roles.${role}` as 'roles.coordinator', role) })}</span>;
}
