import { Refusal } from "../api/answer.ts";
import type { EmailListing } from "./email-list.ts";

/** What is answered when there is no email of an id: why not, where that can be told. */
export function notFound(listing: EmailListing, id: string): Refusal {
  return new Refusal(404, listing.whyMissing(id));
}
