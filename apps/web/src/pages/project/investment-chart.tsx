import { BarChart, LineChart, ScatterChart } from 'echarts/charts';
import { GridComponent, LegendComponent, TooltipComponent } from 'echarts/components';
import { init, use as register } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { toWan } from '#kernel/money';
import type { Month } from './months.ts';

register([BarChart, LineChart, ScatterChart, GridComponent, LegendComponent, TooltipComponent, SVGRenderer]);

/** Where the legend takes two lines. */
const NARROW = 500;
const BAR = '#8fb0cf';
const LINE = '#1f4e79';
const PLAN = '#8a5a00';
const MISSING = '#b3261e';

const wan = (fen: bigint): number => Number(toWan({ fen: String(fen), currency: 'CNY' }));

/** One value a month in 万元; a gap where there is none. */
function each(months: readonly Month[], value: (month: Month) => bigint | undefined): (number | null)[] {
  return months.map((month) => {
    const fen = value(month);
    return fen === undefined ? null : wan(fen);
  });
}

/** Of each year its own line: a year's sum begins anew in January, and stands while somebody reports. */
function linesOf(months: readonly Month[]): (number | null)[][] {
  const years = new Set(months.map(({ month }) => month.slice(0, 4)));
  return [...years].map((year) => {
    const last = months.findLastIndex(({ month, invested }) => month.startsWith(year) && invested !== undefined);
    return months.map(({ month, inYear }, i) => (month.startsWith(year) && i <= last ? wan(inYear) : null));
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
      textStyle: { fontFamily: getComputedStyle(box).fontFamily },
      grid: { left: 8, right: 8, top: box.clientWidth < NARROW ? 64 : 36, bottom: 4, containLabel: true },
      legend: { top: 0, left: 0, itemWidth: 14, itemHeight: 8, itemGap: 18, icon: 'rect' },
      tooltip: { trigger: 'axis', confine: true },
      xAxis: { type: 'category', data: months.map(({ month }) => month), axisTick: { show: false } },
      yAxis: { type: 'value', splitLine: { lineStyle: { color: '#e1e5ea' } } },
      series: [
        { type: 'bar', name: t('inMonth'), data: each(months, ({ invested }) => invested), color: BAR },
        ...linesOf(months).map((data) => ({
          type: 'line' as const,
          name: t('inYear'),
          data,
          color: LINE,
          symbolSize: 4,
          lineStyle: { width: 2 },
        })),
        {
          type: 'line',
          name: t('planOfYear'),
          data: each(months, ({ planned }) => planned),
          color: PLAN,
          step: 'middle',
          symbol: 'none',
          lineStyle: { width: 1.5, type: 'dashed' },
        },
        {
          type: 'scatter',
          name: t('notReported'),
          data: months.map(({ missing }) => (missing ? 0 : null)),
          z: 5,
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
