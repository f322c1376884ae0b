import { IconButton } from "./button.tsx";
import { PanelLeft } from "./icons.ts";
import { useShell } from "./shell-context.ts";

/** Brings the list back when it is hidden; stands at the start of a stage. */
export function ListToggle() {
  const { listShown, toggleList } = useShell();
  if (listShown) return null;
  return (
    <IconButton name="Show the list" action="list" onClick={toggleList}>
      <PanelLeft size={16} />
    </IconButton>
  );
}
