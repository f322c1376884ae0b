import type { InboxSummary } from "../../../protocol/index.ts";
import { useClient } from "../../data/client.ts";
import { IconButton } from "../../ui/button.tsx";
import { CheckCheck } from "../../ui/icons.ts";
import { useNotices } from "../../ui/notices.tsx";

/** Marks all messages as read; not there when none is unread. */
export function ReadButton({ messages }: { readonly messages: readonly InboxSummary[] }) {
  const { inbox } = useClient();
  const { announce } = useNotices();
  if (messages.every(({ isRead }) => isRead)) return null;
  return (
    <IconButton
      name="Mark all as read"
      onClick={() => {
        inbox.markAllRead(messages);
        announce("All marked as read");
      }}
    >
      <CheckCheck size={16} />
    </IconButton>
  );
}
