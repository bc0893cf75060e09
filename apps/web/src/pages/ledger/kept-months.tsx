import { Button } from 'antd';
import { useSyncExternalStore } from 'react';
import { drafts } from '../../api/drafts.ts';
import { dateText } from '../../shown/index.ts';
import type { Words } from './columns.tsx';
import { keptMonths, type KeptMonth } from './month-drafts.ts';
import { useOnTheirWay } from './use-month.ts';

interface KeptMonthsProps {
  readonly words: Words;
  /** The project whose form is open shows by itself what is kept of it. */
  readonly besides: string | undefined;
  readonly open: (kept: KeptMonth) => void;
}

/** Says of which months something is typed and not reported, and opens it again: after a reload nothing else does. */
export function KeptMonths({ words: { t, language }, besides, open }: KeptMonthsProps) {
  const onTheirWay = useOnTheirWay();
  useSyncExternalStore(onArrived, keptKeys);
  const months = keptMonths(drafts, onTheirWay)
    .map(({ period, ids }) => ({ period, ids: ids.filter((id) => id !== besides) }))
    .filter(({ ids }) => ids.length > 0);
  return months.map((kept) => (
    <p key={kept.period} className="kept-month">
      {t('sheet.kept', { period: dateText(kept.period, language), count: kept.ids.length })}
      <Button type="link" size="small" onClick={() => open(kept)}>
        {t('sheet.openKept')}
      </Button>
    </p>
  ));
}

const onArrived = (listener: () => void): (() => void) => drafts.onChanged(listener);
const keptKeys = (): string => drafts.keys('month:').join();
