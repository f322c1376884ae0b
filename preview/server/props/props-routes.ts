import type { SaveVariantRequest } from "../../protocol/index.ts";
import { Refusal } from "../api/answer.ts";
import { readQueryBody } from "../api/email-query.ts";
import type { Route } from "../api/router.ts";
import type { EmailListing } from "../emails/email-list.ts";
import { notFound } from "../emails/not-found.ts";
import type { RenderService } from "../views/render-service.ts";
import { saveVariant } from "./save/save-variant.ts";

/** What editing props needs. */
export interface PropsSources {
  readonly root: string;
  readonly emailsDir: string;
  readonly listing: EmailListing;
  readonly renders: RenderService;
}

/** The part of the API that is about editing props. */
export function propsRoutes({ renders, listing, ...folders }: PropsSources): readonly Route[] {
  return [
    {
      method: "GET",
      path: "/api/props/:id+",
      async handle({ params, query }) {
        const { id = "" } = params;
        const view = await loaded(
          renders.props({ id, variant: query.get("variant") || "default" }),
        );
        if (view) return { json: view };
        throw notFound(listing, id);
      },
    },
    {
      method: "POST",
      path: "/api/variants",
      async handle(request) {
        const wanted = readSaveRequest(await request.json());
        const { emailId: id, variant } = wanted;
        const found = listing.get(id);
        const view = await loaded(renders.props({ id, variant }));
        if (!found || !view) throw notFound(listing, id);
        if (view.variant !== variant) {
          throw new Refusal(
            409,
            `Cannot save: "${id}" has no variant "${variant}" any more; choose another`,
          );
        }
        return { json: await saveVariant({ ...folders, found, view }, wanted) };
      },
    },
  ];
}

/** An email that does not load has no props to tell of; why, its own view says. */
async function loaded<T>(answer: Promise<T>): Promise<T> {
  try {
    return await answer;
  } catch (error) {
    throw new Refusal(409, error instanceof Error ? error.message : String(error));
  }
}

/** @throws {Refusal} when the body is no {@link SaveVariantRequest} */
function readSaveRequest(body: unknown): SaveVariantRequest {
  const { emailId, name } = (body ?? {}) as Partial<Record<keyof SaveVariantRequest, unknown>>;
  if (typeof emailId !== "string" || typeof name !== "string") {
    throw new Refusal(
      400,
      "Cannot save: the body must be { emailId, variant, locale?, props?, name }",
    );
  }
  const { variant, locale, props } = readQueryBody(emailId, body);
  return { emailId, variant, locale, props, name };
}
