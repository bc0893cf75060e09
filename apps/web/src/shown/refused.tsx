import { Alert, Button } from 'antd';
import { lazy, Suspense, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { latestRevision, type ProblemBody } from '../api/problem.ts';
import { useFaults } from './faults.ts';
import { Why } from './why.tsx';

const Changes = lazy(() => import('./changes.tsx').then(({ Changes: shown }) => ({ default: shown })));

interface RefusedProps {
  readonly problem: ProblemBody;
  /** The type of the fact that was filed: it may have names of its own for its fields. */
  readonly type?: string;
  /** `command.goOn`: submits again what was typed, against what the others have made of it meanwhile. */
  readonly goOn?: () => void;
  /** What another person did, as the page knows to say it; undefined where it does not: then its name and its data. */
  readonly describe?: (change: ChangeMade) => ReactNode;
}

type ChangeMade = NonNullable<ProblemBody['changes']>[number];

/** Why a command was not taken: what the server says, field by field, and what others did meanwhile. */
export function Refused({ problem, type, goOn, describe }: RefusedProps) {
  const { t } = useTranslation('shown');
  const { nameOf, textOf } = useFaults(type);
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
                  {nameOf(error.field)}
                  {t('colon')}
                  {textOf(error)}
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
