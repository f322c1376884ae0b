import { useClient } from "../data/client.ts";
import { useStore } from "../data/store.ts";

/** A dot at an email whose props are edited. */
export function EditedMark({ id }: { readonly id: string }) {
  const { drafts } = useClient();
  const isEdited = useStore(drafts.store).get(id)?.props != null;
  if (!isEdited) return null;
  return (
    <span className="edited-mark">
      <span className="visually-hidden">edited</span>
    </span>
  );
}
