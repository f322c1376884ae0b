import type { SourcePlace } from "../../protocol.ts";
import { postOpen } from "../data/api.ts";
import { site } from "../data/site.ts";
import { Button } from "../ui/button.tsx";
import { SquarePen } from "../ui/icons.ts";
import { useNotices } from "../ui/notices.tsx";

/** Opens a line in the reader's editor. */
export function OpenButton({ place }: { readonly place: SourcePlace }) {
  const { notify } = useNotices();
  async function open() {
    const answer = await postOpen(place);
    if (!answer.ok) notify({ tone: "failed", text: answer.problem.message });
  }
  if (site.isStatic) return null;
  return (
    <Button kind="quiet" onClick={open} title={`${place.file}:${place.line}`}>
      <SquarePen size={16} /> Open in editor
    </Button>
  );
}
