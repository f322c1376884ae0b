import { absentRoutes } from "./absent-routes.ts";
import { bouncesRoutes } from "./bounces-routes.ts";
import { domainsRoutes } from "./domains-routes.ts";
import { emailRoutes } from "./email/email-routes.ts";
import { messagesRoutes } from "./messages/messages-routes.ts";
import type { PostmarkRoute } from "./postmark-call.ts";
import { serverRoutes } from "./server-routes.ts";
import { statsRoutes } from "./stats/stats-routes.ts";
import { streamsRoutes } from "./streams-routes.ts";
import { suppressionsRoutes } from "./suppressions-routes.ts";
import { trackRoutes } from "./track-routes.ts";
import { webhooksRoutes } from "./webhooks-routes.ts";

/** All that the local Postmark answers. A path that is more special stands before one that would fit it too. */
export const postmarkRoutes: readonly PostmarkRoute[] = [
  ...emailRoutes,
  ...messagesRoutes,
  ...bouncesRoutes,
  ...suppressionsRoutes,
  ...streamsRoutes,
  ...serverRoutes,
  ...statsRoutes,
  ...domainsRoutes,
  ...webhooksRoutes,
  ...trackRoutes,
  ...absentRoutes,
];
