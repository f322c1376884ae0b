import type { EmailQuery, LocatedEmail, MimeMessage } from "../../protocol/index.ts";
import { Refusal } from "../api/answer.ts";
import { readQuery, readQueryBody } from "../api/email-query.ts";
import type { Route } from "../api/router.ts";
import type { RenderService } from "../views/render-service.ts";
import { describeMime } from "./describe-mime.ts";
import { describePlaces } from "./describe-places.ts";

/** What reading an email needs. */
export interface ReadingSources {
  readonly renders: RenderService;
  /** The project. */
  readonly root: string;
  /** Recipient of the message that is shown. */
  readonly to: string;
  /** Sender where the email itself names none. */
  readonly from: () => Promise<string>;
}

/** What lies behind an email: the message that it leaves as, and the lines that made it. */
export function readingRoutes({ renders, root, to, from }: ReadingSources): readonly Route[] {
  const mime = async (query: EmailQuery): Promise<MimeMessage> =>
    describeMime(await renders.run("message", query, { to: [to], from: await from() }));
  const located = async (query: EmailQuery): Promise<LocatedEmail> =>
    describePlaces(await renders.run("locate", query, undefined), root);
  return [...routesOf("/api/mime/:id+", mime), ...routesOf("/api/located/:id+", located)];
}

/** The same for a state in the address, and for one in a body, which may be longer. */
function routesOf(
  path: string,
  answer: (query: EmailQuery) => Promise<object>,
): readonly [Route, Route] {
  const reply = async (query: EmailQuery) => {
    try {
      return { json: await answer(query) };
    } catch (error) {
      throw new Refusal(422, error instanceof Error ? error.message : String(error));
    }
  };
  return [
    {
      ...{ method: "GET", path },
      handle: ({ params, query }) => reply(readQuery(params.id ?? "", query)),
    },
    {
      ...{ method: "POST", path },
      handle: async (request) =>
        reply(readQueryBody(request.params.id ?? "", await request.json())),
    },
  ];
}
