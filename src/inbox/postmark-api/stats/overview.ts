import type { InboxMessage } from "../../inbox.ts";
import { links } from "../../lift/links.ts";
import type { LocalServer } from "../../local-server.ts";
import { clicksOf, opensOf, type Scope } from "./read-scope.ts";

/** The overview of what was sent. Rates are in percent. */
export function overviewOf(scope: Scope, server: LocalServer) {
  const { sent, events } = scope;
  const bounces = events.flatMap((event) => (event.kind === "bounce" ? [event.type] : []));
  const complaints = bounces.filter((type) => type === "SpamComplaint").length;
  const errors = bounces.filter((type) => type === "SMTPApiError").length;
  const bounced = bounces.length - complaints - errors;
  const opens = opensOf(scope);
  const clicks = clicksOf(scope);
  const openTracked = sent.filter((message) => tracksOpens(message, server));
  const linkTracked = sent.filter((message) => tracksLinks(message, server));
  const rate = (count: number) =>
    sent.length === 0 ? 0 : Math.round((count / sent.length) * 100_000) / 1_000;
  return {
    ...{ Sent: sent.length, Bounced: bounced, SMTPApiErrors: errors, BounceRate: rate(bounced) },
    ...{ SpamComplaints: complaints, SpamComplaintsRate: rate(complaints) },
    ...{ Opens: opens.length, UniqueOpens: opens.filter(({ isFirst }) => isFirst).length },
    Tracked: new Set([...openTracked, ...linkTracked]).size,
    ...{ WithLinkTracking: linkTracked.length, WithOpenTracking: openTracked.length },
    TotalTrackedLinksSent: linkTracked.reduce((sum, message) => sum + links(message).length, 0),
    UniqueLinksClicked: clicks.filter(({ isFirst }) => isFirst).length,
    TotalClicks: clicks.length,
    ...{ WithClientRecorded: opens.length, WithPlatformRecorded: opens.length },
    WithReadTimeRecorded: opens.length,
  };
}

/** Whether a message asks for opens to be tracked, or its server does. */
export function tracksOpens({ tracking, html }: InboxMessage, { settings }: LocalServer): boolean {
  return html !== undefined && (settings.TrackOpens || tracking.opens === true);
}

/** Whether a message asks for links to be tracked, or its server does. */
export function tracksLinks({ tracking }: InboxMessage, { settings }: LocalServer): boolean {
  return (tracking.links ?? settings.TrackLinks) !== "None";
}
