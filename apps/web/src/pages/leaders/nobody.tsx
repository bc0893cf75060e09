import { useTranslation } from 'react-i18next';
import { usePages } from '../../api/queries.ts';
import { countText, ListFoot, ListHead, Page, Stale } from '../../shown/index.ts';
import { PointLink } from '../../time/point-link.tsx';
import { usePoint } from '../../time/use-point.ts';
import { Figures } from './figures.tsx';
import { HeldProjects } from './held-projects.tsx';
import { PrintButton, PrintFoot } from './print-foot.tsx';
import { useSearchParams } from '../../time/use-search-params.ts';

const LIMIT = 200;
const ROLES = ['responsiblePerson', 'responsibleUnit', 'agentUnit'] as const;

/** The projects that nobody answers for, and the days they were without. */
export function Nobody() {
  const { t } = useTranslation('leaders');
  const { past } = usePoint();
  const [search] = useSearchParams();
  const role = ROLES.find((one) => one === search.get('role'));
  const read = usePages('/api/leaders/nobody', { query: { limit: LIMIT, ...(role && { role }) } });
  const first = read.data?.pages[0];
  const held = read.data?.pages.flatMap(({ items }) => items) ?? [];
  const days = (count: number): string => t('figure.days', { n: countText(count) });
  const actions = (
    <div className="actions leader-actions">
      {!past && role === undefined && held.length > 0 && (
        <PointLink className="button" to="/leaders/nobody/hand-over">
          {t('assign')}
        </PointLink>
      )}
      <PrintButton />
    </div>
  );
  return (
    <Page title={t('nobody')} actions={actions}>
      <ListHead list={read} rows={8} />
      {first && (
        <div className={read.isPlaceholderData ? 'being-replaced' : 'leader-sheet'} aria-busy={read.isPlaceholderData}>
          <Stale lag={first.lag} />
          <p className="post quiet">{role ? t(`roles.${role}`) : t('nobodyHint')}</p>
          <Figures
            of={[
              { key: 'projects', label: t('figure.unheld'), value: first.projects },
              { key: 'unheld', label: t('figure.unheldDays'), value: first.unheldDays, words: days(first.unheldDays) },
            ]}
          />
          <HeldProjects held={held} />
          <ListFoot list={read} />
          <PrintFoot effectiveOn={first.effectiveOn} seq={first.asOf.seq} />
        </div>
      )}
    </Page>
  );
}
