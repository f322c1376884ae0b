import { type ReactNode, Suspense, useEffect, useId, useRef, useState } from "react";
import { useRemembered } from "../data/remembered.ts";
import { useHandlers } from "../keys/actions.tsx";
import type { ActionName } from "../keys/shortcuts.ts";
import { IconButton } from "./button.tsx";
import { X } from "./icons.ts";
import { ResizeHandle } from "./resize-handle.tsx";
import { Tabs, tabId } from "./tabs.tsx";
import { useMediaQuery } from "./use-media-query.ts";
import "./aside.css";

/** Widths of the inspector, px. */
const asideWidth = { min: 280, max: 640, start: 340 } as const;

/** One thing that the inspector shows. */
export interface AsideTab {
  readonly name: string;
  readonly label: string;
  /** Its key. */
  readonly action: ActionName;
  readonly content: ReactNode;
}

/** Whether the inspector shows and what, and how that is changed. */
export interface AsideState {
  readonly shown: boolean;
  /** Name of the tab that shows, or would. */
  readonly tab: string;
  /** There is no room beside the stage: it lies over it. */
  readonly isSheet: boolean;
  /** Shows it, or hides it. With a tab: shows that tab, or hides it when it is the one that shows. */
  toggle(tab?: string): void;
  choose(tab: string): void;
}

/** Remembers the column and its tab; a sheet is put away when one leaves. */
export function useAside(tabs: readonly AsideTab[]): AsideState {
  const isSheet = useMediaQuery("(max-width: 900px)");
  const [remembered, remember] = useRemembered("aside-shown", "no");
  const [rememberedTab, choose] = useRemembered("aside-tab", "props");
  const [sheetOpen, setSheetOpen] = useState(false);
  const shown = isSheet ? sheetOpen : remembered === "yes";
  const tab = tabs.find(({ name }) => name === rememberedTab)?.name ?? tabs[0]?.name ?? "";
  const toggle = (wanted = tab) => {
    const next = !shown || wanted !== tab;
    choose(wanted);
    if (isSheet) setSheetOpen(next);
    else remember(next ? "yes" : "no");
  };
  return { shown, tab, isSheet, toggle, choose };
}

/** The inspector: a column to the right of the stage, or a sheet that leaves the email in sight. */
export function Aside({
  tabs,
  state,
}: {
  readonly tabs: readonly AsideTab[];
  readonly state: AsideState;
}) {
  const { shown, isSheet, toggle, tab } = state;
  const element = useRef<HTMLElement>(null);
  const panelId = useId();
  const [storedWidth, storeWidth] = useRemembered("aside-width", String(asideWidth.start));
  const [dragged, setDragged] = useState<number | null>(null);
  const width = dragged ?? (Number(storedWidth) || asideWidth.start);
  const current = tabs.find(({ name }) => name === tab);
  const label = current?.label ?? "";
  const keyed = useRef(false);
  const toggleByKey = (wanted = tab) => {
    const opener = document.activeElement;
    const hides = shown && wanted === tab;
    toggle(wanted);
    if (hides && opener instanceof HTMLElement && element.current?.contains(opener)) opener.blur();
    keyed.current = !hides;
  };
  // Opened by key, the next Tab leads into it; a text field would take the next shortcut.
  useEffect(() => {
    if (shown && tab && keyed.current) element.current?.focus();
    keyed.current = false;
  }, [shown, tab]);
  const byKey = Object.fromEntries(
    tabs.map(({ name, action }) => [action, () => toggleByKey(name)]),
  );
  const keys = { ...byKey, aside: () => toggleByKey() };
  useHandlers(shown && isSheet ? { ...keys, back: () => toggle() } : keys);
  if (!shown || !current) return null;
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
      <header className="aside-head">
        <Tabs
          label="Inspector"
          tabs={tabs}
          selected={tab}
          onSelect={state.choose}
          panelId={panelId}
        />
        <IconButton
          name={`Hide the ${label.toLowerCase()}`}
          action={current.action}
          onClick={() => toggle()}
        >
          <X size={16} />
        </IconButton>
      </header>
      <div
        id={panelId}
        role="tabpanel"
        aria-labelledby={tabId(panelId, tab)}
        className="aside-panel"
      >
        <Suspense fallback={null}>{current.content}</Suspense>
      </div>
    </aside>
  );
}

function isTyping(target: EventTarget): boolean {
  return (
    target instanceof HTMLElement &&
    (target.matches("input, textarea, select") || target.isContentEditable)
  );
}
