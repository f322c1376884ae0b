import { Refusal } from "../api/answer.ts";
import type { Route } from "../api/router.ts";
import type { EmailListing } from "../emails/email-list.ts";
import { notFound } from "../emails/not-found.ts";
import { createReferenceService, type ReferenceProject } from "./reference-service.ts";

/** The part of the API that compares emails with git references. */
export function referenceRoutes(
  project: ReferenceProject,
  listing: EmailListing,
): readonly Route[] {
  const service = createReferenceService(project);
  return [
    {
      ...{ method: "GET", path: "/api/references/:id+" },
      handle({ params: { id = "" } }) {
        const found = listing.get(id);
        if (!found) throw notFound(listing, id);
        return { json: { references: listOf(found.path) } };
      },
    },
    {
      ...{ method: "GET", path: "/api/reference/:id+" },
      async handle({ params: { id = "" }, query }) {
        const ref = query.get("ref");
        if (!ref) throw new Refusal(400, "Cannot compare: name a git reference in 'ref'");
        return { json: await service.render(id, ref) };
      },
    },
  ];

  function listOf(file: string) {
    try {
      return service.list(file);
    } catch {
      // There is no git on this machine.
      return [];
    }
  }
}
