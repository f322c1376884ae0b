import type { InboxRoute } from "../../route.ts";
import { goTo } from "../../use-route.ts";
import type { MailboxCount } from "./mailbox-counts.ts";

/** Which mailbox one looks into; nothing to choose where there is but one. */
export function MailboxFilter({
  route,
  mailboxes,
}: {
  readonly route: InboxRoute;
  readonly mailboxes: readonly MailboxCount[];
}) {
  const { mailbox: chosen } = route;
  const isListed = mailboxes.some(({ name }) => name === chosen);
  if (mailboxes.length < 2 && (chosen === null || isListed)) return null;
  const all = mailboxes.reduce((sum, { count }) => sum + count, 0);
  const listed = chosen !== null && !isListed ? [{ name: chosen, count: 0 }] : [];
  const choices = [{ name: null, count: all }, ...listed, ...mailboxes];
  return (
    <fieldset className="mailboxes bare" aria-label="Mailbox">
      {choices.map(({ name, count }) => (
        <button
          key={name ?? ""}
          type="button"
          className="mailbox"
          aria-pressed={name === chosen}
          onClick={() => goTo({ ...route, mailbox: name })}
        >
          <span className="truncate">{name ?? "All"}</span>
          <span className="mailbox-count tabular">{count.toLocaleString("en")}</span>
        </button>
      ))}
    </fieldset>
  );
}
