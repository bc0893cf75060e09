import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { dayOf } from '#kernel/dates';
import { useSaid } from '../../i18n/index.ts';
import { Empty, ImpreciseDate, titled } from '../../shown/index.ts';
import { EventLink } from './event-link.tsx';
import type { Event } from './events.ts';
import type { ProjectPage } from './head.tsx';
import { Section } from './section.tsx';

const EVIDENCE_MAX = 4;
type Finding = ProjectPage['findings'][number];

interface FindingsProps {
  readonly page: ProjectPage;
  readonly events: readonly Event[];
  /** Undefined where nothing can be filed. */
  readonly explain?: (findingId: string) => void;
}

function Evidence({ factIds, events }: { readonly factIds: readonly string[]; readonly events: readonly Event[] }) {
  const { t } = useTranslation(['project', 'shown']);
  const said = useSaid();
  const facts = factIds.flatMap((id) => events.filter(({ eventId }) => eventId === id)).slice(-EVIDENCE_MAX);
  if (facts.length === 0) return null;
  return (
    <span className="quiet">
      {t('evidence')}
      {t('colon')}
      {facts.map(({ eventId, label, on, filedAt }, i) => (
        <span key={eventId}>
          {i > 0 && t('shown:listed')}
          <EventLink id={eventId}>
            {said(label)} <ImpreciseDate value={on && on.date !== 'unknown' ? on.date : dayOf(filedAt)} />
          </EventLink>
        </span>
      ))}
      {factIds.length > facts.length && ` ${t('andMore', { count: factIds.length - facts.length })}`}
    </span>
  );
}

function One({ finding, events, explain }: { readonly finding: Finding } & Pick<FindingsProps, 'events' | 'explain'>) {
  const { t } = useTranslation('project');
  const said = useSaid();
  const { explanation } = finding;
  return (
    <li className={explanation ? 'explained' : 'open'}>
      <p>
        <strong>{titled(said(finding.messages))}</strong>{' '}
        <small className="quiet">
          {t('foundSince')} <ImpreciseDate value={finding.since} />
        </small>
      </p>
      <p>
        <Evidence factIds={finding.factIds} events={events} />
        {explain && !explanation && (
          <Button size="small" type="link" onClick={() => explain(finding.id)}>
            {t('explain')}
          </Button>
        )}
      </p>
      {explanation && (
        <p>
          <span className="mark">{t('explained')}</span> {explanation.text}{' '}
          <EventLink id={explanation.factId}>
            <ImpreciseDate value={explanation.filedOn} />
          </EventLink>
        </p>
      )}
    </li>
  );
}

/** What the rules find in the facts, each with the events it rests on and what was said to it. */
export function Findings({ page, events, explain }: FindingsProps) {
  const { t } = useTranslation('project');
  const rank = ({ explanation }: Finding): number => (explanation ? 1 : 0);
  const ordered = page.findings.toSorted((a, b) => rank(a) - rank(b) || (a.since > b.since ? -1 : 1));
  return (
    <Section id="findings" title={t('findings', { count: page.findings.length })} className="findings-part">
      {ordered.length === 0 && <Empty />}
      <ul className="findings" tabIndex={0} aria-label={t('findings', { count: page.findings.length })}>
        {ordered.map((finding) => (
          <One key={finding.id} finding={finding} events={events} {...(explain && { explain })} />
        ))}
      </ul>
    </Section>
  );
}
