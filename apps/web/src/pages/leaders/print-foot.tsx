import { PrinterOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { instantOf } from '#kernel/dates';
import { useLanguage } from '../../i18n/index.ts';
import { dateText, instantText } from '../../shown/index.ts';
import { usePoint } from '../../time/use-point.ts';
import { pointText } from '../../time/words.ts';

interface PrintFootProps {
  readonly effectiveOn: string;
  readonly seq?: number;
  /** Where the page shows what is now, at whatever point its address stands. */
  readonly ofNow?: boolean;
}

/** At the foot of every sheet of paper: which state of the ledger this is, and when it was printed. */
export function PrintFoot({ effectiveOn, seq, ofNow = false }: PrintFootProps) {
  const { t } = useTranslation('leaders');
  const { t: said } = useTranslation('shown');
  const language = useLanguage();
  const { point, past } = usePoint();
  const [at, setAt] = useState(() => instantOf(Date.now()));
  useEffect(() => {
    const now = (): void => setAt(instantOf(Date.now()));
    window.addEventListener('beforeprint', now);
    return () => window.removeEventListener('beforeprint', now);
  }, []);
  const state = past && !ofNow ? pointText(point, said, language) : dateText(effectiveOn, language);
  return (
    <footer className="print-foot" aria-hidden="true">
      <div>
        <span>
          {t('printedPoint')} {state}
          {seq !== undefined && ` · ${t('printedSeq', { seq })}`}
        </span>
        <span>
          {t('printedAt')} {instantText(at)}
        </span>
      </div>
    </footer>
  );
}

export function PrintButton() {
  const { t } = useTranslation('leaders');
  return (
    <Button icon={<PrinterOutlined />} onClick={() => window.print()}>
      {t('print')}
    </Button>
  );
}
