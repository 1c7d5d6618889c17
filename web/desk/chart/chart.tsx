import { BarChart, LineChart } from 'echarts/charts';
import { GridComponent, LegendComponent, TooltipComponent } from 'echarts/components';
import { type EChartsCoreOption, init, use } from 'echarts/core';
import { CanvasRenderer } from 'echarts/renderers';
import { useEffect, useRef } from 'react';
import { useDark } from '../../look/theme.ts';

use([BarChart, LineChart, GridComponent, LegendComponent, TooltipComponent, CanvasRenderer]);

/** What a chart is painted with: the roles of roles.css, and the width it has. */
export interface Paint {
  role(name: string): string;
  font: { color: string; fontFamily: string; fontSize: number };
  narrow: boolean;
}

interface Props {
  /** Keep it the same between renders (`useCallback`): a new one draws the chart anew. */
  option: (paint: Paint) => EChartsCoreOption;
  /** Said to those who do not see it; a table beside it has the figures. */
  label: string;
  height: number;
  onChoose?: (index: number) => void;
}

/** A chart on a canvas in the page's own colours. Load it lazily: its library is large. */
export function Chart({ option, label, height, onChoose }: Props) {
  const dark = useDark();
  const place = useRef<HTMLDivElement>(null);
  const choose = useRef(onChoose);
  useEffect(() => {
    choose.current = onChoose;
  });
  useEffect(() => {
    const element = place.current;
    if (!element) return;
    const role = (name: string) => getComputedStyle(element).getPropertyValue(name).trim();
    const font = { color: role('--ink-2'), fontFamily: getComputedStyle(element).fontFamily, fontSize: 13 };
    const chart = init(element, null, { renderer: 'canvas' });
    const draw = () =>
      chart.setOption(
        {
          animation: !window.matchMedia('(prefers-reduced-motion: reduce)').matches,
          textStyle: font,
          ...option({ role, font, narrow: element.clientWidth < 520 }),
        },
        true,
      );
    draw();
    chart.on('click', ({ dataIndex }) => choose.current?.(dataIndex));
    const watch = new ResizeObserver(() => {
      chart.resize();
      draw();
    });
    watch.observe(element);
    return () => {
      watch.disconnect();
      chart.dispose();
    };
  }, [option, dark]);
  return <div ref={place} role="img" aria-label={label} style={{ height }} />;
}
