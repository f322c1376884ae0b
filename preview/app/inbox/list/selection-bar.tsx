import { IconButton } from "../../ui/button.tsx";
import { Mail, MailOpen, Trash2, X } from "../../ui/icons.ts";
import type { Selection } from "./use-selection.ts";

/** What can be done with the selected messages, in the place of the list's head. */
export function SelectionBar({
  selection,
  onMark,
  onDelete,
}: {
  readonly selection: Selection;
  readonly onMark: (isRead: boolean) => void;
  readonly onDelete: () => void;
}) {
  const { messages, count, clear } = selection;
  const isUnread = messages.some(({ isRead }) => !isRead);
  return (
    <div className="list-head" role="toolbar" aria-label="Selected messages">
      <h2 className="truncate tabular">
        <span role="status">{count.toLocaleString("en")} selected</span>
      </h2>
      <IconButton
        name={isUnread ? "Mark as read" : "Mark as unread"}
        action="unread"
        onClick={() => onMark(isUnread)}
      >
        {isUnread ? <MailOpen size={16} /> : <Mail size={16} />}
      </IconButton>
      <IconButton name="Delete the selected" action="delete" onClick={onDelete}>
        <Trash2 size={16} />
      </IconButton>
      <IconButton name="Select nothing" action="back" onClick={clear}>
        <X size={16} />
      </IconButton>
    </div>
  );
}
