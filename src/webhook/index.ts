/** What Postmark tells back: `letterpress/webhook`. */

export { createPostmarkApi } from "../postmark-api/create-postmark-api.ts";
export type * from "../postmark-api/postmark-api.ts";
export { isPostmarkApiError, PostmarkApiError } from "../postmark-api/postmark-api-error.ts";
export { expressWebhook } from "./adapters/express.ts";
export {
  type FastifyWebhookReply,
  type FastifyWebhookRequest,
  fastifyWebhook,
} from "./adapters/fastify.ts";
export { type HonoContext, honoWebhook } from "./adapters/hono.ts";
export { nextWebhook } from "./adapters/next.ts";
export { nodeWebhook } from "./adapters/node.ts";
export { createWebhookFolder, type WebhookFolder } from "./create-webhook-folder.ts";
export type * from "./event.ts";
export { createWebhookHandler } from "./handler/create-webhook-handler.ts";
export type * from "./handler/webhook-handler.ts";
export type { WebhookProblem, WebhookProblemCode } from "./handler/webhook-problem.ts";
export { metadataValue } from "./parse/metadata-value.ts";
export { type ParseWebhookOptions, parseWebhook } from "./parse/parse-webhook.ts";
export { decideClaim } from "./store/claim-state.ts";
export {
  createFileWebhookStore,
  type FileWebhookStoreOptions,
} from "./store/create-file-webhook-store.ts";
export {
  createMemoryWebhookStore,
  type MemoryWebhookStoreOptions,
} from "./store/create-memory-webhook-store.ts";
export { matchesFilter } from "./store/matches-filter.ts";
export {
  type ReplayResult,
  type ReplayWebhooksOptions,
  replayWebhooks,
} from "./store/replay-webhooks.ts";
export type * from "./store/webhook-store.ts";
export { createFileSuppressionStore } from "./suppressions/create-file-suppression-store.ts";
export { createMemorySuppressionStore } from "./suppressions/create-memory-suppression-store.ts";
export { mergeSuppression } from "./suppressions/merge-suppression.ts";
export { suppressionChangeOf } from "./suppressions/suppression-change-of.ts";
export type * from "./suppressions/suppression-store.ts";
export {
  formatSuppressionsCsv,
  parseSuppressionsCsv,
  type SuppressionsFile,
  type SuppressionsFileDefaults,
} from "./suppressions/suppressions-csv.ts";
export {
  type SuppressionSync,
  type SyncSuppressionsOptions,
  syncSuppressions,
} from "./suppressions/sync-suppressions.ts";
