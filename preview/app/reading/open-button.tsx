import type { SourcePlace } from "../../protocol/index.ts";
import { site } from "../data/site.ts";
import { useOpenPlace } from "../emails/use-open-place.ts";
import { useHandlers } from "../keys/actions.tsx";
import { Button, tip } from "../ui/button.tsx";
import { SquarePen } from "../ui/icons.ts";

/** Opens a line in the reader's editor, by its key too as long as the button is there. */
export function OpenButton({ place }: { readonly place: SourcePlace }) {
  const open = useOpenPlace();
  useHandlers({ editor: () => void open(place) });
  if (site.isStatic) return null;
  return (
    <Button
      kind="quiet"
      onClick={() => void open(place)}
      {...tip(`${place.file}:${place.line}`, "editor")}
    >
      <SquarePen size={16} /> Open at line {place.line}
    </Button>
  );
}
