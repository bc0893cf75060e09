import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { useRead } from '../../api/queries.ts';
import { Money, Page, Person, Ready, Stage, Standing, Zone } from '../../shown/index.ts';

export default function Project() {
  const { t } = useTranslation('project');
  const { id = '' } = useParams();
  const project = useRead('/api/projects/{id}', { path: { id } });
  return (
    <Page title={project.data?.name ?? t('title')}>
      <Ready read={project}>
        {(page) => (
          <dl className="facts sheet">
            <dt>{t('stage')}</dt>
            <dd>
              <Stage stage={page.stage} label={page.stageLabel} possible={page.possibleStage} />{' '}
              <Standing standing={page.standing} label={page.standingLabel} />
            </dd>
            <dt>{t('zone')}</dt>
            <dd>
              <Zone id={page.zoneId} name={page.zoneName} />
            </dd>
            <dt>{t('leader')}</dt>
            <dd>
              <Person id={page.leaderId} name={page.leaderName} />
            </dd>
            <dt>{t('total')}</dt>
            <dd>
              <Money value={page.totalInvestment} exact />
            </dd>
            <dt>{t('year')}</dt>
            <dd>
              <Money value={page.investedThisYear} exact />
            </dd>
          </dl>
        )}
      </Ready>
    </Page>
  );
}
