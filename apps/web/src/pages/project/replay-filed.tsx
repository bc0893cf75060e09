import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { usePersonName } from '../../api/names.ts';
import { Failed, Loading, Money, NotSaid, Person, Stage, STAGES, Standing } from '../../shown/index.ts';
import type { Step } from './events.ts';
import { Player } from './player.tsx';
import { useSteps } from './use-events.ts';

/**
 * What was filed, in the order of filing, which for imported history is what the source claims. No point of the ledger is
 * such a state: the page below stays where it is, and what the step came to is shown here.
 */
export function ReplayAsFiled({ id, order }: { readonly id: string; readonly order: ReactNode }) {
  const { t } = useTranslation('project');
  const { steps, error } = useSteps(id, 'filed');
  const [at, setAt] = useState<number>();
  if (error) return <Failed error={error} />;
  if (!steps) return <Loading rows={2} />;
  const shown = at ?? steps.length;
  const step = steps[shown - 1];
  return (
    <Player
      steps={steps}
      at={shown}
      moveTo={(next) => setAt(Math.min(Math.max(next, 1), steps.length))}
      waiting={false}
      order={order}
    >
      {step && <After after={step.after} />}
      <p className="quiet">{t('replayFiledNote')}</p>
    </Player>
  );
}

/** What the ledger would have shown then. */
function After({ after }: { readonly after: Step['after'] }) {
  const { t } = useTranslation('project');
  const nameOf = usePersonName();
  const stage = STAGES.find((one) => one === after.stage);
  const possible = STAGES.find((one) => one === after.possibleStage);
  return (
    <dl className="key-facts" aria-label={t('replayAfter')}>
      <div>
        <dt>{t('stage')}</dt>
        <dd>
          {stage ? <Stage stage={stage} possible={possible} /> : <NotSaid />}{' '}
          {after.standing !== 'unregistered' && <Standing standing={after.standing} label={after.standingLabel} />}
        </dd>
      </div>
      <div>
        <dt>{t('leader')}</dt>
        <dd>
          <Person id={after.leaderId} name={after.leaderId === null ? null : nameOf(after.leaderId)} />
        </dd>
      </div>
      <div>
        <dt>{t('invested')}</dt>
        <dd>
          <Money value={after.invested} exact />
        </dd>
      </div>
    </dl>
  );
}
