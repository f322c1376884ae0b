import { Refusal } from "../api/answer.ts";
import type { Route } from "../api/router.ts";
import type { HistoryService } from "./history-service.ts";

/** The saves of an email, and one of them. */
export function historyRoutes(history: HistoryService): readonly Route[] {
  return [
    {
      ...{ method: "GET", path: "/api/history/:id+" },
      handle: async ({ params: { id = "" } }) => ({ json: await history.list(id) }),
    },
    {
      ...{ method: "GET", path: "/api/history-save/:id+" },
      async handle({ params: { id = "" }, query }) {
        const save = await history.read(id, query.get("save") ?? "");
        if (save) return { json: save };
        throw new Refusal(404, `Cannot show this save of "${id}": it is not kept any more`);
      },
    },
  ];
}
