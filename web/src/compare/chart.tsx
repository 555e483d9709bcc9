import { useComputedColorScheme } from '@mantine/core';
import { LineChart, ParallelChart, ScatterChart } from 'echarts/charts';
import {
  AriaComponent,
  GridComponent,
  LegendComponent,
  ParallelComponent,
  TooltipComponent,
  VisualMapComponent,
} from 'echarts/components';
import { type ECharts, type EChartsCoreOption, init, use } from 'echarts/core';
import { CanvasRenderer, SVGRenderer } from 'echarts/renderers';
import { type ReactElement, type Ref, useEffect, useImperativeHandle, useRef, useState } from 'react';

use([LineChart, ParallelChart, ScatterChart, AriaComponent, GridComponent, LegendComponent, ParallelComponent]);
use([TooltipComponent, VisualMapComponent, CanvasRenderer, SVGRenderer]);

/** A chart as a picture to take along, on the ground that the page has. */
export interface ChartPictures {
  readonly toPng: () => Promise<Blob | null>;
  readonly toSvg: () => string;
}

/** Draws a chart as wide as there is room, in the colours of the page, and says in words what it shows. */
export function Chart({
  option,
  height = 480,
  ref,
}: {
  readonly option: EChartsCoreOption;
  readonly height?: number;
  readonly ref?: Ref<ChartPictures>;
}): ReactElement {
  const place = useRef<HTMLDivElement>(null);
  const [chart, setChart] = useState<ECharts>();
  const isDark = useComputedColorScheme('light') === 'dark';

  useEffect(() => {
    if (place.current === null) return;
    const drawn = init(place.current, isDark ? 'dark' : null, { renderer: 'canvas' });
    const observer = new ResizeObserver(() => drawn.resize());
    observer.observe(place.current);
    setChart(drawn);
    return () => {
      observer.disconnect();
      drawn.dispose();
    };
  }, [isDark]);

  useEffect(() => {
    if (chart && !chart.isDisposed()) chart.setOption(option, { notMerge: true });
  }, [chart, option]);

  useImperativeHandle(ref, () => {
    const ground = { backgroundColor: isDark ? '#1f1f1f' : '#ffffff' };
    return {
      toPng: () =>
        new Promise((resolve) => {
          if (chart === undefined) return resolve(null);
          chart.renderToCanvas({ ...ground, pixelRatio: 2 }).toBlob(resolve, 'image/png');
        }),
      toSvg: () => {
        const size = { width: place.current?.clientWidth ?? 900, height };
        const drawn = init(null, isDark ? 'dark' : null, { renderer: 'svg', ssr: true, ...size });
        drawn.setOption({ ...option, ...ground });
        const svg = drawn.renderToSVGString();
        drawn.dispose();
        return svg;
      },
    };
  }, [chart, option, height, isDark]);

  return <div ref={place} role="img" style={{ height, width: '100%' }} />;
}
