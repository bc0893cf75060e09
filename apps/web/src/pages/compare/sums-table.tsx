import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Answer } from '../../api/client.ts';
import { useLanguage } from '../../i18n/index.ts';
import { countText, exactText, moneyText, Rounded, type Sum } from '../../shown/index.ts';
import { COUNTS, countWay, MONEYS, moneyWay, stageWays, type Way } from './sums.ts';

type Summary = Answer<'/api/projects/compare/summary'>;

/** Every figure at both points, and how the difference comes about. */
export function SumsTable({ summary }: { readonly summary: Summary }) {
  const { t } = useTranslation(['compare', 'shown']);
  const [whole, setWhole] = useState(false);
  return (
    <>
      <p className="quiet">{t('sumsHint')}</p>
      <div className="scrolled" tabIndex={0} role="group" aria-label={t('sums')}>
        <table className="compared">
          <thead>
            <tr>
              <th scope="col">{t('figure')}</th>
              <th scope="col">{t('from')}</th>
              <th scope="col">{t('learned')}</th>
              <th scope="col">{t('happened')}</th>
              <th scope="col">{t('to')}</th>
              <th scope="col">{t('difference')}</th>
            </tr>
          </thead>
          <tbody>
            {COUNTS.map((figure) => (
              <Figures key={figure} label={t(figure)} way={countWay(summary, figure)} shown={count} />
            ))}
            {MONEYS.map((figure) => (
              <Figures key={figure} label={t(figure)} way={moneyWay(summary, figure)} shown={money} />
            ))}
          </tbody>
          <tbody>
            <tr>
              <th scope="rowgroup" colSpan={6} className="group">
                {t('byStage')}{' '}
                <Button size="small" type="text" onClick={() => setWhole(!whole)}>
                  {t(whole ? 'onlyChanged' : 'allStages')}
                </Button>
              </th>
            </tr>
            {stageWays(summary, !whole).map(({ stage, ...way }) => (
              <Figures key={stage} label={t(`shown:stage.${stage as 'signed'}`)} way={way} shown={count} />
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}

type Shown<T> = (value: T, signed: boolean) => ReactNode;

function Figures<T>({ label, way, shown }: { readonly label: string; readonly way: Way<T>; readonly shown: Shown<T> }) {
  return (
    <tr>
      <th scope="row">{label}</th>
      <td>{shown(way.from, false)}</td>
      <td className="learned">{shown(way.learned, true)}</td>
      <td className="happened">{shown(way.happened, true)}</td>
      <td>{shown(way.to, false)}</td>
      <td className="total">{shown(way.difference, true)}</td>
    </tr>
  );
}

const count: Shown<number> = (value, signed) => (
  <data value={value} className={`figure ${signed && value === 0 ? 'quiet' : ''}`}>
    {signed ? signedText(value < 0, value === 0, countText(Math.abs(value))) : countText(value)}
  </data>
);

const money: Shown<Sum> = (value, signed) => <MoneyFigure value={value} signed={signed} />;

function MoneyFigure({ value, signed }: { readonly value: Sum; readonly signed: boolean }) {
  const language = useLanguage();
  const [less, none] = [value.fen.startsWith('-'), BigInt(value.fen) === 0n];
  const size = less ? { ...value, fen: value.fen.slice(1) } : value;
  return (
    <Rounded exact={exactText(value, language)}>
      <data value={value.fen} className={`figure ${signed && none ? 'quiet' : ''}`}>
        {signed ? signedText(less, none, moneyText(size, language)) : moneyText(value, language)}
      </data>
    </Rounded>
  );
}

const signedText = (less: boolean, none: boolean, size: string): string => `${none ? '' : less ? '−' : '+'}${size}`;
