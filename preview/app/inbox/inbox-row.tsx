import { memo } from "react";
import type { InboxSummary } from "../../protocol.ts";
import { Link } from "../link.tsx";
import type { InboxRoute } from "../route.ts";
import { formatTime } from "../ui/format.ts";
import { Paperclip } from "../ui/icons.ts";
import { useShell } from "../ui/shell-context.ts";

/** One message of the list. */
export const InboxRow = memo(function InboxRow({
  message,
  route,
  top,
  isUnread,
  isStop,
}: {
  readonly message: InboxSummary;
  readonly route: InboxRoute;
  readonly top: number;
  readonly isUnread: boolean;
  /** Whether Tab stops here. */
  readonly isStop: boolean;
}) {
  const { closeSheet } = useShell();
  const { from, to } = message;
  return (
    <li className="inbox-row" style={{ top }}>
      <Link
        route={{ ...route, id: message.id }}
        aria-current={route.id === message.id ? "true" : undefined}
        tabIndex={isStop ? 0 : -1}
        data-unread={isUnread}
        onClick={closeSheet}
      >
        <span className="inbox-row-from truncate">
          {isUnread && <span className="visually-hidden">Unread: </span>}
          {from?.name || from?.address || "No sender"}
        </span>
        <time className="inbox-row-time tabular">{formatTime(message.receivedAt, Date.now())}</time>
        <span className="inbox-row-subject truncate">{message.subject || "(no subject)"}</span>
        <span className="inbox-row-snippet truncate">
          {message.snippet || to.map(({ address }) => address).join(", ")}
        </span>
        {message.attachmentCount > 0 && (
          <Paperclip className="inbox-row-clip" size={14} aria-label="Has attachments" />
        )}
      </Link>
    </li>
  );
});
