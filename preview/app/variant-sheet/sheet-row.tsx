import { type KeyboardEvent, useMemo, useRef } from "react";
import type { Variant } from "../../protocol/index.ts";
import { useDressed } from "../frame/clients/use-dressed.ts";
import type { Turns } from "../gallery/turns.ts";
import { Link } from "../link.tsx";
import type { EmailRoute } from "../route.ts";
import { type SheetColumn, sheetFrameHeight } from "./sheet-columns.ts";
import { SheetFrame } from "./sheet-frame.tsx";
import { useNear } from "./use-near.ts";
import { useNearView } from "./use-near-view.ts";

/** One variant in every column. Only near the view does it hold frames. */
export function SheetRow({
  route,
  variant: { name, slug },
  columns,
  scale,
  turns,
  stop,
  onStop,
  onKeyDown,
}: {
  readonly route: EmailRoute;
  readonly variant: Variant;
  readonly columns: readonly SheetColumn[];
  readonly scale: number;
  readonly turns: Turns;
  /** Column at which Tab stops; null: in another row. */
  readonly stop: number | null;
  readonly onStop: (column: number) => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
}) {
  const row = useRef<HTMLElement>(null);
  const near = useNear(row, ".variant-sheet");
  const { id, locale } = route;
  const { view } = useNearView({ id, variant: slug, locale }, near);
  const result = view?.result;
  const render = result?.status === "failed" ? result.lastGood : result;
  const revision = view?.revision;
  const content = useMemo(
    () =>
      render && near
        ? {
            token: `${id}|${slug}|${locale}|${revision}`,
            scrollKey: `${id}|${slug}`,
            title: name,
            html: render.html,
          }
        : null,
    [render, near, id, slug, locale, revision, name],
  );
  const { dressed } = useDressed(content, route);
  return (
    <section ref={row} className="variant-sheet-row" aria-label={name}>
      <h2>
        {name}
        {result?.status === "failed" && (
          <span className="variant-sheet-failed">does not {result.phase}</span>
        )}
      </h2>
      <div className="variant-sheet-cells">
        {columns.map((column, at) => (
          <Link
            key={column.name}
            className="variant-sheet-cell"
            aria-label={`${name}: ${column.name}`}
            data-dark={column.theme !== "light"}
            tabIndex={stop === at ? 0 : -1}
            onFocus={() => onStop(at)}
            onKeyDown={onKeyDown}
            route={{
              ...route,
              ...{ sheet: false, variant: slug, props: null, beside: null },
              ...{ theme: column.theme, width: column.width },
            }}
            style={{ width: column.frameWidth * scale, height: sheetFrameHeight * scale }}
          >
            {near && dressed && (
              <SheetFrame
                content={dressed}
                theme={column.theme}
                rtl={route.rtl}
                frameWidth={column.frameWidth}
                scale={scale}
                turns={turns}
              />
            )}
          </Link>
        ))}
      </div>
    </section>
  );
}
