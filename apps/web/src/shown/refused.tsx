import { Alert, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { latestRevision, type ProblemBody } from '../api/problem.ts';
import { useSaid } from '../i18n/index.ts';
import { instantText } from './dates.ts';

interface RefusedProps {
  readonly problem: ProblemBody;
  /** `command.goOn`: submits again what was typed, against what the others have made of it meanwhile. */
  readonly goOn?: () => void;
}

const nameOf = (actor: object): string => ('id' in actor && typeof actor.id === 'string' ? actor.id : '');

/** Why a command was not taken: what the server says, field by field, and what others did meanwhile. */
export function Refused({ problem, goOn }: RefusedProps) {
  const { t } = useTranslation('shown');
  const said = useSaid();
  const { errors = [], changes = [] } = problem;
  return (
    <Alert
      type="error"
      role="alert"
      title={said(problem.messages)}
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
            <>
              <p>{t('refused.changedMeanwhile')}</p>
              <ul>
                {changes.map(({ id, type, actor, recordedAt }) => (
                  <li key={id}>
                    <code>{type}</code>{' '}
                    {t('refused.by', {
                      actor: nameOf(actor),
                      at: instantText(recordedAt),
                    })}
                  </li>
                ))}
              </ul>
            </>
          )}
          <p className="quiet">{t('refused.kept')}</p>
          {goOn && latestRevision(problem) !== undefined && <Button onClick={goOn}>{t('refused.goOn')}</Button>}
        </>
      }
    />
  );
}
