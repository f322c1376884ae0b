/** What Postmark tells back: `letterpress/webhook`. */
export type * from "./event.ts";
export { metadataValue } from "./parse/metadata-value.ts";
export { type ParseWebhookOptions, parseWebhook } from "./parse/parse-webhook.ts";
export { decideClaim } from "./store/claim-state.ts";
export {
  createMemoryWebhookStore,
  type MemoryWebhookStoreOptions,
} from "./store/create-memory-webhook-store.ts";
export { matchesFilter } from "./store/matches-filter.ts";
export type * from "./store/webhook-store.ts";
export { createMemorySuppressionStore } from "./suppressions/create-memory-suppression-store.ts";
export { mergeSuppression } from "./suppressions/merge-suppression.ts";
export type * from "./suppressions/suppression-store.ts";
