import { Chart, ChartAxis, ChartBar, ChartThemeColor, ChartVoronoiContainer } from '@patternfly/react-charts';
import { useEffect, useRef, useState } from 'react';
import { useMessages, useText } from '../../../shared/texts';
import type { Day, Measure } from '../../model/statistics';

const HEIGHT = 160;
const PADDING = { top: 10, right: 15, bottom: 30, left: 50 };

/** Space between the names of two days, in pixels. */
const DAY_NAME = 70;

type Props = { title: string; measure: Measure; days: Day[] };

/** A bar for each day. */
export default function DayChart({ title, measure, days }: Props) {
  const text = useText();
  const messages = useMessages();
  const [place, width] = useWidth();
  const date = new Intl.DateTimeFormat(messages.locale, { day: 'numeric', month: 'short', timeZone: 'UTC' });
  const name = (day: string) => date.format(new Date(day));
  const most = Math.max(...days.map((day) => day[measure]));
  const total = days.reduce((sum, day) => sum + day[measure], 0);
  const inside = width - PADDING.left - PADDING.right;
  const step = Math.max(1, Math.ceil(days.length / Math.max(1, Math.floor(inside / DAY_NAME))));
  return (
    <div ref={place}>
      {width > 0 && (
        <Chart
          ariaTitle={title}
          ariaDesc={text('overview.chart.summary', { total, most, days: days.length })}
          name={measure}
          width={width}
          height={HEIGHT}
          padding={PADDING}
          domainPadding={{ x: inside / days.length / 2 }}
          // Without anything to show there still is a scale from nothing to one.
          domain={{ y: [0, Math.max(1, most)] }}
          themeColor={measure === 'refusals' ? ChartThemeColor.orange : ChartThemeColor.blue}
          containerComponent={
            <ChartVoronoiContainer
              constrainToVisibleArea
              labels={({ datum }: { datum: { x: string; y: number } }) => `${name(datum.x)}: ${messages.number(datum.y)}`}
            />
          }
        >
          <ChartAxis
            tickValues={days.map(({ day }) => day)}
            tickFormat={(day: string, index: number) => (index % step === 0 ? name(day) : '')}
          />
          <ChartAxis
            dependentAxis
            showGrid
            tickValues={[...new Set([0, Math.ceil(most / 2), Math.max(1, most)])]}
            tickFormat={(value: number) => messages.number(value)}
          />
          <ChartBar
            data={days.map((day) => ({ x: day.day, y: day[measure] }))}
            barWidth={Math.max(2, Math.min(24, (inside / days.length) * 0.6))}
          />
        </Chart>
      )}
    </div>
  );
}

/** Charts have sizes of their own; ours is that of its place. */
function useWidth() {
  const place = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(0);
  useEffect(() => {
    const observer = new ResizeObserver(([entry]) => setWidth(Math.floor(entry?.contentRect.width ?? 0)));
    observer.observe(place.current!);
    return () => observer.disconnect();
  }, []);
  return [place, width] as const;
}
