import { useTranslation } from 'react-i18next';
import type { Schemas } from '../api/client.ts';
import { useSaid } from '../i18n/index.ts';
import { PointLink } from '../time/point-link.tsx';
import { NotSaid } from './not-said.tsx';

type StageName = Schemas['ProjectItemShape']['stage'];
type StandingName = Schemas['ProjectPageShape']['standing'];
type Said = Schemas['TextsShape'];

/** A word of the trade that stands alone: `land supplied` is `Land supplied`; Chinese stays as it is. */
export const titled = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

/** How far along the spine each stage is. It does not compile where the API has another stage, or one less. */
const RANKS: Readonly<Record<StageName, number>> = {
  registered: 0,
  planned: 1,
  lead: 2,
  admitted: 3,
  signed: 4,
  filed: 5,
  landSupplied: 6,
  permitted: 7,
  constructionStarted: 8,
  completed: 9,
  inProduction: 10,
  atCapacity: 11,
};

/** The spine, in order. */
export const STAGES: readonly StageName[] = (Object.keys(RANKS) as StageName[]).toSorted(
  (one, other) => RANKS[one] - RANKS[other],
);

interface StageProps {
  readonly stage: StageName;
  /** The zone's own word for it, as answers carry it. */
  readonly label?: Said;
  /** Further, but only possible. */
  readonly possible?: StageName | undefined;
}

/** Where a project is on the spine: a word, and a bar that is as long as the way behind it. */
export function Stage({ stage, label, possible }: StageProps) {
  const { t } = useTranslation('shown');
  const said = useSaid();
  const rank = RANKS[stage];
  return (
    <span className="stage" data-rank={rank}>
      <meter className="way" min={0} max={STAGES.length - 1} value={rank} aria-hidden="true" />
      {titled(label ? said(label) : t(`stage.${stage}`))}
      {possible && (
        <span className="quiet" title={t('possible', { stage: t(`stage.${possible}`) })}>
          ?<span className="unseen">{t('possible', { stage: t(`stage.${possible}`) })}</span>
        </span>
      )}
    </span>
  );
}

/** Whether a project goes on; nothing for one that does. */
export function Standing({ standing, label }: { readonly standing: StandingName; readonly label?: Said }) {
  const { t } = useTranslation('shown');
  const said = useSaid();
  if (standing === 'active') return null;
  return <span className={`mark ${standing}`}>{titled(label ? said(label) : t(`standing.${standing}`))}</span>;
}

interface Named {
  readonly id: string | null;
  readonly name: string | null | undefined;
}

/** A person by name, as a link to the page of what they hold; `nobody` where the role is not held. */
export function Person({ id, name }: Named) {
  const { t } = useTranslation('shown');
  if (id === null) return <span className="quiet">{t('nobody')}</span>;
  return <PointLink to={`/leaders/${id}`}>{name ?? t('unknownPerson')}</PointLink>;
}

/** A zone by name, as a link to its projects. */
export function Zone({ id, name }: Named) {
  if (id === null) return <NotSaid />;
  return <PointLink to={`/projects?zoneId=${id}`}>{name ?? id}</PointLink>;
}

interface ProjectOfZoneProps {
  readonly project: { readonly id: string; readonly name: string | null; readonly number: number };
  readonly zone: Named;
}

/** A project by name, as a link to its page, and its zone beside it. */
export function ProjectOfZone({ project: { id, name, number }, zone }: ProjectOfZoneProps) {
  return (
    <span>
      <PointLink to={`/projects/${id}`}>{name ?? number}</PointLink>{' '}
      <small>
        <Zone id={zone.id} name={zone.name} />
      </small>
    </span>
  );
}
