import { useTranslation } from 'react-i18next';
import type { Answer, Schemas } from '../../api/client.ts';
import { useSaid } from '../../i18n/index.ts';
import { Money, NotSaid, Person, Stage, Standing, titled, Zone } from '../../shown/index.ts';
import { PointLink } from '../../time/point-link.tsx';

export type ProjectPage = Answer<'/api/projects/{id}'>;

function OtherProject({ project: { id, name } }: { readonly project: Schemas['NamedShape'] }) {
  return <PointLink to={`/projects/${id}`}>{name ?? id}</PointLink>;
}

/** What it is, where it stands, who answers for it, and its money. */
export function Head({ page }: { readonly page: ProjectPage }) {
  const { t } = useTranslation(['project', 'shown']);
  const said = useSaid();
  const related = page.mergedInto ?? page.splitFrom;
  return (
    <dl className="sheet key-facts">
      <div>
        <dt>{t('stage')}</dt>
        <dd>
          <Stage stage={page.stage} label={page.stageLabel} possible={page.possibleStage} />{' '}
          <Standing standing={page.standing} label={page.standingLabel} />
        </dd>
      </div>
      <div>
        <dt>{t('code')}</dt>
        <dd className="figure">{page.code ?? <NotSaid />}</dd>
      </div>
      <div>
        <dt>{t('zone')}</dt>
        <dd>
          <Zone id={page.zoneId} name={page.zoneName} />
        </dd>
      </div>
      <div>
        <dt>{t('leader')}</dt>
        <dd>
          <Person id={page.leaderId} name={page.leaderName} />
          {page.coLeaderIds.map((id, i) => (
            <span key={id}>
              {t('shown:listed')}
              <Person id={id} name={page.coLeaderNames[i]} />
            </span>
          ))}
        </dd>
      </div>
      <div>
        <dt>{t('responsible')}</dt>
        <dd>
          <Person id={page.responsiblePersonId} name={page.responsiblePersonName} />
          {page.responsibleUnitName && <span className="quiet"> · {page.responsibleUnitName}</span>}
        </dd>
      </div>
      <div>
        <dt>{t('agentUnit')}</dt>
        <dd>{page.agentUnitName ?? <NotSaid />}</dd>
      </div>
      <div>
        <dt>{t('total')}</dt>
        <dd>
          <Money value={page.totalInvestment} exact />
        </dd>
      </div>
      <div>
        <dt>{t('invested')}</dt>
        <dd>
          <Money value={page.invested} exact />
        </dd>
      </div>
      <div>
        <dt>{t('year')}</dt>
        <dd>
          <Money value={page.investedThisYear} exact />
        </dd>
      </div>
      {related && (
        <div>
          <dt>{t(page.mergedInto ? 'mergedInto' : 'splitFrom')}</dt>
          <dd>
            <OtherProject project={related.project} />
          </dd>
        </div>
      )}
      {page.countedAs.id !== 'project' && (
        <div>
          <dt>{t('countedAs')}</dt>
          <dd>{titled(said(page.countedAs.label))}</dd>
        </div>
      )}
    </dl>
  );
}
