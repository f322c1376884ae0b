import type {
  Activity,
  ActivityAction,
  ActivityActionResult,
  ActivityList,
  ActivityMessage,
  ActivityPlots,
  ActivitySuppressions,
  PlotRange,
  PlotSplitBy,
} from "../../protocol/index.ts";
import { type Answer, type AskOptions, post, request, requestText } from "./ask.ts";
import type { MessageSource } from "./message-source.ts";
import { serverUrl } from "./site.ts";

/** Asks which outbox is shown and how it stands. */
export function fetchActivity(options: AskOptions = {}): Promise<Answer<Activity>> {
  return request("/api/activity", options);
}

/** Asks for messages of the outbox. @param query what is searched for, as the API names it */
export function fetchActivityList(
  query: URLSearchParams,
  options: AskOptions = {},
): Promise<Answer<ActivityList>> {
  return request(`/api/activity/messages?${query}`, options);
}

/** Asks for one message. */
export function fetchActivityMessage(
  id: string,
  options: AskOptions = {},
): Promise<Answer<ActivityMessage>> {
  return request(activityUrl(id), options);
}

/** Does something to a message. */
export function actOnMessage(
  id: string,
  action: ActivityAction,
): Promise<Answer<ActivityActionResult>> {
  return post(`${activityUrl(id)}/actions`, { action });
}

/** Asks for plots over time. */
export function fetchPlots(
  range: PlotRange,
  by: PlotSplitBy | null,
  options: AskOptions = {},
): Promise<Answer<ActivityPlots>> {
  const query = new URLSearchParams({ range, ...(by ? { by } : {}) });
  return request(`/api/activity/plots?${query}`, options);
}

/** Asks who gets no more mail. */
export function fetchSuppressions(
  part: string,
  options: AskOptions = {},
): Promise<Answer<ActivitySuppressions>> {
  return request(`/api/activity/suppressions?${new URLSearchParams({ part })}`, options);
}

/** Address of a message, for what hangs below it. */
export function activityUrl(id: string): string {
  return `/api/activity/messages/${encodeURIComponent(id)}`;
}

/** The messages of the outbox, for the views of a message. */
export const activitySource: MessageSource = {
  fetchHtml: (id, options) => requestText(`${activityUrl(id)}/html`, options),
  fetchSource: (id, options) => requestText(`${activityUrl(id)}/source`, options),
  fetchRaw: (id, options) => requestText(`${activityUrl(id)}/raw`, options),
  attachmentUrl: (id, place) => `${activityUrl(id)}/attachments/${place}`,
  picturesSource(id) {
    const { hostname, origin } = location;
    // A policy cannot write an address of IPv6.
    return hostname.startsWith("[") ? "'self'" : `${origin}${serverUrl(activityUrl(id))}/pictures/`;
  },
};
