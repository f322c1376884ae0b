import { useRef } from "react";
import { useClient } from "../data/client.ts";
import { site } from "../data/site.ts";
import { useStore } from "../data/store.ts";
import { useActions } from "../keys/actions.tsx";
import { Link } from "../link.tsx";
import { useManage } from "../manage/manage-context.ts";
import { type EmailRoute, emailRoute } from "../route.ts";
import { IconButton, tip } from "../ui/button.tsx";
import { FilterField } from "../ui/filter-field.tsx";
import { Command, LayoutGrid, PanelLeft, Plus } from "../ui/icons.ts";
import { useShell } from "../ui/shell-context.ts";
import { goTo } from "../use-route.ts";
import { EmailTreeView } from "./email-tree-view.tsx";
import { lookOf } from "./look-of.ts";
import { OrderToggle } from "./order-toggle.tsx";
import { PassedOver } from "./passed-over.tsx";
import type { EmailTree } from "./use-email-tree.ts";
import "../ui/list.css";

/** The list of emails: the project's name, the filter, the order, the tree. */
export function EmailList({
  tree,
  route,
}: {
  readonly tree: EmailTree;
  readonly route: EmailRoute | null;
}) {
  const project = useStore(useClient().project);
  const { run } = useActions();
  const manage = useManage();
  const { toggleList, closeSheet } = useShell();
  const treeElement = useRef<HTMLDivElement>(null);

  function open(id: string) {
    goTo(emailRoute(id, route ? lookOf(route) : {}));
    closeSheet();
  }

  return (
    <>
      <div className="list-head">
        <h2 className="truncate">{project?.name ?? "Emails"}</h2>
        <Link
          className="icon-button"
          route={{ page: "home" }}
          aria-label="All emails"
          aria-current={route ? undefined : "page"}
          onClick={closeSheet}
          {...tip("All emails", "home")}
        >
          <LayoutGrid size={16} />
        </Link>
        {!site.isStatic && (
          <IconButton
            name="New email"
            onClick={() => manage({ kind: "new-email", folder: folderOf(route) })}
          >
            <Plus size={16} />
          </IconButton>
        )}
        <IconButton name="Go to anything" action="palette" onClick={() => run("palette")}>
          <Command size={16} />
        </IconButton>
        <IconButton name="Hide the list" action="list" onClick={toggleList}>
          <PanelLeft size={16} />
        </IconButton>
      </div>
      <div className="list-tools">
        <FilterField
          label="Filter emails"
          value={tree.filter}
          onChange={tree.setFilter}
          onLeave={() => treeElement.current?.querySelector<HTMLElement>("[tabindex='0']")?.focus()}
          onChoose={() => tree.order[0] !== undefined && open(tree.order[0])}
        />
        <OrderToggle tree={tree} />
      </div>
      <EmailTreeView ref={treeElement} tree={tree} route={route} />
      <PassedOver />
    </>
  );
}

/** Where a new email most likely belongs: beside the one that shows. */
function folderOf(route: EmailRoute | null): string {
  return route ? route.id.slice(0, route.id.lastIndexOf("/") + 1) : "";
}
