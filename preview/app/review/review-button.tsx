import { tip } from "../ui/button.tsx";
import { MessageSquare } from "../ui/icons.ts";
import { useShell } from "../ui/shell-context.ts";

/** Shows or hides the panel in which people approve and comment. */
export function ReviewButton() {
  const { asideShown, asideTab, toggleAside } = useShell();
  return (
    <button
      type="button"
      className="menu-button props-button"
      aria-pressed={asideShown && asideTab === "review"}
      onClick={() => toggleAside("review")}
      {...tip("Approve, and comment", "review")}
    >
      <MessageSquare size={16} />
      <span>Review</span>
    </button>
  );
}
