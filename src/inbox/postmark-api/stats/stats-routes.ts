import { describeReader } from "../../events/describe-reader.ts";
import type { ClickEvent, OpenEvent } from "../../events/mail-event.ts";
import type { PostmarkCall, PostmarkRoute } from "../postmark-call.ts";
import { type Counted, countDays } from "./count-days.ts";
import { overviewOf, tracksLinks, tracksOpens } from "./overview.ts";
import { clicksOf, opensOf, readScope, type Scope } from "./read-scope.ts";

const route = (
  path: string,
  counted: (scope: Scope, call: PostmarkCall) => Iterable<Counted>,
  always: readonly string[] = [],
): PostmarkRoute => ({
  ...{ method: "GET", path: `/stats/outbound/${path}`, queryCode: 900 },
  handle: (call) => countDays(counted(readScope(call), call), always),
});

/**
 * Statistics of what is in the inbox. What was deleted or pushed out counts no more.
 *
 * @see https://postmarkapp.com/developer/api/stats-api
 */
export const statsRoutes: readonly PostmarkRoute[] = [
  {
    ...{ method: "GET", path: "/stats/outbound", queryCode: 900 },
    handle: (call) => overviewOf(readScope(call), call.server),
  },
  route("sends", ({ sent }) => sent.map(({ receivedAt: at }) => ({ at, names: ["Sent"] })), [
    "Sent",
  ]),
  route("bounces", ({ events }) =>
    events.flatMap((event) =>
      event.kind === "bounce" && event.type !== "SpamComplaint"
        ? [{ at: event.at, names: [event.type] }]
        : [],
    ),
  ),
  route(
    "spam",
    ({ events }) =>
      events.flatMap((event) =>
        event.kind === "bounce" && event.type === "SpamComplaint"
          ? [{ at: event.at, names: ["SpamComplaint"] }]
          : [],
      ),
    ["SpamComplaint"],
  ),
  route(
    "tracked",
    ({ sent }, { server }) =>
      sent
        .filter((message) => tracksOpens(message, server) || tracksLinks(message, server))
        .map(({ receivedAt: at }) => ({ at, names: ["Tracked"] })),
    ["Tracked"],
  ),
  route("opens", (scope) => opensOf(scope).map(counted("Opens")), ["Opens", "Unique"]),
  route("opens/platforms", (scope) => opensOf(scope).map(byPlatform)),
  route("opens/emailClients", (scope) =>
    opensOf(scope).map((event) => named(event, describeReader(event.userAgent).Client.Name)),
  ),
  // How long a message is read is not measured: every open falls into the shortest.
  route("opens/readTimes", (scope) => opensOf(scope).map((event) => named(event, "0s"))),
  route("clicks", (scope) => clicksOf(scope).map(counted("Clicks")), ["Clicks", "Unique"]),
  route("clicks/browserFamilies", (scope) =>
    clicksOf(scope).map((event) => named(event, describeReader(event.userAgent).Client.Family)),
  ),
  route("clicks/platforms", (scope) => clicksOf(scope).map(byPlatform)),
  route("clicks/location", (scope) => clicksOf(scope).map((event) => named(event, event.location))),
];

function counted(name: string) {
  return ({ at, isFirst }: OpenEvent | ClickEvent): Counted => ({
    at,
    names: isFirst ? [name, "Unique"] : [name],
  });
}

function byPlatform(event: OpenEvent | ClickEvent): Counted {
  return named(event, describeReader(event.userAgent).Platform);
}

function named({ at }: OpenEvent | ClickEvent, name: string): Counted {
  return { at, names: [name] };
}
