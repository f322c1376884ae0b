import { readFile } from "node:fs/promises";
import { relative } from "node:path";
import { normalizePath } from "vite";
import type { EmailListing } from "../emails/email-list.ts";
import { notFound } from "../emails/not-found.ts";
import type { RenderService } from "../views/render-service.ts";
import { readQuery, readQueryBody } from "./email-query.ts";
import type { Route } from "./router.ts";

/** The emails' part of the API. */
export function emailRoutes(
  root: string,
  listing: EmailListing,
  renders: RenderService,
): readonly Route[] {
  return [
    {
      method: "GET",
      path: "/api/emails",
      handle: () => ({ json: listing.list() }),
    },
    {
      method: "GET",
      path: "/api/emails/:id+",
      async handle({ params, query }) {
        const { id = "" } = params;
        const view = await renders.view(readQuery(id, query));
        if (!view) throw notFound(listing, id);
        return { json: view };
      },
    },
    {
      method: "POST",
      path: "/api/emails/:id+",
      async handle(request) {
        const { id = "" } = request.params;
        const view = await renders.view(readQueryBody(id, await request.json()));
        if (!view) throw notFound(listing, id);
        return { json: view };
      },
    },
    {
      method: "GET",
      path: "/api/source/:id+",
      async handle({ params }) {
        const found = listing.get(params.id ?? "");
        if (!found) throw notFound(listing, params.id ?? "");
        const code = await readFile(found.path, "utf8");
        return { json: { file: normalizePath(relative(root, found.path)), code } };
      },
    },
  ];
}
