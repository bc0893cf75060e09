import { Alert, Button } from 'antd';
import { lazy, Suspense, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { latestRevision, type ProblemBody } from '../api/problem.ts';
import { useRead } from '../api/queries.ts';
import { useSaid } from '../i18n/index.ts';
import { PointLink } from '../time/point-link.tsx';

const Changes = lazy(() => import('./changes.tsx').then(({ Changes: shown }) => ({ default: shown })));

interface RefusedProps {
  readonly problem: ProblemBody;
  /** `command.goOn`: submits again what was typed, against what the others have made of it meanwhile. */
  readonly goOn?: () => void;
  /** What another person did, as the page knows to say it; undefined where it does not: then its name and its data. */
  readonly describe?: (change: ChangeMade) => ReactNode;
}

type ChangeMade = NonNullable<ProblemBody['changes']>[number];

/** Now: a command is judged by it. */
const NOW = {};

/** What the server says; the project that it names by its id, by its name, as a link to it. */
function Why({ problem: { messages, params } }: { readonly problem: ProblemBody }) {
  const said = useSaid();
  const text = said(messages);
  const { projectId } = params;
  const id = typeof projectId === 'string' && text.includes(projectId) ? projectId : undefined;
  const project = useRead('/api/projects/{id}', { path: { id: id ?? '' } }, { at: NOW, enabled: id !== undefined });
  if (id === undefined) return text;
  const [before, after] = text.split(id);
  return (
    <>
      {before}
      <PointLink to={`/projects/${id}`}>{project.data?.name ?? id}</PointLink>
      {after}
    </>
  );
}

/** Why a command was not taken: what the server says, field by field, and what others did meanwhile. */
export function Refused({ problem, goOn, describe }: RefusedProps) {
  const { t } = useTranslation('shown');
  const said = useSaid();
  const { errors = [], changes = [] } = problem;
  return (
    <Alert
      type="error"
      role="alert"
      title={changes.length > 0 ? t('refused.changedMeanwhile') : <Why problem={problem} />}
      description={
        <>
          {errors.length > 0 && (
            <ul>
              {errors.map((error) => (
                <li key={`${error.field} ${error.code}`}>
                  <code>{error.field}</code> {said(error.messages)}
                </li>
              ))}
            </ul>
          )}
          {changes.length > 0 && (
            <Suspense>
              <Changes changes={changes} {...(describe && { describe })} />
            </Suspense>
          )}
          <p className="quiet">{t('refused.kept')}</p>
          {goOn && latestRevision(problem) !== undefined && <Button onClick={goOn}>{t('refused.goOn')}</Button>}
        </>
      }
    />
  );
}
