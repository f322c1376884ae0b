import { type KeyboardEvent, useMemo, useRef, useState } from "react";
import type { EmailView } from "../../protocol/index.ts";
import { useElementWidth } from "../frame/use-element-width.ts";
import { createTurns } from "../gallery/turns.ts";
import { useHandlers } from "../keys/actions.tsx";
import type { EmailRoute } from "../route.ts";
import { goTo } from "../use-route.ts";
import { columnGap, nextCell, sheetColumns, sheetScale } from "./sheet-columns.ts";
import { SheetRow } from "./sheet-row.tsx";
import "./variant-sheet.css";

/** So many frames load at the same time. */
const loadingAtOnce = 3;

/** Every variant of an email, light and dark, on a phone and on a desktop; each opens as it is. */
export function VariantSheet({
  view,
  route,
}: {
  readonly view: EmailView;
  readonly route: EmailRoute;
}) {
  const sheet = useRef<HTMLDivElement>(null);
  const room = useElementWidth(sheet);
  const turns = useMemo(() => createTurns(loadingAtOnce), []);
  const columns = useMemo(() => sheetColumns({ theme: route.theme }), [route.theme]);
  const scale = sheetScale(columns, room, route.zoom);
  const [stop, setStop] = useState(0);
  const { variants } = view;
  useHandlers({ back: () => goTo({ ...route, sheet: false }) });

  function walk(event: KeyboardEvent) {
    const next = nextCell(event.key, stop, columns.length, variants.length * columns.length);
    if (next === null) return;
    event.preventDefault();
    setStop(next);
    const cells = sheet.current?.parentElement?.querySelectorAll<HTMLElement>("a");
    cells?.[next]?.focus();
  }

  return (
    <div className="variant-sheet scrolls">
      <div className="variant-sheet-inside">
        <div ref={sheet} className="variant-sheet-room" />
        <div className="variant-sheet-heads" aria-hidden="true" style={{ gap: columnGap }}>
          {columns.map(({ name, frameWidth }) => (
            <span key={name} className="truncate" style={{ width: frameWidth * scale }}>
              {name}
            </span>
          ))}
        </div>
        {room > 0 &&
          variants.map((variant, at) => (
            <SheetRow
              key={variant.slug}
              route={route}
              variant={variant}
              columns={columns}
              scale={scale}
              turns={turns}
              stop={Math.floor(stop / columns.length) === at ? stop % columns.length : null}
              onKeyDown={walk}
              onStop={(column) => setStop(at * columns.length + column)}
            />
          ))}
      </div>
    </div>
  );
}
