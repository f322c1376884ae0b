import { tip } from "../ui/button.tsx";
import { SlidersHorizontal } from "../ui/icons.ts";
import { useShell } from "../ui/shell-context.ts";
import { EditedMark } from "./edited-mark.tsx";
import "./props-button.css";

/** Shows or hides the props; marked while some are edited. */
export function PropsButton({ id }: { readonly id: string }) {
  const { asideShown, asideTab, toggleAside } = useShell();
  return (
    <button
      type="button"
      className="menu-button props-button"
      aria-pressed={asideShown && asideTab === "props"}
      onClick={() => toggleAside("props")}
      {...tip("Props", "props")}
    >
      <SlidersHorizontal size={16} />
      <span>Props</span>
      <EditedMark id={id} />
    </button>
  );
}
