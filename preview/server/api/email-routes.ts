import { readFile } from "node:fs/promises";
import { relative, resolve } from "node:path";
import { normalizePath } from "vite";
import type { EmailGraph } from "../emails/email-graph.ts";
import type { EmailListing } from "../emails/email-list.ts";
import { notFound } from "../emails/not-found.ts";
import type { RenderService } from "../views/render-service.ts";
import { Refusal } from "./answer.ts";
import { readQuery, readQueryBody } from "./email-query.ts";
import type { Route } from "./router.ts";

/** What the emails' part of the API needs. */
export interface EmailSources {
  /** The project. */
  readonly root: string;
  readonly listing: EmailListing;
  readonly renders: RenderService;
  readonly graph: Pick<EmailGraph, "modulesOf">;
}

/** The emails' part of the API. */
export function emailRoutes({ root, listing, renders, graph }: EmailSources): readonly Route[] {
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
      async handle({ params, query }) {
        const found = listing.get(params.id ?? "");
        if (!found) throw notFound(listing, params.id ?? "");
        const file = query.get("file");
        const own = normalizePath(relative(root, found.path));
        const isOwn = file === null || file === own;
        const path = isOwn ? found.path : findImported(file, graph.modulesOf(found.realPath));
        return { json: { file: file ?? own, code: await readFile(path, "utf8") } };
      },
    },
  ];

  /** @throws {Refusal} when the email does not import such a file, or it is one of a package */
  function findImported(file: string, modules: readonly string[]): string {
    const path = normalizePath(resolve(root, file));
    if (modules.includes(path) && !path.includes("/node_modules/")) return path;
    throw new Refusal(404, `Cannot show ${file}: this email was made without it`);
  }
}
