import { type MouseEvent, type PointerEvent, useState } from "react";
import { site } from "../data/site.ts";
import { emailActions, folderActions } from "../manage/manage-actions.ts";
import { useManage } from "../manage/manage-context.ts";
import { type MenuPoint, useActionMenu } from "../ui/action-menu.tsx";
import { IconButton } from "../ui/button.tsx";
import { Ellipsis } from "../ui/icons.ts";
import type { TreeRow } from "./tree.ts";

/** The menu of a line: by the right button, the menu key, or the button at its end. */
export function useTreeMenu(rows: readonly TreeRow[]) {
  const manage = useManage();
  const { menu, openMenu } = useActionMenu();
  const [pointed, setPointed] = useState<string | null>(null);

  function open(row: TreeRow, element: HTMLElement, at?: MenuPoint) {
    const { kind, path } = row.node;
    const actions = kind === "folder" ? folderActions(manage, path) : emailActions(manage, path);
    openMenu(element, `Manage ${path}`, [actions], at);
  }

  function lineOf({ target }: { readonly target: EventTarget }) {
    const line = target instanceof Element ? target.closest<HTMLElement>("[data-path]") : null;
    const row = rows.find(({ node }) => node.path === line?.dataset.path);
    return line && row ? { line, row } : null;
  }

  return {
    menu,
    pointed,
    open,
    onPoint: (event: PointerEvent) => {
      const found = lineOf(event);
      if (found) setPointed(found.row.node.path);
    },
    onLeave: () => setPointed(null),
    onContextMenu: (event: MouseEvent) => {
      const found = site.isStatic ? null : lineOf(event);
      if (!found) return;
      event.preventDefault();
      // The menu key gives no point that means anything.
      const at = event.button === 2 ? { x: event.clientX, y: event.clientY } : undefined;
      open(found.row, found.line, at);
    },
  };
}

/** The button at the end of a line: of the one that is pointed at, else of the one that Tab stops at. */
export function TreeMenuButton({
  menu: { menu, open },
  row,
  top,
}: {
  readonly menu: ReturnType<typeof useTreeMenu>;
  readonly row: TreeRow | undefined;
  /** Where the line is in the list, px. */
  readonly top: number;
}) {
  if (site.isStatic || !row) return null;
  return (
    <>
      <IconButton
        name={`Manage ${row.node.path}`}
        className="tree-menu-button"
        aria-haspopup="menu"
        style={{ top }}
        onClick={(event) => open(row, event.currentTarget)}
      >
        <Ellipsis size={16} />
      </IconButton>
      {menu}
    </>
  );
}
