import type { PostmarkRoute } from "./postmark-call.ts";
import { PostmarkRefusal } from "./postmark-refusal.ts";

const noTemplate = () => {
  throw new PostmarkRefusal(1101, "Template not found: the local Postmark keeps no templates.");
};

/** What the local Postmark does not have: lists of it are empty, and nothing of it is found. */
export const absentRoutes: readonly PostmarkRoute[] = [
  {
    ...{ method: "GET", path: "/templates" },
    handle: () => ({ TotalCount: 0, Templates: [] }),
  },
  { method: "POST", path: "/templates", handle: noTemplate },
  { method: "POST", path: "/templates/validate", handle: noTemplate },
  { method: "GET", path: "/templates/{id}", handle: noTemplate },
  { method: "PUT", path: "/templates/{id}", handle: noTemplate },
  { method: "DELETE", path: "/templates/{id}", handle: noTemplate },
  {
    ...{ method: "GET", path: "/messages/inbound" },
    handle: () => ({ TotalCount: 0, InboundMessages: [] }),
  },
  {
    ...{ method: "GET", path: "/messages/inbound/{id}/details" },
    handle() {
      throw new PostmarkRefusal(701, "This message was not found: the local Postmark takes none.");
    },
  },
  {
    ...{ method: "GET", path: "/triggers/inboundrules" },
    handle: () => ({ TotalCount: 0, InboundRules: [] }),
  },
  {
    ...{ method: "GET", path: "/senders", token: "account" },
    handle: () => ({ TotalCount: 0, SenderSignatures: [] }),
  },
];
