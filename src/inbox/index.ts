/** The local Postmark: `letterpress/inbox`. */
export { createInbox } from "./create-inbox.ts";
export type {
  Inbox,
  InboxAttachment,
  InboxEvent,
  InboxMessage,
  InboxOptions,
} from "./inbox.ts";
