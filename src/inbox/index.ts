/** The local Postmark: `letterpress/inbox`. */
export { createInbox } from "./create-inbox.ts";
export type {
  ActionOptions,
  BounceOptions,
  ClickOptions,
  OpenOptions,
} from "./events/action-options.ts";
export type { BounceKindName } from "./events/bounce-kinds.ts";
export type {
  BounceEvent,
  ClickEvent,
  DeliveryEvent,
  EventFacts,
  MailEvent,
  OpenEvent,
  SubscriptionEvent,
} from "./events/mail-event.ts";
export type { Fault, FaultAction, FaultCondition, FaultFacts, FaultStage } from "./faults/fault.ts";
export { apiPath, handleApiRequest } from "./http/handle-api-request.ts";
export { type InboxApi, type InboxApiOptions, serveInboxApi } from "./http/serve-inbox-api.ts";
export type {
  Inbox,
  InboxAttachment,
  InboxEvent,
  InboxMark,
  InboxMessage,
  InboxView,
} from "./inbox.ts";
export type { InboxCredential, InboxOptions, InboxStream } from "./inbox-options.ts";
export type { LiftedOut } from "./lift/lifted-out.ts";
export type { MailLink } from "./lift/read-html.ts";
export type { LocalPostmark } from "./local-postmark.ts";
export type { BounceType } from "./postmark/bounce-types.ts";
export type { DeliveredMessage } from "./postmark/delivered-message.ts";
export type { BounceRule, InboxRecipient, RecipientOutcome } from "./postmark/outcomes.ts";
export type {
  Suppression,
  SuppressionInput,
  SuppressionOrigin,
  SuppressionReason,
  Suppressions,
} from "./postmark/suppressions.ts";
export type { InboxProblem, InboxProblemCode, InboxProblemEffect } from "./problem.ts";
export type { ConversationLine, SmtpSession } from "./smtp/conversations.ts";
export type { DeliveredBodies } from "./tracking/delivered-bodies.ts";
export type { InboxWebhooks, ProbeResult } from "./webhooks/inbox-webhooks.ts";
export type { WebhookAttempt, WebhookCall, WebhookCallState } from "./webhooks/webhook-call.ts";
export type { InboxWebhook, WebhookEntry, WebhookTrigger } from "./webhooks/webhook-options.ts";
