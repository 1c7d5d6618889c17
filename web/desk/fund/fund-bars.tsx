import { BarChart } from 'echarts/charts';
import { GridComponent, LegendComponent, TooltipComponent } from 'echarts/components';
import { init, use } from 'echarts/core';
import { CanvasRenderer } from 'echarts/renderers';
import { useEffect, useMemo, useRef } from 'react';
import { formatYuan } from '../../../processes/money.ts';
import { useDark } from '../../look/theme.ts';
import { useWords } from '../../words/language.ts';
import { tenThousands, type Bars, type Layer, type Slice } from './slices.ts';

use([BarChart, GridComponent, LegendComponent, TooltipComponent, CanvasRenderer]);

/** Roles of roles.css; the legend and the table say in words what each is. */
const colours: Record<Layer, string> = {
  availableFen: '--rail',
  reservedFen: '--amber',
  committedFen: '--info',
  paidFen: '--jade',
  clawingBackFen: '--seal',
};

/** One bar a slice, its money in layers. Drawn on a canvas: the table beside it is what is read aloud and copied. */
export function FundBars({ bars, onChoose }: { bars: Bars; onChoose: (part: Slice['part']) => void }) {
  const { t, language } = useWords();
  const dark = useDark();
  const place = useRef<HTMLDivElement>(null);
  const choose = useRef(onChoose);
  useEffect(() => {
    choose.current = onChoose;
  });
  const { slices, layers } = bars;
  const names = useMemo(() => slices.map(({ name }) => name[language]), [slices, language]);
  useEffect(() => {
    const element = place.current;
    if (!element) return;
    const role = (name: string) => getComputedStyle(element).getPropertyValue(name).trim();
    const narrow = element.clientWidth < 520;
    const font = { color: role('--ink-2'), fontFamily: getComputedStyle(element).fontFamily, fontSize: 13 };
    const chart = init(element, null, { renderer: 'canvas' });
    chart.setOption({
      animation: !window.matchMedia('(prefers-reduced-motion: reduce)').matches,
      textStyle: font,
      grid: { left: 4, right: 20, top: 40, bottom: 22, containLabel: true },
      legend: { top: 0, left: 0, icon: 'roundRect', itemWidth: 12, itemHeight: 12, textStyle: font },
      // Drawn, not HTML: a name is never read as markup.
      tooltip: {
        trigger: 'axis',
        renderMode: 'richText',
        axisPointer: { type: 'shadow' },
        valueFormatter: (value: unknown) => formatYuan(Number(value)),
      },
      xAxis: {
        type: 'value',
        name: t('fund.unit'),
        nameLocation: 'middle',
        nameGap: 26,
        nameTextStyle: { ...font, color: role('--soft') },
        splitNumber: narrow ? 2 : 5,
        axisLabel: { ...font, color: role('--soft'), formatter: tenThousands },
        splitLine: { lineStyle: { color: role('--line-2') } },
      },
      yAxis: {
        type: 'category',
        inverse: true,
        data: names,
        axisTick: { show: false },
        axisLine: { lineStyle: { color: role('--line') } },
        axisLabel: { ...font, width: narrow ? 96 : 200, overflow: 'truncate' },
      },
      series: layers.map((layer) => ({
        type: 'bar',
        stack: 'money',
        name: t(`fund.sums.${layer}`),
        data: slices.map((slice) => slice[layer] ?? 0),
        barMaxWidth: 22,
        itemStyle: { color: role(colours[layer]) },
        cursor: 'pointer',
      })),
    });
    chart.on('click', ({ dataIndex }) => {
      const slice = slices[dataIndex];
      if (slice?.key) choose.current(slice.part);
    });
    const watch = new ResizeObserver(() => chart.resize());
    watch.observe(element);
    return () => {
      watch.disconnect();
      chart.dispose();
    };
  }, [slices, layers, names, dark, t]);
  return (
    <div
      ref={place}
      role="img"
      aria-label={t('fund.chart')}
      className="fund-bars"
      style={{ height: 84 + slices.length * 34 }}
    />
  );
}
