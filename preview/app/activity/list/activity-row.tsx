import { memo } from "react";
import type { ActivitySummary } from "../../../protocol/index.ts";
import { Link } from "../../link.tsx";
import type { ActivityRoute } from "../../route.ts";
import { formatTime } from "../../ui/format.ts";
import { useShell } from "../../ui/shell-context.ts";
import { StateBadge } from "../state-badge.tsx";

/** One message of the list. */
export const ActivityRow = memo(function ActivityRow({
  message,
  route,
  isOpen,
  top,
  isStop,
}: {
  readonly message: ActivitySummary;
  readonly route: ActivityRoute;
  readonly isOpen: boolean;
  readonly top: number;
  /** Whether Tab stops here. */
  readonly isStop: boolean;
}) {
  const { closeSheet } = useShell();
  const { to, subject, emailId, tag } = message;
  const others = to.length - 1;
  const about = emailId ?? tag;
  return (
    <li className="activity-row" style={{ top }}>
      <Link
        route={{ ...route, id: message.id }}
        aria-current={isOpen ? "true" : undefined}
        tabIndex={isStop ? 0 : -1}
        onClick={closeSheet}
      >
        <span className="activity-row-to truncate">
          <bdi>{to[0] ?? "no one"}</bdi>
          {others > 0 && <span className="activity-row-more"> and {others} more</span>}
        </span>
        <time className="activity-row-time tabular">
          {formatTime(message.createdAt, Date.now())}
        </time>
        <span className="activity-row-subject truncate" dir="auto">
          {subject ?? "(subject sealed)"}
        </span>
        <span className="activity-row-foot">
          <StateBadge state={message.state} />
          {about && <span className="activity-row-about truncate">{about}</span>}
        </span>
      </Link>
    </li>
  );
});
