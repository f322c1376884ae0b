import { memo } from "react";
import type { InboxSummary } from "../../../protocol/index.ts";
import { useClient } from "../../data/client.ts";
import { Link } from "../../link.tsx";
import type { InboxRoute } from "../../route.ts";
import { formatTime } from "../../ui/format.ts";
import { CalendarDays, CircleAlert, Paperclip } from "../../ui/icons.ts";
import { useShell } from "../../ui/shell-context.ts";
import { effectWords } from "../message/problem-words.ts";
import { originVariant } from "../origin.ts";
import type { Thread } from "../threads.ts";

/** One message of the list. */
export const InboxRow = memo(function InboxRow({
  thread,
  route,
  isOpen,
  top,
  isUnread,
  isPicked,
  onPick,
  isStop,
}: {
  readonly thread: Thread;
  readonly route: InboxRoute;
  /** Whether a message of its thread is opened. */
  readonly isOpen: boolean;
  readonly top: number;
  readonly isUnread: boolean;
  /** Whether it is one of those that are selected. */
  readonly isPicked: boolean;
  /** Selects it, or lets it go; a range: all from the last one to it. */
  readonly onPick: (thread: Thread, isRange: boolean) => void;
  /** Whether Tab stops here. */
  readonly isStop: boolean;
}) {
  const { closeSheet } = useShell();
  const variants = useClient().views.variants();
  const { head: message, messages } = thread;
  const count = messages.length;
  const { from, to } = message;
  return (
    <li className="inbox-row" style={{ top }} data-id={message.id} data-picked={isPicked}>
      <Link
        route={{ ...route, id: message.id }}
        aria-current={isOpen ? "true" : undefined}
        tabIndex={isStop ? 0 : -1}
        data-unread={isUnread}
        onClick={(event) => {
          if (!event.shiftKey) return closeSheet();
          // The browser would open a window.
          event.preventDefault();
          onPick(thread, true);
        }}
      >
        <span className="inbox-row-from truncate">
          {isUnread && <span className="visually-hidden">Unread: </span>}
          <bdi>{from?.name || from?.address || "No sender"}</bdi>
          <span className="inbox-row-to">
            {" "}
            to <bdi>{describeRecipients(message)}</bdi>
          </span>{" "}
          {count > 1 && (
            <span className="inbox-row-count tabular">
              {count}
              <span className="visually-hidden"> messages</span>
            </span>
          )}
        </span>
        <time className="inbox-row-time tabular">{formatTime(message.receivedAt, Date.now())}</time>
        <span className="inbox-row-subject truncate" dir="auto">
          {message.subject || "(no subject)"}
        </span>
        <span className="inbox-row-snippet truncate" dir="auto">
          {message.origin && (
            <span className="inbox-row-variant">{originVariant(message.origin, variants)}</span>
          )}
          {/* Emails are tagged with their id unless they say otherwise. */}
          {message.tag !== null && message.tag !== message.origin?.emailId && (
            <span className="inbox-row-variant">{message.tag}</span>
          )}
          {message.snippet || to.map(({ address }) => address).join(", ")}
        </span>
        <span className="inbox-row-marks">
          {message.problem && (
            <CircleAlert
              size={14}
              data-effect={message.problem}
              aria-label={effectWords[message.problem].title}
            />
          )}
          {message.hasCalendar && <CalendarDays size={14} aria-label="Has an invitation" />}
          {message.attachmentCount > 0 && <Paperclip size={14} aria-label="Has attachments" />}
        </span>
      </Link>
      <input
        type="checkbox"
        className="inbox-row-pick"
        aria-label={`Select ${message.subject || "(no subject)"}`}
        checked={isPicked}
        tabIndex={isStop ? 0 : -1}
        onClick={(event) => onPick(thread, event.shiftKey)}
        onChange={() => {}}
      />
    </li>
  );
});

/** The first of those who got it, and how many more. */
function describeRecipients({ to, cc, bcc }: InboxSummary): string {
  const all = [...[...to, ...cc].map(({ name, address }) => name || address), ...bcc];
  const [first = "no one", ...others] = all;
  return others.length === 0 ? first : `${first} and ${others.length} more`;
}
