import { useEffect } from "react";
import { useClient } from "../data/client.ts";
import { useHandlers } from "../keys/actions.tsx";
import { type EmailRoute, emailRoute } from "../route.ts";
import { rememberEmail } from "../ui/last-email.ts";
import { Shell } from "../ui/shell.tsx";
import { goTo } from "../use-route.ts";
import { EmailList } from "./email-list.tsx";
import { EmailStage } from "./email-stage.tsx";
import { EmailStatus } from "./email-status.tsx";
import { lookOf } from "./look-of.ts";
import { revealEmail, useEmailTree } from "./use-email-tree.ts";

/** How long one looks at an email before its neighbours are fetched, ms. */
const neighbourDelayMs = 400;

/** The Emails room with one email open. */
export function EmailsPage({ route }: { readonly route: EmailRoute }) {
  const tree = useEmailTree();
  const { next, previous } = neighboursOf(tree.order, route.id);
  const go = (id: string | undefined) => {
    if (id === undefined) return;
    goTo(emailRoute(id, lookOf(route)));
  };
  useHandlers({
    next: () => go(next),
    previous: () => go(previous),
    back: () => tree.setFilter(""),
  });
  useLoadAhead(next, previous);
  useEffect(() => rememberEmail(route), [route]);
  useEffect(() => revealEmail(route.id), [route.id]);

  return (
    <Shell
      page="email"
      listLabel="Emails"
      list={<EmailList tree={tree} route={route} />}
      stage={<EmailStage route={route} />}
      status={<EmailStatus route={route} />}
    />
  );
}

/** The emails before and after one; round the ends. One that the filter hides leads to the first. */
export function neighboursOf(
  order: readonly string[],
  id: string,
): { readonly next: string | undefined; readonly previous: string | undefined } {
  const at = order.indexOf(id);
  const others = order.length > 1 || at < 0;
  return {
    next: others ? (order[at + 1] ?? order[0]) : undefined,
    previous: others ? (order[at - 1] ?? order.at(-1)) : undefined,
  };
}

/** Fetches what `j` and `k` lead to, so that they answer at once. */
function useLoadAhead(next: string | undefined, previous: string | undefined): void {
  const { views } = useClient();
  useEffect(() => {
    const timer = setTimeout(() => {
      if (next !== undefined) views.load(next, "default");
      if (previous !== undefined) views.load(previous, "default");
    }, neighbourDelayMs);
    return () => clearTimeout(timer);
  }, [views, next, previous]);
}
