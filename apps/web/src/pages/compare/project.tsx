import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import type { Answer } from '../../api/client.ts';
import { useRead } from '../../api/queries.ts';
import { useSaid } from '../../i18n/index.ts';
import { Names, Page, Ready, titled, Value } from '../../shown/index.ts';
import { namesIn, OneChange } from '../../time/change.tsx';
import { PointLink } from '../../time/point-link.tsx';
import { earlier, later, withPoint } from '../../time/point.ts';
import { usePoint } from '../../time/use-point.ts';
import { Points, Swapped } from './points.tsx';
import { Presets } from './presets.tsx';
import './compare.css';

type Compared = Answer<'/api/projects/{id}/compare'>;

/** One project at two points: what was only learned of the earlier day, and what happened between the days. */
export default function ComparedProject() {
  const { t } = useTranslation('compare');
  const { projectId: id = '' } = useParams();
  const { comparing } = usePoint();
  const read = useRead('/api/projects/{id}/compare', { path: { id } }, { enabled: comparing });
  return (
    <Page title={t('project')} actions={<PointLink to="/compare">{t('backToAll')}</PointLink>}>
      <Swapped error={read.error} />
      {comparing ? (
        <Ready read={read} rows={10}>
          {(compared) => <Shown id={id} compared={compared} />}
        </Ready>
      ) : (
        <Presets />
      )}
    </Page>
  );
}

const nameIn = (stand: object): string | undefined => {
  const name: unknown = Reflect.get(stand, 'name');
  return typeof name === 'string' ? name : undefined;
};

function Shown({ id, compared }: { readonly id: string; readonly compared: Compared }) {
  const { t } = useTranslation('compare');
  const said = useSaid();
  const { point } = usePoint();
  const { before, after, changes, kinds, from, to } = compared;
  const learned = changes.filter(({ cause }) => cause !== 'happened');
  const happened = changes.filter(({ cause }) => cause === 'happened');
  return (
    <>
      <h2 className="compared-name">
        {nameIn(after) ?? nameIn(before) ?? id}
        {kinds.map(({ kind, label }) => (
          <span key={kind} className={`mark kind ${kind}`}>
            {titled(said(label))}
          </span>
        ))}
      </h2>
      <p className="neighbours">
        <Link to={withPoint(`/projects/${id}`, { ...earlier(point), effectiveOn: from.effectiveOn })}>
          {t('openBefore')}
        </Link>
        <Link to={withPoint(`/projects/${id}`, { ...later(point), effectiveOn: to.effectiveOn })}>
          {t('openAfter')}
        </Link>
      </p>
      <Points from={from} to={to} />
      {changes.length === 0 ? (
        <p className="sheet nothing">{t('noChanges')}</p>
      ) : (
        <Names value={namesIn(compared)}>
          <Part title={t('learned')} hint={t('learnedHint')} changes={learned} />
          <Part title={t('happened')} hint={t('happenedHint')} changes={happened} />
          <Corners compared={compared} />
        </Names>
      )}
    </>
  );
}

interface PartProps {
  readonly title: string;
  readonly hint: string;
  readonly changes: Compared['changes'];
}

function Part({ title, hint, changes }: PartProps) {
  if (changes.length === 0) return null;
  return (
    <section aria-label={title}>
      <h2>{title}</h2>
      <p className="quiet">{hint}</p>
      <div className="sheet">
        {changes.map((change) => (
          <OneChange key={change.field} change={change} />
        ))}
      </div>
    </section>
  );
}

/** The fields that changed as each of the three corners shows them: then, then as known later, later. */
function Corners({ compared: { before, between, after, changes } }: { readonly compared: Compared }) {
  const { t } = useTranslation('compare');
  const said = useSaid();
  const fields = [...new Map(changes.map(({ field, label }) => [field, label]))].filter(
    ([field]) => field !== 'listed',
  );
  if (fields.length === 0) return null;
  return (
    <div className="scrolled corners" tabIndex={0} role="group" aria-label={t('project')}>
      <table className="compared">
        <thead>
          <tr>
            <td />
            <th scope="col">{t('before')}</th>
            <th scope="col">{t('between')}</th>
            <th scope="col">{t('after')}</th>
          </tr>
        </thead>
        <tbody>
          {fields.map(([field, label]) => (
            <tr key={field}>
              <th scope="row">{titled(said(label))}</th>
              {[before, between, after].map((stand, i) => (
                <td key={i}>
                  <Value field={field} value={Reflect.get(stand, field)} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
