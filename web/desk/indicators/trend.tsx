import { useCallback } from 'react';
import type { IndicatorView } from '../../../api/contract/indicators.ts';
import { useWords } from '../../words/language.ts';
import { Chart, type Paint } from '../chart/chart.tsx';

/** Actual by year as bars, the target as a line; a year without figures has no bar. */
export function Trend({ of }: { of: IndicatorView }) {
  const { t, say } = useWords();
  const { series, name, chartUnit } = of;
  const option = useCallback(
    ({ role, font }: Paint) => ({
      grid: { left: 4, right: 16, top: 48, bottom: 4, containLabel: true },
      legend: { top: 0, left: 0, icon: 'roundRect', itemWidth: 12, itemHeight: 12, textStyle: font },
      tooltip: { trigger: 'axis', renderMode: 'richText', axisPointer: { type: 'shadow' } },
      xAxis: {
        type: 'category',
        data: series.map(({ year }) => String(year)),
        axisTick: { show: false },
        axisLabel: { ...font, color: role('--soft') },
        axisLine: { lineStyle: { color: role('--line') } },
      },
      yAxis: {
        type: 'value',
        name: say(chartUnit),
        nameTextStyle: { ...font, color: role('--soft'), align: 'left' },
        splitNumber: 4,
        axisLabel: { ...font, color: role('--soft') },
        splitLine: { lineStyle: { color: role('--line-2') } },
      },
      series: [
        {
          type: 'bar',
          z: 3,
          name: t('indicators.actual'),
          barMaxWidth: 34,
          itemStyle: { color: role('--jade') },
          label: {
            ...font,
            show: true,
            position: 'top',
            backgroundColor: role('--card'),
            padding: [0, 4],
            formatter: ({ dataIndex }: { dataIndex: number }) => series[dataIndex]?.value?.text ?? '',
          },
          data: series.map(({ value }) => value?.charted ?? null),
        },
        {
          type: 'line',
          z: 1,
          name: t('indicators.target'),
          symbolSize: 6,
          color: role('--amber'),
          lineStyle: { color: role('--amber'), type: 'dashed' },
          data: series.map(({ target }) => target?.charted ?? null),
        },
      ],
    }),
    [series, chartUnit, say, t],
  );
  return <Chart option={option} label={t('indicators.trendOf', { name: say(name) })} height={260} />;
}
