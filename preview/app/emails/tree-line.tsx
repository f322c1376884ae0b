import { memo } from "react";
import { describeMark, FindingMark, useFindingCount } from "../checks/finding-mark.tsx";
import { Link } from "../link.tsx";
import { EditedMark } from "../props/edited-mark.tsx";
import { type EmailRoute, emailRoute } from "../route.ts";
import { ChevronRight } from "../ui/icons.ts";
import { useShell } from "../ui/shell-context.ts";
import { lookOf } from "./look-of.ts";
import { markMatches, type TreeRow } from "./tree.ts";

/** One line of the tree: a folder that folds, or a link to an email. */
export const TreeLine = memo(function TreeLine({
  row,
  top,
  route,
  isStop,
  hasMenu,
  filter,
  onToggle,
  onHover,
}: {
  readonly row: TreeRow;
  readonly top: number;
  /** What is open now. */
  readonly route: EmailRoute | null;
  /** Whether Tab stops here. */
  readonly isStop: boolean;
  /** Whether the button of its menu stands at its end. */
  readonly hasMenu: boolean;
  readonly filter: string;
  readonly onToggle: (path: string) => void;
  /** Someone is about to open it: a chance to load ahead. */
  readonly onHover: (id: string) => void;
}) {
  const { closeSheet } = useShell();
  const { node } = row;
  const count = useFindingCount(node.path);
  const common = {
    role: "treeitem",
    className: "tree-line",
    "data-path": node.path,
    "data-menu": hasMenu,
    tabIndex: isStop ? 0 : -1,
    style: { top, paddingLeft: 8 + (row.level - 1) * 14 },
    "aria-level": row.level,
    "aria-posinset": row.position,
    "aria-setsize": row.siblings,
  };
  if (node.kind === "folder") {
    return (
      <button
        {...common}
        type="button"
        aria-expanded={row.expanded}
        data-kind="folder"
        onClick={() => onToggle(node.path)}
      >
        <ChevronRight className="tree-chevron" size={14} />
        <Label label={node.label} filter={filter} />
      </button>
    );
  }
  const selected = route?.id === node.path;
  return (
    <Link
      {...common}
      route={emailRoute(node.path, route ? lookOf(route) : {})}
      aria-selected={selected}
      aria-current={selected ? "page" : undefined}
      title={node.path}
      aria-description={describeMark(count)}
      onPointerEnter={() => onHover(node.path)}
      onClick={closeSheet}
    >
      <Label label={node.label} filter={filter} />
      <EditedMark id={node.path} />
      <FindingMark count={count} />
    </Link>
  );
});

function Label({ label, filter }: { readonly label: string; readonly filter: string }) {
  const pieces = markMatches(label, filter);
  return (
    <span className="truncate">
      {pieces.map(({ text, found, at }) => (found ? <mark key={at}>{text}</mark> : text))}
    </span>
  );
}
