import { LineChart } from 'echarts/charts';
import { GridComponent, LegendComponent, TooltipComponent } from 'echarts/components';
import { init, use as register, type EChartsType } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { inYi, type CurvePoint } from './curve.ts';

register([LineChart, GridComponent, LegendComponent, TooltipComponent, SVGRenderer]);

const INK = '#1f4e79';
const PLAN = '#8a5a00';
const LINE = '#d9dee4';
const QUIET = '#5c6671';
const FONT = 'system-ui, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif';

interface CurveChartProps {
  readonly points: readonly CurvePoint[];
  readonly label: string;
}

/** The lines of the year in 亿元. Its figures stand in the table below. */
export default function CurveChart({ points, label }: CurveChartProps) {
  const { t } = useTranslation('overview');
  const box = useRef<HTMLDivElement>(null);
  const chart = useRef<EChartsType>(undefined);
  useEffect(() => {
    if (!box.current) return undefined;
    const drawn = init(box.current, null, { renderer: 'svg' });
    chart.current = drawn;
    const watching = new ResizeObserver(() => drawn.resize());
    watching.observe(box.current);
    return () => {
      watching.disconnect();
      drawn.dispose();
    };
  }, []);
  useEffect(() => {
    const inUnit = (name: string): string => `${name} (${t('curve.yi')})`;
    const hasPlan = points.some(({ planned }) => planned);
    chart.current?.setOption(
      {
        animation: false,
        color: [INK, PLAN],
        textStyle: { fontFamily: FONT, color: QUIET },
        grid: { left: 8, right: 16, top: 32, bottom: 4, containLabel: true },
        legend: { top: 0, left: 0, itemWidth: 24, textStyle: { color: QUIET } },
        tooltip: {
          trigger: 'axis',
          valueFormatter: (value: unknown) => (typeof value === 'number' ? value.toFixed(2) : '—'),
        },
        xAxis: {
          type: 'category',
          boundaryGap: false,
          data: points.map(({ day }) => day.slice(5)),
          axisLine: { lineStyle: { color: LINE } },
        },
        yAxis: { type: 'value', splitLine: { lineStyle: { color: LINE } } },
        series: [
          {
            type: 'line',
            name: inUnit(t('curve.invested')),
            data: points.map(({ invested }) => inYi(invested)),
            symbolSize: 5,
          },
          ...(hasPlan
            ? [
                {
                  type: 'line',
                  name: inUnit(t('curve.planned')),
                  data: points.map(({ planned }) => inYi(planned)),
                  lineStyle: { type: 'dashed' },
                  symbol: 'none',
                },
              ]
            : []),
        ],
      },
      { notMerge: true },
    );
  }, [points, t]);
  return <div ref={box} className="overview-chart" role="img" aria-label={label} />;
}
