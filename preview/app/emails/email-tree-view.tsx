import {
  type KeyboardEvent,
  type Ref,
  useEffect,
  useImperativeHandle,
  useRef,
  useState,
} from "react";
import { flushSync } from "react-dom";
import { useClient } from "../data/client.ts";
import type { EmailRoute } from "../route.ts";
import { revealRow, useWindow } from "../ui/use-window.ts";
import { moveInTree } from "./tree-keys.ts";
import { TreeLine } from "./tree-line.tsx";
import { TreeMenuButton, useTreeMenu } from "./tree-menu.tsx";
import type { EmailTree } from "./use-email-tree.ts";
import "./tree.css";

/** Height of a line, px; the style sheet says the same. */
const rowHeight = 28;

/** The tree: one stop for Tab, arrow keys inside, as WAI-ARIA draws it. */
export function EmailTreeView({
  tree,
  route,
  ref,
}: {
  readonly tree: EmailTree;
  readonly route: EmailRoute | null;
  readonly ref: Ref<HTMLDivElement>;
}) {
  const scroller = useRef<HTMLDivElement>(null);
  useImperativeHandle(ref, () => scroller.current as HTMLDivElement);
  const { views } = useClient();
  const { rows } = tree;
  const selected = route?.id ?? null;
  const [active, setActive] = useState(selected);
  const { start, end } = useWindow(scroller, rows.length, rowHeight);
  const selectedIndex = rows.findIndex((row) => row.node.path === selected);
  const activeIndex = rows.findIndex((row) => row.node.path === active);
  const stop = activeIndex >= 0 ? activeIndex : Math.max(0, selectedIndex);

  useEffect(() => setActive(selected), [selected]);
  const shown = useRef<string | null>(null);
  useEffect(() => {
    if (selectedIndex < 0 || shown.current === selected) return;
    shown.current = selected;
    revealRow(scroller.current, selectedIndex, rowHeight);
  }, [selected, selectedIndex]);

  // What the filter leaves begins at the top.
  const filtered = useRef(tree.filter);
  useEffect(() => {
    if (filtered.current === tree.filter) return;
    filtered.current = tree.filter;
    if (scroller.current) scroller.current.scrollTop = 0;
  }, [tree.filter]);

  function press(event: KeyboardEvent<HTMLDivElement>) {
    const row = rows[stop];
    const move = row && moveInTree(rows, stop, event.key);
    if (!move) return;
    event.preventDefault();
    if (move.kind === "fold") {
      tree.toggle(row.node.path, move.open);
      return;
    }
    flushSync(() => setActive(rows[move.index]?.node.path ?? null));
    revealRow(scroller.current, move.index, rowHeight);
    scroller.current?.querySelector<HTMLElement>("[tabindex='0']")?.focus();
  }

  const menu = useTreeMenu(rows);
  const pointed = rows.findIndex((row) => row.node.path === menu.pointed);
  const menuAt = pointed >= 0 ? pointed : stop;

  return (
    <div ref={scroller} className="list-rows scrolls" onPointerLeave={menu.onLeave}>
      <div
        role="tree"
        aria-label="Emails"
        className="list-rows-inside"
        style={{ height: rows.length * rowHeight }}
        onKeyDown={press}
        onPointerOver={menu.onPoint}
        onContextMenu={menu.onContextMenu}
      >
        {rows.slice(start, end).map((row, offset) => (
          <TreeLine
            key={`${row.node.kind}:${row.node.path}`}
            row={row}
            top={(start + offset) * rowHeight}
            route={route}
            isStop={start + offset === stop}
            hasMenu={start + offset === menuAt}
            filter={tree.filter}
            onToggle={tree.toggle}
            onHover={(id) => views.load({ id })}
          />
        ))}
      </div>
      <TreeMenuButton menu={menu} row={rows[menuAt]} top={menuAt * rowHeight} />
      {tree.total > 0 && rows.length === 0 && (
        <p className="list-empty" role="status">
          No email has “{tree.filter}” in its path.
        </p>
      )}
    </div>
  );
}
