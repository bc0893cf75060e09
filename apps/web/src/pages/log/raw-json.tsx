import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Answer } from '../../api/client.ts';

/** The event as it was written, to be read by who does not trust the words, and to be copied. */
export function RawJson({ event }: { readonly event: Answer<'/api/events/{id}'> }) {
  const { t } = useTranslation('log');
  const [copied, setCopied] = useState(false);
  const { stream, revision, type, id, data, metadata } = event;
  const raw = JSON.stringify({ stream, revision, type, id, data, metadata }, null, 2);
  const copy = (): void =>
    void navigator.clipboard.writeText(raw).then(
      () => setCopied(true),
      () => setCopied(false),
    );
  return (
    <section aria-labelledby="raw">
      <div className="page-head">
        <h2 id="raw">{t('raw')}</h2>
        <Button size="small" onClick={copy} aria-live="polite">
          {t(copied ? 'copied' : 'copy')}
        </Button>
      </div>
      <pre className="sheet raw" tabIndex={0} aria-labelledby="raw">
        {raw}
      </pre>
    </section>
  );
}
