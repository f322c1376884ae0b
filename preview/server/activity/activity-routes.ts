import type { ActivityAction, ActivityList, ActivitySuppressions } from "../../protocol/index.ts";
import { Refusal } from "../api/answer.ts";
import type { Route } from "../api/router.ts";
import type { ActivitySource } from "./activity-source.ts";
import { describeActivity } from "./describe-activity.ts";
import { summarizeRow } from "./describe-message.ts";
import { messageRoutes } from "./message-routes.ts";
import { createPlotService, plotRanges } from "./plot-service.ts";
import { readSearch } from "./read-search.ts";
import { createUseActivity, type UseActivity } from "./use-activity.ts";

/**
 * The outbox's part of the API.
 *
 * @param base where the preview stands on its server, from slash to slash
 */
export function activityRoutes(
  source: Pick<ActivitySource, "place" | "open">,
  base: string,
): readonly Route[] {
  const use = createUseActivity(source);
  const plots = createPlotService(use);
  return [
    {
      method: "GET",
      path: "/api/activity",
      handle: async () => ({ json: await describeActivity(source) }),
    },
    {
      method: "GET",
      path: "/api/activity/messages",
      handle: async ({ query }) => ({ json: await list(use, query) }),
    },
    ...messageRoutes(use, base),
    {
      method: "POST",
      path: "/api/activity/messages/:id/actions",
      async handle(request) {
        const action = readAction(await request.json());
        const id = await use((activity) => activity.act(request.params.id ?? "", action));
        return { json: { id } };
      },
    },
    {
      method: "GET",
      path: "/api/activity/plots",
      async handle({ query }) {
        const range = oneOf("range", Object.keys(plotRanges), query.get("range") ?? "day");
        const by = query.get("by");
        const split = by ? oneOf("by", ["email", "tag", "stream"] as const, by) : undefined;
        return { json: await plots(range as keyof typeof plotRanges, split) };
      },
    },
    {
      method: "GET",
      path: "/api/activity/suppressions",
      handle: async ({ query }) => ({ json: await suppressions(use, query.get("part") ?? "") }),
    },
  ];
}

async function list(use: UseActivity, query: URLSearchParams): Promise<ActivityList> {
  const search = readSearch(query);
  const page = await use((activity) => activity.search(search));
  return {
    messages: page.messages.map(summarizeRow),
    next: page.next ?? null,
    searchedTo: page.searchedTo?.getTime() ?? null,
  };
}

async function suppressions(use: UseActivity, part: string): Promise<ActivitySuppressions> {
  const page = await use((activity) => activity.suppressions(part));
  return {
    amount: page.amount,
    suppressions: page.suppressions.map(({ origin, since, ...rest }) => ({
      ...rest,
      since: since.getTime(),
      type: origin.type ?? null,
      details: origin.details ?? null,
      messageId: origin.correlationId ?? null,
    })),
  };
}

const actions: readonly ActivityAction[] = [
  ...(["retry", "cancel", "release", "mark as sent", "send again"] as const),
];

/** @throws {Refusal} when the body says nothing that can be done */
function readAction(body: unknown): ActivityAction {
  const { action } = (body ?? {}) as { readonly action?: unknown };
  const found = actions.find((one) => one === action);
  if (found) return found;
  throw new Refusal(
    400,
    `Cannot do this: the body must be { action }, with one of ${actions.join(", ")}`,
  );
}

function oneOf<Value extends string>(name: string, known: readonly Value[], given: string): Value {
  const found = known.find((one) => one === given);
  if (found !== undefined) return found;
  throw new Refusal(400, `Cannot plot: '${name}' must be one of ${known.join(", ")}`);
}
