import { type ReactNode, Suspense, useEffect, useRef, useState } from "react";
import { useRemembered } from "../data/remembered.ts";
import { useHandlers } from "../keys/actions.tsx";
import { ResizeHandle } from "./resize-handle.tsx";
import { useMediaQuery } from "./use-media-query.ts";
import "./aside.css";

/** Widths of the inspector, px. */
const asideWidth = { min: 280, max: 640, start: 340 } as const;

/** Whether the inspector shows, and how that is changed. */
export interface AsideState {
  readonly shown: boolean;
  /** There is no room beside the stage: it lies over it. */
  readonly isSheet: boolean;
  toggle(): void;
}

/** Remembers the column; a sheet is put away when one leaves. */
export function useAside(): AsideState {
  const isSheet = useMediaQuery("(max-width: 900px)");
  const [remembered, remember] = useRemembered("aside-shown", "no");
  const [sheetOpen, setSheetOpen] = useState(false);
  const shown = isSheet ? sheetOpen : remembered === "yes";
  const toggle = () => (isSheet ? setSheetOpen(!shown) : remember(shown ? "no" : "yes"));
  return { shown, isSheet, toggle };
}

/** The inspector: a column to the right of the stage, or a sheet that leaves the email in sight. */
export function Aside({
  label,
  state,
  children,
}: {
  readonly label: string;
  readonly state: AsideState;
  readonly children: ReactNode;
}) {
  const { shown, isSheet, toggle } = state;
  const element = useRef<HTMLElement>(null);
  const [storedWidth, storeWidth] = useRemembered("aside-width", String(asideWidth.start));
  const [dragged, setDragged] = useState<number | null>(null);
  const width = dragged ?? (Number(storedWidth) || asideWidth.start);
  const toggleByKey = () => {
    const opener = document.activeElement;
    toggle();
    if (shown && opener instanceof HTMLElement && element.current?.contains(opener)) opener.blur();
    keyed.current = !shown;
  };
  const keyed = useRef(false);
  // Opened by key, the next Tab leads into it; a text field would take the next shortcut.
  useEffect(() => {
    if (shown && keyed.current) element.current?.focus();
    keyed.current = false;
  }, [shown]);
  useHandlers(
    shown && isSheet
      ? { props: toggleByKey, aside: toggleByKey, back: toggle }
      : { props: toggleByKey, aside: toggleByKey },
  );
  if (!shown) return null;
  return (
    <aside
      ref={element}
      className="shell-aside"
      data-sheet={isSheet}
      aria-label={label}
      tabIndex={-1}
      style={isSheet ? undefined : { width }}
      onKeyDown={(event) => {
        // Out of a field, so that the keys of the page count again; a second time, out of the sheet.
        const { target, currentTarget, key } = event;
        if (key !== "Escape" || target === currentTarget || !isTyping(target)) return;
        event.stopPropagation();
        currentTarget.focus();
      }}
    >
      {!isSheet && (
        <ResizeHandle
          label={`Width of ${label}`}
          className="shell-handle"
          size={width}
          min={asideWidth.min}
          max={asideWidth.max}
          factor={-1}
          onResize={setDragged}
          onEnd={(size) => {
            setDragged(null);
            storeWidth(String(size));
          }}
        />
      )}
      <Suspense fallback={null}>{children}</Suspense>
    </aside>
  );
}

function isTyping(target: EventTarget): boolean {
  return (
    target instanceof HTMLElement &&
    (target.matches("input, textarea, select") || target.isContentEditable)
  );
}
