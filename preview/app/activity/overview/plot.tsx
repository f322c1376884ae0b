import { useEffect, useRef, useState } from "react";
import uPlot from "uplot";
import "uplot/dist/uPlot.min.css";
import { useElementWidth } from "../../frame/use-element-width.ts";
import { useAppTheme } from "../../ui/app-theme.ts";
import { useMediaQuery } from "../../ui/use-media-query.ts";
import { wholeSteps, writeTimes } from "./plot-axes.ts";

/** One line of a plot: a value for each step. */
export interface PlotSeries {
  readonly label: string;
  readonly values: readonly (number | null)[];
}

/** px */
const plotHeight = 160;

/** A plot over time, and its legend, which shows the values under the pointer. */
export function Plot({
  title,
  at,
  series,
  format = (value) => Math.round(value).toLocaleString("en"),
}: {
  readonly title: string;
  /** Beginning of each step, seconds since the epoch. */
  readonly at: readonly number[];
  readonly series: readonly PlotSeries[];
  readonly format?: (value: number) => string;
}) {
  const host = useRef<HTMLDivElement>(null);
  const legend = useRef<HTMLUListElement>(null);
  const plot = useRef<uPlot | null>(null);
  const width = Math.floor(useElementWidth(host));
  const [theme] = useAppTheme();
  const isDark = useMediaQuery("(prefers-color-scheme: dark)");
  const [shown, setShown] = useState<number | null>(null);
  const labels = series.map(({ label }) => label).join("\n");
  const data = useRef<uPlot.AlignedData>([[]]);
  data.current = [[...at], ...series.map(({ values }) => [...values])] as uPlot.AlignedData;
  const write = useRef(format);
  write.current = format;

  // Made anew where its form or its colours change; new values go into the one that is there.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the theme decides the colours
  useEffect(() => {
    if (!host.current || !legend.current || width < 1) return;
    const swatches = [...legend.current.querySelectorAll("li")];
    const colours = swatches.map((swatch) => getComputedStyle(swatch).color);
    const faint = getComputedStyle(host.current).color;
    const line = getComputedStyle(host.current).borderTopColor;
    const made = new uPlot(
      {
        ...{ width, height: plotHeight, legend: { show: false } },
        cursor: { y: false, points: { size: 6 }, drag: { x: false, y: false } },
        hooks: { setCursor: [({ cursor }) => setShown(cursor.idx ?? null)] },
        scales: { y: { range: (_, low, high) => [Math.min(0, low), Math.max(high, 1) * 1.1] } },
        axes: [
          {
            ...{ stroke: faint, font: "11px Inter Variable, sans-serif", size: 28, space: 60 },
            ...{ grid: { show: false }, ticks: { show: false } },
            values: (_, splits) => [...writeTimes(splits)],
          },
          {
            ...{ stroke: faint, font: "11px Inter Variable, sans-serif", size: 56, space: 32 },
            ...{ grid: { stroke: line, width: 1 }, ticks: { show: false } },
            incrs: [...wholeSteps],
            values: (_, splits) => splits.map((value) => write.current(value)),
          },
        ],
        series: [
          {},
          ...colours.map((stroke) => ({
            ...{ stroke, width: 1.5, spanGaps: true, points: { show: false } },
            paths: uPlot.paths.stepped?.({ align: 1 }),
          })),
        ] as uPlot.Series[],
      },
      data.current,
      host.current,
    );
    plot.current = made;
    return () => {
      plot.current = null;
      made.destroy();
    };
  }, [width, labels, theme, isDark]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the values are in a ref
  useEffect(() => plot.current?.setData(data.current), [at, series]);

  const time = shown === null ? undefined : at[shown];
  return (
    <figure className="plot">
      <figcaption>
        {title}
        <span className="plot-moment tabular">
          {time !== undefined && new Date(time * 1_000).toLocaleString([], momentStyle)}
        </span>
      </figcaption>
      <ul ref={legend} className="plot-legend">
        {series.map(({ label, values }) => {
          const value = shown === null ? undefined : values[shown];
          return (
            <li key={label}>
              <span className="plot-name">{label}</span>
              {value !== undefined && value !== null && (
                <span className="plot-value tabular">{format(value)}</span>
              )}
            </li>
          );
        })}
      </ul>
      {/* What it shows stands in the table below. */}
      <div ref={host} className="plot-canvas" aria-hidden="true" />
    </figure>
  );
}

const momentStyle = { dateStyle: "medium", timeStyle: "short", hour12: false } as const;
