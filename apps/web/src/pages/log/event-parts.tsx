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
};

/** Whom an event is about: its kind and its name, leading to its page where it has one. */
export function Subject({ subject: { category, label, id, name } }: { readonly subject: Logged['subject'] }) {
  const { t } = useTranslation('log');
  const said = useSaid();
  const page = PAGE_OF[category];
  const named = name ?? t('noName');
  return (
    <span className="flow">
      {category !== 'project' && <span className="quiet">{titled(said(label))} </span>}
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
