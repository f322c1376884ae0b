import { useEffect, useState } from "react";
import { useClient } from "../data/client.ts";
import { inboxRoute } from "../route.ts";
import { Button, IconButton } from "../ui/button.tsx";
import { Trash2 } from "../ui/icons.ts";
import { useNotices } from "../ui/notices.tsx";
import { goTo } from "../use-route.ts";

/** How long the second press is waited for, ms. */
const sureMs = 4000;

/** Clears the inbox, on the second press. */
export function ClearButton({ count }: { readonly count: number }) {
  const { inbox } = useClient();
  const { announce } = useNotices();
  const [asked, setAsked] = useState(false);
  useEffect(() => {
    if (!asked) return;
    const timer = setTimeout(() => setAsked(false), sureMs);
    return () => clearTimeout(timer);
  }, [asked]);

  if (count === 0) return null;
  if (!asked) {
    return (
      <IconButton name="Clear the inbox" onClick={() => setAsked(true)}>
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
        void inbox.clear();
        announce("Inbox cleared");
        goTo(inboxRoute(null), { replace: true });
      }}
    >
      Delete all {count}
    </Button>
  );
}
