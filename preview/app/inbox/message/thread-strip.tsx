import { useEffect, useRef } from "react";
import { Link } from "../../link.tsx";
import type { InboxRoute } from "../../route.ts";
import { count, formatTime } from "../../ui/format.ts";
import type { Thread } from "../threads.ts";

/** More are only counted. */
const mostShown = 50;

/** The messages of the thread that the opened one is in, newest first; nothing when it is alone. */
export function ThreadStrip({
  thread,
  route,
}: {
  readonly thread: Thread | null;
  readonly route: InboxRoute;
}) {
  const list = useRef<HTMLOListElement>(null);
  const { id } = route;
  useEffect(() => {
    const current = id && list.current?.querySelector("[aria-current]");
    if (current) current.scrollIntoView({ block: "nearest" });
  }, [id]);
  if (!thread || thread.messages.length < 2) return null;
  const { messages } = thread;
  return (
    <nav className="thread" aria-label="Thread">
      <span className="thread-title">
        {count(messages.length, "message")} in this thread
        {messages.length > mostShown && `, the newest ${mostShown}`}
      </span>
      <ol ref={list} className="scrolls">
        {messages.slice(0, mostShown).map((message) => (
          <li key={message.id}>
            <Link
              route={{ ...route, id: message.id }}
              aria-current={message.id === route.id ? "true" : undefined}
            >
              <span className="thread-from truncate">
                {message.from?.name || message.from?.address || "No sender"}
              </span>
              <span className="truncate" dir="auto">
                {message.subject || "(no subject)"}
              </span>
              <time className="tabular">{formatTime(message.receivedAt, Date.now())}</time>
            </Link>
          </li>
        ))}
      </ol>
    </nav>
  );
}
