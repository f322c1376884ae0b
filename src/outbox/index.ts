export type { ExportedMessage } from "./care/export-messages.ts";
export type { MessageFilter } from "./care/find-messages.ts";
export type * from "./care/read-status.ts";
export type {
  OutboxMessage,
  OutboxMessageDetails,
  TimelineEntry,
} from "./care/stored-message.ts";
export { createOutbox } from "./create-outbox.ts";
export {
  type EmbeddedDatabase,
  type EmbeddedOptions,
  startEmbedded,
} from "./embedded/start-embedded.ts";
export type { EnqueueOptions, OutboxPriority } from "./enqueue/enqueue-options.ts";
export type { Enqueued } from "./enqueue/insert-drafts.ts";
export type { MessageState } from "./message-state.ts";
export type * from "./outbox.ts";
export type { OutboxEvent } from "./outbox-event.ts";
export type * from "./outbox-options.ts";
export { createPostmarkSearch, type PostmarkSearchOptions } from "./postmark-search.ts";
export type { Refusal } from "./work/outcome.ts";
export type { WorkOptions } from "./work/work-options.ts";
