import { useCallback } from 'react';
import { useNavigate } from 'react-router';
import type { IndicatorView } from '../../../api/contract/indicators.ts';
import { useWords } from '../../words/language.ts';
import { Chart, type Paint } from '../chart/chart.tsx';
import { progressOf } from './progress.ts';

/** Longer bars would hide the ones that matter. */
const MOST = 150;

/** Every indicator on one scale: actual as a percentage of its target. */
export function HowFar({ items }: { items: IndicatorView[] }) {
  const { t, say } = useWords();
  const navigate = useNavigate();
  const option = useCallback(
    ({ role, font, narrow }: Paint) => ({
      grid: { left: 4, right: 46, top: 8, bottom: 8, containLabel: true },
      tooltip: {
        trigger: 'item',
        renderMode: 'richText',
        formatter: ({ dataIndex }: { dataIndex: number }) => {
          const one = items[dataIndex];
          return one ? `${say(one.name)}\n${one.value?.text ?? ''} / ${one.target?.text ?? ''}` : '';
        },
      },
      xAxis: { type: 'value', max: MOST, show: false },
      yAxis: {
        type: 'category',
        inverse: true,
        data: items.map(({ name }) => say(name)),
        axisTick: { show: false },
        axisLine: { lineStyle: { color: role('--line') } },
        axisLabel: { ...font, width: narrow ? 110 : 220, overflow: 'truncate' },
      },
      series: [
        {
          type: 'bar',
          barMaxWidth: 16,
          cursor: 'pointer',
          data: items.map((one) => ({
            value: Math.min(MOST, progressOf(one) ?? 0),
            itemStyle: { color: role(one.state === 'met' ? '--jade' : one.state === 'below' ? '--amber' : '--info') },
          })),
          label: {
            ...font,
            show: true,
            position: 'right',
            formatter: ({ dataIndex }: { dataIndex: number }) => {
              const one = items[dataIndex];
              const progress = one && progressOf(one);
              return progress === null || progress === undefined ? t('indicators.noData') : `${progress}%`;
            },
          },
          markLine: undefined,
        },
      ],
    }),
    [items, say, t],
  );
  return (
    <Chart
      option={option}
      label={t('indicators.chart')}
      height={24 + items.length * 30}
      onChoose={(index) => void navigate(`/indicators/${items[index]?.id}?year=${items[index]?.year}`)}
    />
  );
}
