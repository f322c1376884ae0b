import type { EmailQuery } from "../../protocol/index.ts";
import { Refusal } from "../api/answer.ts";
import { readQuery, readQueryBody } from "../api/email-query.ts";
import type { Route } from "../api/router.ts";
import type { EmailListing } from "../emails/email-list.ts";
import { notFound } from "../emails/not-found.ts";
import type { CheckService } from "./check-service.ts";

/** What is wrong with an email in one state. */
export function checkRoutes(checks: CheckService, listing: EmailListing): readonly Route[] {
  const answer = async (query: EmailQuery) => {
    const state = await checks.check(query).catch((error: unknown) => {
      throw new Refusal(422, error instanceof Error ? error.message : String(error));
    });
    if (!state) throw notFound(listing, query.id);
    const { supportDate } = await import("../../../src/check/clients/support-data.ts");
    return { json: { findings: state.findings, supportDate } };
  };
  return [
    {
      ...{ method: "GET", path: "/api/checks/:id+" },
      handle: ({ params, query }) => answer(readQuery(params.id ?? "", query)),
    },
    {
      ...{ method: "POST", path: "/api/checks/:id+" },
      handle: async (request) =>
        answer(readQueryBody(request.params.id ?? "", await request.json())),
    },
  ];
}
