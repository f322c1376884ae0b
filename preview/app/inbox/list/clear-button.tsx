import { useEffect, useState } from "react";
import type { InboxSummary } from "../../../protocol/index.ts";
import { useClient } from "../../data/client.ts";
import { type InboxRoute, inboxRoute } from "../../route.ts";
import { Button, IconButton } from "../../ui/button.tsx";
import { Trash2 } from "../../ui/icons.ts";
import { useNotices } from "../../ui/notices.tsx";
import { goTo } from "../../use-route.ts";

/** How long the second press is waited for, ms. */
const sureMs = 4000;

/** Clears the inbox, or the mailbox that is looked into, on the second press. */
export function ClearButton({
  route: { mailbox },
  messages,
}: {
  readonly route: InboxRoute;
  readonly messages: readonly InboxSummary[];
}) {
  const { inbox } = useClient();
  const { announce } = useNotices();
  const [asked, setAsked] = useState(false);
  useEffect(() => {
    if (!asked) return;
    const timer = setTimeout(() => setAsked(false), sureMs);
    return () => clearTimeout(timer);
  }, [asked]);

  const isMeant = (message: InboxSummary) => mailbox === null || message.mailbox === mailbox;
  const meant = messages.filter(isMeant).length;
  const place = mailbox === null ? "inbox" : `mailbox ${mailbox}`;
  if (meant === 0) return null;
  if (!asked) {
    return (
      <IconButton name={`Clear the ${place}`} onClick={() => setAsked(true)}>
        <Trash2 size={16} />
      </IconButton>
    );
  }
  return (
    <Button
      kind="danger"
      autoFocus
      onBlur={() => setAsked(false)}
      onClick={() => {
        setAsked(false);
        void inbox.clear(mailbox);
        announce(mailbox === null ? "Inbox cleared" : `Mailbox ${mailbox} cleared`);
        goTo(inboxRoute(null), { replace: true });
      }}
    >
      Delete all {meant.toLocaleString("en")}
    </Button>
  );
}
