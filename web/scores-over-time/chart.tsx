import { type ReactNode, useLayoutEffect, useRef, useState } from 'react';

import { dayInWords } from '../words/dates.ts';
import type { HistoryPeriod } from './ask.ts';
import { chartScale, MARGIN, markRows, type Scale, stepPath } from './chart-scale.ts';
import { isAnnounced, type Reorganisation } from './reorganisations.ts';

type ChartProps = {
  readonly title: string;
  readonly periods: readonly HistoryPeriod[];
  readonly changes: readonly Reorganisation[];
  readonly today: string;
};

/** Told apart by stroke, and not by colour alone. Drawn in this order, so that lines which agree all show. */
export const LINES = [
  { score: 'vMeasure', name: 'V-measure' },
  { score: 'homogeneity', name: 'Homogeneity' },
  { score: 'completeness', name: 'Completeness' },
] as const;

const HEIGHT = 320;

/** Drawn to the width there is, so that its words stay readable. The table says the same. */
export function Chart({ title, periods, changes, today }: ChartProps): ReactNode {
  const box = useRef<HTMLDivElement>(null);
  const width = useWidth(box);
  const scale = chartScale(periods, today, { width, height: HEIGHT });
  const rows = markRows(changes.map(({ on }) => scale.x(on)));
  return (
    <div className="chart" ref={box}>
      {width > 0 && (
        <svg width={width} height={HEIGHT} role="img" aria-labelledby="chart-title chart-words">
          <title id="chart-title">{title}</title>
          <desc id="chart-words">
            Three lines from 0 to 1 with a mark for each reorganisation. The table below says the
            same in figures.
          </desc>
          <AnnouncedGround periods={periods} scale={scale} />
          <Axes scale={scale} />
          {changes.map((change, at) => (
            <Mark
              key={change.on}
              change={change}
              number={at + 1}
              row={rows[at] ?? 0}
              scale={scale}
            />
          ))}
          <TodayLine today={today} scale={scale} />
          {LINES.map(({ score }) => (
            <path
              key={score}
              className={`score-line ${score}`}
              d={stepPath(periods, scale, ({ scores }) => scores?.[score])}
            />
          ))}
        </svg>
      )}
    </div>
  );
}

function useWidth(box: { readonly current: HTMLElement | null }): number {
  const [width, setWidth] = useState(0);
  useLayoutEffect(() => {
    const measured = box.current;
    if (!measured) return undefined;
    const observer = new ResizeObserver(() => {
      setWidth(Math.floor(measured.clientWidth));
    });
    observer.observe(measured);
    return () => {
      observer.disconnect();
    };
  }, [box]);
  return width;
}

type ScaleProps = { readonly scale: Scale };

function Axes({ scale: { x, y, years, width, height } }: ScaleProps): ReactNode {
  return (
    <g className="axes">
      {[0, 0.5, 1].map((score) => (
        <g key={score}>
          <line x1={MARGIN.left} x2={width - MARGIN.right} y1={y(score)} y2={y(score)} />
          <text x={MARGIN.left - 6} y={y(score) + 5} textAnchor="end">
            {score}
          </text>
        </g>
      ))}
      {years.map((year) => (
        <text key={year} x={x(`${year}-01-01`)} y={height - 9} textAnchor="middle">
          {year}
        </text>
      ))}
    </g>
  );
}

type MarkProps = ScaleProps & {
  readonly change: Reorganisation;
  readonly number: number;
  readonly row: number;
};

/** Its number stands in the list below the picture. */
function Mark({ change, number, row, scale }: MarkProps): ReactNode {
  const x = scale.x(change.on);
  const y = MARGIN.top - 14 - row * 22;
  return (
    <g className={change.isAnnounced ? 'change announced' : 'change'}>
      <line x1={x} x2={x} y1={y + 10} y2={scale.y(0)} />
      <circle cx={x} cy={y} r={10} />
      <text x={x} y={y + 5} textAnchor="middle">
        {number}
      </text>
      <title>
        {dayInWords(change.on)}: {change.name}
      </title>
    </g>
  );
}

function AnnouncedGround({
  periods,
  scale,
}: ScaleProps & { readonly periods: readonly HistoryPeriod[] }): ReactNode {
  return periods
    .filter(isAnnounced)
    .map(({ from, to }) => (
      <rect
        key={from}
        className="announced-ground"
        x={scale.x(from)}
        width={scale.x(to ?? scale.end) - scale.x(from)}
        y={scale.y(1)}
        height={scale.y(0) - scale.y(1)}
      />
    ));
}

function TodayLine({ today, scale }: ScaleProps & { readonly today: string }): ReactNode {
  const x = scale.x(today);
  return (
    <g className="today">
      <line x1={x} x2={x} y1={scale.y(1)} y2={scale.y(0) + 6} />
    </g>
  );
}
