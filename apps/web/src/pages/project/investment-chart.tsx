import { BarChart, LineChart, ScatterChart } from 'echarts/charts';
import { GridComponent, LegendComponent, TooltipComponent } from 'echarts/components';
import { init, use as register } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { toWan } from '#kernel/money';
import type { Month } from './months.ts';

register([BarChart, LineChart, ScatterChart, GridComponent, LegendComponent, TooltipComponent, SVGRenderer]);

const BAR = '#8fb0cf';
const LINE = '#1f4e79';
const PLAN = '#8a5a00';
const MISSING = '#b3261e';

const wan = (fen: bigint): number => Number(toWan({ fen: String(fen), currency: 'CNY' }));

/** A year's sum falls back to nothing in January: its line does not lead there from December. */
function byYear(months: readonly Month[], value: (month: Month) => bigint | undefined): (number | null)[] {
  return months.map((month) => {
    const fen = value(month);
    return fen === undefined ? null : wan(fen);
  });
}

/** The months' investment, the year's sum so far, and the year's plan, in 万元. */
export default function InvestmentChart({ months }: { readonly months: readonly Month[] }) {
  const { t } = useTranslation('project');
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const box = place.current;
    if (!box) return undefined;
    const chart = init(box, undefined, { renderer: 'svg' });
    chart.setOption({
      animation: false,
      textStyle: { fontFamily: 'inherit' },
      grid: { left: 8, right: 8, top: 40, bottom: 4, containLabel: true },
      legend: { top: 0, left: 0, itemWidth: 14, itemHeight: 8, icon: 'rect' },
      tooltip: { trigger: 'axis', confine: true },
      xAxis: { type: 'category', data: months.map(({ month }) => month), axisTick: { show: false } },
      yAxis: { type: 'value', name: t('wan'), splitLine: { lineStyle: { color: '#e1e5ea' } } },
      series: [
        { type: 'bar', name: t('inMonth'), data: byYear(months, ({ invested }) => invested), color: BAR },
        {
          type: 'line',
          name: t('inYear'),
          data: byYear(months, ({ inYear }) => inYear),
          color: LINE,
          symbolSize: 4,
          lineStyle: { width: 2 },
        },
        {
          type: 'line',
          name: t('planOfYear'),
          data: byYear(months, ({ planned }) => planned),
          color: PLAN,
          step: 'middle',
          symbol: 'none',
          lineStyle: { width: 1.5, type: 'dashed' },
        },
        {
          type: 'scatter',
          name: t('notReported'),
          data: months.map(({ reported }) => (reported ? null : 0)),
          color: MISSING,
          symbol: 'diamond',
          symbolSize: 8,
          tooltip: { valueFormatter: () => '' },
        },
      ],
    });
    const watch = new ResizeObserver(() => chart.resize());
    watch.observe(box);
    return () => {
      watch.disconnect();
      chart.dispose();
    };
  }, [months, t]);
  return <div ref={place} className="chart" role="img" aria-label={t('chartLabel')} />;
}
