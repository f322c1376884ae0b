import { IconButton } from "../ui/button.tsx";
import { Clock } from "../ui/icons.ts";
import type { EmailTree } from "./use-email-tree.ts";

/** Puts what was edited last first, in the tree and in the gallery, or all by name again. */
export function OrderToggle({ tree }: { readonly tree: EmailTree }) {
  const isRecent = tree.sortedBy === "recent";
  return (
    <IconButton
      name="Recently edited first"
      pressed={isRecent}
      onClick={() => tree.sortBy(isRecent ? "name" : "recent")}
    >
      <Clock size={16} />
    </IconButton>
  );
}
