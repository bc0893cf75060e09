import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from 'antd';
import { useRead } from '../../api/queries.ts';
import { useSaid } from '../../i18n/index.ts';
import { countText, Ready } from '../../shown/index.ts';
import { addressWith, scopeOf } from './addresses.ts';
import { FigureLink } from './figure-link.tsx';
import { Scroll, Section } from './section.tsx';

const KINDS_FIRST = 10;

/** What does not fit together, by kind; each figure opens its findings. */
export function Findings({ zoneId }: { readonly zoneId?: string }) {
  const { t } = useTranslation('overview');
  const { t: f } = useTranslation('findings');
  const said = useSaid();
  const [isWhole, setWhole] = useState(false);
  const scope = scopeOf(zoneId);
  const summary = useRead('/api/findings/summary', { query: { ...(scope && { scope }) } });
  const title = t('findings.title');
  const figure = (count: number, label: string, query: Readonly<Record<string, string>>) => (
    <FigureLink
      count={count}
      to={addressWith('/findings', { scope, ...query })}
      label={t('openList', { what: label, figure: countText(count) })}
    />
  );
  return (
    <Section title={title}>
      <div className="sheet">
        <Ready read={summary}>
          {({ codes, count, explained }) => {
            const sorted = codes.toSorted((a, b) => b.count - b.explained - (a.count - a.explained));
            if (count === 0) return <p className="quiet">{t('findings.none')}</p>;
            return (
              <>
                <Scroll label={title}>
                  <table className="list-lines">
                    <caption className="unseen">{t('findings.caption')}</caption>
                    <thead>
                      <tr>
                        <th scope="col">{t('findings.kind')}</th>
                        <th scope="col">{t('findings.open')}</th>
                        <th scope="col">{t('findings.explained')}</th>
                        <th scope="col">{t('findings.count')}</th>
                      </tr>
                    </thead>
                    <tbody>
                      {sorted.slice(0, isWhole ? undefined : KINDS_FIRST).map((kind) => {
                        const name = f(`codes.${kind.code}`);
                        const { code } = kind;
                        return (
                          <tr key={code}>
                            <th scope="row" title={said(kind.rule)}>
                              {name}
                            </th>
                            <td>
                              {figure(kind.count - kind.explained, `${name} ${t('findings.open')}`, {
                                code,
                                explained: 'false',
                              })}
                            </td>
                            <td>
                              {figure(kind.explained, `${name} ${t('findings.explained')}`, {
                                code,
                                explained: 'true',
                              })}
                            </td>
                            <td>{figure(kind.count, name, { code })}</td>
                          </tr>
                        );
                      })}
                      <tr className="sum">
                        <th scope="row">{t('findings.count')}</th>
                        <td>{figure(count - explained, t('findings.open'), { explained: 'false' })}</td>
                        <td>{figure(explained, t('findings.explained'), { explained: 'true' })}</td>
                        <td>{figure(count, title, {})}</td>
                      </tr>
                    </tbody>
                  </table>
                </Scroll>
                {sorted.length > KINDS_FIRST && (
                  <Button type="link" size="small" aria-expanded={isWhole} onClick={() => setWhole(!isWhole)}>
                    {isWhole
                      ? t('findings.fewer', { count: KINDS_FIRST })
                      : t('findings.more', { count: countText(sorted.length) })}
                  </Button>
                )}
              </>
            );
          }}
        </Ready>
      </div>
    </Section>
  );
}
