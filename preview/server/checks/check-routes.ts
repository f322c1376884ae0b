import type { EmailQuery } from "../../protocol/index.ts";
import { Refusal } from "../api/answer.ts";
import { readQuery, readQueryBody } from "../api/email-query.ts";
import type { Route } from "../api/router.ts";
import type { EmailListing } from "../emails/email-list.ts";
import { notFound } from "../emails/not-found.ts";
import type { CheckService } from "./check-service.ts";
import type { CountService } from "./count-service.ts";
import { describeFindings } from "./describe-findings.ts";
import type { FixService } from "./fix/fix-service.ts";
import type { Idle } from "./idle.ts";
import type { SpreadService } from "./spread-service.ts";
import type { Meter } from "./state-checker.ts";

/** What the checks' part of the API needs. */
export interface CheckRouteSources {
  readonly checks: CheckService;
  readonly counts: CountService;
  readonly spreads: SpreadService;
  readonly fixes: FixService;
  readonly listing: EmailListing;
  /** Told while someone waits for findings. */
  readonly idle: Idle;
  /** What measures contrast for the page. */
  readonly meter: Meter;
}

/** What is wrong with an email in one state, in which others, and what puts it right. */
export function checkRoutes(sources: CheckRouteSources): readonly Route[] {
  const { checks, counts, spreads, fixes, listing, idle, meter } = sources;

  const answer = async (query: EmailQuery, measuring?: Meter) => {
    // A measure comes behind what is shown already: nothing else waits for it.
    const isOver = measuring ? () => {} : idle.hold();
    try {
      const state = await checks.check(query, undefined, measuring);
      if (!state) throw notFound(listing, query.id);
      return { json: describeFindings(state, await checks.scope()) };
    } catch (error) {
      throw refusalOf(error);
    } finally {
      isOver();
    }
  };

  const findingRoutes = (path: string, measuring?: Meter): readonly Route[] => [
    {
      ...{ method: "GET", path },
      handle: ({ params, query }) => answer(readQuery(params.id ?? "", query), measuring),
    },
    {
      ...{ method: "POST", path },
      handle: async (request) =>
        answer(readQueryBody(request.params.id ?? "", await request.json()), measuring),
    },
  ];

  return [
    ...findingRoutes("/api/checks/:id+"),
    ...findingRoutes("/api/measured-checks/:id+", meter),
    {
      ...{ method: "GET", path: "/api/check-counts" },
      handle: () => ({ json: { counts: counts.list() } }),
    },
    {
      ...{ method: "GET", path: "/api/check-spread/:id+" },
      async handle({ params: { id = "" } }) {
        const spread = await spreads.spreadOf(id).catch((error: unknown) => {
          throw refusalOf(error);
        });
        if (!spread) throw notFound(listing, id);
        return { json: spread };
      },
    },
    {
      ...{ method: "POST", path: "/api/fixes/:id+" },
      async handle(request) {
        const { id = "" } = request.params;
        const body = await request.json();
        const { keys, version } = readFixRequest(body);
        const plan = await fixes
          .fix(readQueryBody(id, body), keys, version)
          .catch((error: unknown) => {
            throw refusalOf(error);
          });
        if (!plan) throw notFound(listing, id);
        return { json: plan };
      },
    },
    {
      ...{ method: "POST", path: "/api/undo-fix" },
      async handle(request) {
        const { undo } = ((await request.json()) ?? {}) as Partial<Record<string, unknown>>;
        if (typeof undo !== "string") {
          throw new Refusal(400, "Cannot undo: the body must be { undo: string }");
        }
        await fixes.undo(undo);
        return { json: {} };
      },
    },
  ];
}

/** A config that is wrong, and an email that ended meanwhile, are no fault of the server. */
function refusalOf(error: unknown): Refusal {
  if (error instanceof Refusal) return error;
  return new Refusal(422, error instanceof Error ? error.message : String(error));
}

/** @throws {Refusal} when the body is no `FixRequest` */
function readFixRequest(body: unknown): { keys: readonly string[]; version: string | null } {
  const { keys, version = null } = (body ?? {}) as Partial<Record<string, unknown>>;
  const isList = Array.isArray(keys) && keys.every((key) => typeof key === "string");
  if (!isList || (version !== null && typeof version !== "string")) {
    throw new Refusal(
      400,
      "Cannot fix: the body must be { variant, locale?, props?, keys: string[], version?: string }",
    );
  }
  return { keys, version };
}
