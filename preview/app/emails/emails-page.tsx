import { lazy, useEffect } from "react";
import { useClient } from "../data/client.ts";
import { site } from "../data/site.ts";
import { useHandlers } from "../keys/actions.tsx";
import { type EmailRoute, emailRoute } from "../route.ts";
import { rememberEmail } from "../ui/last-email.ts";
import { Shell } from "../ui/shell.tsx";
import { goTo } from "../use-route.ts";
import { EmailList } from "./email-list.tsx";
import { EmailStage } from "./email-stage.tsx";
import { EmailStatus } from "./email-status.tsx";
import { lookOf } from "./look-of.ts";
import { neighboursOf } from "./neighbours.ts";
import { revealEmail, useEmailTree } from "./use-email-tree.ts";

const PropsPanel = lazy(() => import("../props/props-panel.tsx"));
const ChecksPanel = lazy(() => import("../checks/checks-panel.tsx"));

const ReviewPanel = lazy(() => import("../review/review-panel.tsx"));

const propsTab = { name: "props", label: "Props", action: "props" } as const;
const checksTab = { name: "checks", label: "Checks", action: "checks" } as const;
const reviewTab = { name: "review", label: "Review", action: "review" } as const;

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
      aside={[
        ...(site.hasProps ? [{ ...propsTab, content: <PropsPanel route={route} /> }] : []),
        { ...checksTab, content: <ChecksPanel route={route} /> },
        { ...reviewTab, content: <ReviewPanel route={route} /> },
      ]}
      status={<EmailStatus route={route} />}
    />
  );
}

/** Fetches what `j` and `k` lead to, so that they answer at once. */
function useLoadAhead(next: string | undefined, previous: string | undefined): void {
  const { views } = useClient();
  useEffect(() => {
    const timer = setTimeout(() => {
      if (next !== undefined) views.load({ id: next });
      if (previous !== undefined) views.load({ id: previous });
    }, neighbourDelayMs);
    return () => clearTimeout(timer);
  }, [views, next, previous]);
}
