import { type ReactNode, useEffect, useRef, useState } from "react";
import { flushSync } from "react-dom";
import { useRemembered } from "../data/remembered.ts";
import { useHandlers } from "../keys/actions.tsx";
import { Aside, type AsideTab, useAside } from "./aside.tsx";
import { Rail, type Room } from "./rail.tsx";
import { ResizeHandle } from "./resize-handle.tsx";
import { ShellContext } from "./shell-context.ts";
import { useMediaQuery } from "./use-media-query.ts";
import "./shell.css";

/** Widths of the list, px. */
const listWidth = { min: 200, max: 420, start: 264 } as const;

const noTabs: readonly AsideTab[] = [];

/**
 * The room that every page stands in: rail, list, stage, inspector and status. List and inspector
 * are resized, hidden and remembered; where there is no room for them, they come as sheets.
 */
export function Shell({
  page,
  list,
  listLabel,
  stage,
  aside = noTabs,
  status,
}: {
  readonly page: Room;
  readonly list: ReactNode;
  readonly listLabel: string;
  readonly stage: ReactNode;
  /** What the inspector shows; a page without tabs has no inspector. */
  readonly aside?: readonly AsideTab[];
  readonly status: ReactNode;
}) {
  const narrow = useMediaQuery("(max-width: 640px)");
  const [storedWidth, storeWidth] = useRemembered("list-width", String(listWidth.start));
  const [hidden, setHidden] = useRemembered("list-hidden", "no");
  const [sheetOpen, setSheetOpen] = useState(false);
  const [dragged, setDragged] = useState<number | null>(null);
  const width = dragged ?? (Number(storedWidth) || listWidth.start);

  const toggleList = () =>
    narrow ? setSheetOpen(!sheetOpen) : setHidden(hidden === "yes" ? "no" : "yes");
  const listShown = narrow ? sheetOpen : hidden !== "yes";
  const asideState = useAside(aside);
  const showList = () => (narrow ? setSheetOpen(true) : setHidden("no"));
  useHandlers({ list: toggleList, filter: () => focusFilter(showList) });

  return (
    <ShellContext
      value={{
        listShown,
        toggleList,
        asideShown: asideState.shown,
        asideTab: asideState.tab,
        toggleAside: asideState.toggle,
        closeSheet: () => setSheetOpen(false),
      }}
    >
      <div className="shell">
        <Rail page={page} />
        {narrow ? (
          <Sheet label={listLabel} open={sheetOpen} onClose={() => setSheetOpen(false)}>
            {list}
          </Sheet>
        ) : (
          listShown && (
            <nav className="shell-list" aria-label={listLabel} style={{ width }}>
              {list}
              <ResizeHandle
                label="Width of the list"
                className="shell-handle"
                size={width}
                min={listWidth.min}
                max={listWidth.max}
                onResize={setDragged}
                onEnd={(size) => {
                  setDragged(null);
                  storeWidth(String(size));
                }}
              />
            </nav>
          )
        )}
        <main className="shell-stage">{stage}</main>
        {aside.length > 0 && <Aside tabs={aside} state={asideState} />}
        <footer className="shell-status">{status}</footer>
      </div>
    </ShellContext>
  );
}

function focusFilter(showList: () => void): void {
  // At once, because a hidden list is not in the document yet.
  flushSync(showList);
  const field = document.querySelector<HTMLInputElement>(".list-filter input");
  field?.focus();
  field?.select();
}

function Sheet({
  label,
  open,
  onClose,
  children,
}: {
  readonly label: string;
  readonly open: boolean;
  readonly onClose: () => void;
  readonly children: ReactNode;
}) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    if (!open) {
      dialog.current?.close();
      return;
    }
    dialog.current?.showModal();
    dialog.current?.querySelector<HTMLElement>(".list-rows [tabindex='0']")?.focus();
  }, [open]);
  return (
    <dialog
      ref={dialog}
      className="shell-sheet"
      aria-label={label}
      onClose={onClose}
      onPointerDown={(event) => event.target === event.currentTarget && onClose()}
    >
      {open && <div className="shell-sheet-inside">{children}</div>}
    </dialog>
  );
}
