export type { Clock } from "./clock.ts";
export * from "./errors.ts";
export { type CreateMessageOptions, createMessage } from "./message/create-message.ts";
export type * from "./message/message.ts";
export type * from "./sender/attachment-source.ts";
export { createSender } from "./sender/create-sender.ts";
export {
  createSenderFromEnv,
  type SenderFromEnvOverrides,
} from "./sender/create-sender-from-env.ts";
export * from "./sender/send-input.ts";
export type * from "./sender/sender.ts";
export type * from "./sender/sender-event.ts";
export { defineEmail, isEmail } from "./template/define-email.ts";
export type * from "./template/email.ts";
export { render } from "./template/render.ts";
export type * from "./transport/postmark-options.ts";
export { createPostmarkTransport } from "./transport/postmark-transport.ts";
export type * from "./transport/transport.ts";
export type * from "./transport/transport-event.ts";
