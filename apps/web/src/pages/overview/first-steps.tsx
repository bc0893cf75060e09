import { useTranslation } from 'react-i18next';
import { PointLink } from '../../time/point-link.tsx';

/** In place of figures where nothing was filed yet: the ways to begin. */
export function FirstSteps() {
  const { t } = useTranslation('overview');
  return (
    <section className="overview-first sheet" aria-labelledby="first-steps">
      <h2 id="first-steps">{t('first.title')}</h2>
      <p className="quiet">{t('first.hint')}</p>
      <ol>
        <li>
          <h3>{t('first.byHand')}</h3>
          <p>{t('first.registerHint')}</p>
          <p>
            <PointLink to="/projects/new">{t('first.register')}</PointLink>
            {' · '}
            <a href="/api/docs">{t('first.api')}</a>
          </p>
        </li>
        <li>
          <h3>{t('first.import')}</h3>
          <p>{t('first.importHint')}</p>
          <code>npm run taizhang -- import set &lt;set.json&gt;</code>
        </li>
        <li>
          <h3>{t('first.demo')}</h3>
          <p>{t('first.demoHint')}</p>
          <code>npm run demo</code>
        </li>
      </ol>
    </section>
  );
}
