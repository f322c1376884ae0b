import type { Variant } from "../../protocol/index.ts";
import type { MenuActions } from "../ui/action-menu.tsx";
import type { Manage } from "./manage-context.ts";

/** What can be done in a folder of the tree; the emails folder itself is "". */
export function folderActions(manage: Manage, folder: string): MenuActions {
  const prefix = folder === "" ? "" : `${folder}/`;
  return {
    label: folder || "Emails",
    actions: [
      {
        label: folder === "" ? "New email…" : "New email here…",
        run: () => manage({ kind: "new-email", folder: prefix }),
      },
    ],
  };
}

/** What can be done to an email. */
export function emailActions(manage: Manage, id: string): MenuActions {
  const folder = id.slice(0, id.lastIndexOf("/") + 1);
  return {
    label: id,
    actions: [
      { label: "New email…", run: () => manage({ kind: "new-email", folder }) },
      { label: "Duplicate email…", run: () => manage({ kind: "duplicate-email", id }) },
      { label: "Rename email…", run: () => manage({ kind: "rename-email", id }) },
      { label: "History of today…", run: () => manage({ kind: "history", id }) },
      { label: "Delete email", run: () => manage({ kind: "delete-email", id }) },
    ],
  };
}

/** What can be done to a variant. @param props the edited ones; null: none are */
export function variantActions(
  manage: Manage,
  id: string,
  { slug: variant, name }: Variant,
  props: string | null,
): MenuActions {
  const about = { id, variant, name, props };
  return {
    label: `Variant “${name}”`,
    actions: [
      ...(props === null
        ? []
        : [
            {
              label: "Update from the edited props…",
              run: () => manage({ kind: "update-variant", ...about }),
            },
          ]),
      ...(variant === "default"
        ? []
        : [
            { label: "Rename variant…", run: () => manage({ kind: "rename-variant", ...about }) },
            { label: "Delete variant", run: () => manage({ kind: "delete-variant", ...about }) },
          ]),
    ],
  };
}
