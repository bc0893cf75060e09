import { Alert, Button, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Day } from '#kernel/dates';
import { useLanguage } from '../../i18n/index.ts';
import { dateText, Failed, today } from '../../shown/index.ts';
import { knowledgeOf } from '../../time/filed.ts';
import { quickDays } from '../../time/quick.ts';
import { useAttempt } from '../../time/use-attempt.ts';
import { usePoint } from '../../time/use-point.ts';

const WORDS = {
  weekAgo: 'lastWeek',
  endOfMonth: 'sinceMonth',
  endOfQuarter: 'sinceQuarter',
  endOfYear: 'sinceYear',
} as const;

type Found =
  | { readonly state: 'looking' | 'nothing' | 'filed' | 'found'; readonly day: Day; readonly seq?: string }
  | { readonly state: 'failed'; readonly error: unknown };

/** Comparisons that people ask for again and again, in one press. */
export function Presets() {
  const { t } = useTranslation('compare');
  const { go, comparing } = usePoint();
  const [day, setDay] = useState<Day>(quickDays(today())[1]?.day ?? today());
  const [found, setFound] = useState<Found>();
  const attempt = useAttempt();
  const begin = async (from: Day, to: { readonly effectiveOn?: Day }): Promise<void> => {
    const signal = attempt.begin();
    setFound({ state: 'looking', day: from });
    try {
      const known = await knowledgeOf(from, signal);
      if (signal.aborted) return;
      if (known === undefined) return setFound({ state: 'nothing', day: from });
      setFound(known === from ? { state: 'found', day: from } : { state: 'filed', day: from, seq: known });
      go({ fromKnownAt: known, fromEffectiveOn: from, ...to });
    } catch (error) {
      if (!signal.aborted) setFound({ state: 'failed', error });
    }
  };
  return (
    <>
      <details className="sheet presets" open={!comparing}>
        <summary>{t('presets')}</summary>
        <div>
          {quickDays(today()).map(({ key, day: from }) => (
            <Button key={key} size="small" title={from} onClick={() => void begin(from, {})}>
              {t(WORDS[key])}
            </Button>
          ))}
        </div>
        <form
          onSubmit={(event) => {
            event.preventDefault();
            void begin(day, { effectiveOn: day });
          }}
        >
          <strong>{t('sameDay')}</strong>
          <Input
            type="date"
            size="small"
            required
            max={today()}
            aria-label={t('sameDayOn')}
            value={day}
            onChange={({ target }) => setDay(target.value)}
          />
          <Button size="small" htmlType="submit">
            {t('sameDayGo')}
          </Button>
          <p className="quiet">{t('sameDayHint')}</p>
        </form>
      </details>
      <div aria-live="polite">{found && <FoundNote found={found} />}</div>
    </>
  );
}

/** Where the comparison begins, when that is not simply the day that was asked for. */
function FoundNote({ found }: { readonly found: Found }) {
  const { t } = useTranslation('compare');
  const language = useLanguage();
  if (found.state === 'failed') return <Failed error={found.error} />;
  const day = dateText(found.day, language);
  if (found.state === 'looking') return <p className="quiet">{t('looking')}</p>;
  if (found.state === 'nothing') return <Alert type="warning" title={t('nothingFiled', { day })} />;
  return found.state === 'filed' ? <Alert type="info" title={t('filedHint', { day, seq: found.seq })} /> : null;
}
