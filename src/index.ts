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
export { type AudienceProps, HtmlOnly, TextOnly } from "./template/audience.ts";
export {
  createRenderer,
  type Renderer,
  type RendererOptions,
} from "./template/create-renderer.ts";
export { defineEmail, isEmail } from "./template/define-email.ts";
export type * from "./template/email.ts";
export { extractPreheader } from "./template/extract-preheader.ts";
export { defaultFinish } from "./template/finish/default-finish.ts";
export type { FinishContext, FinishStep } from "./template/finish/finish-step.ts";
export { finishHtml } from "./template/finish-html.ts";
export { getAttribute, setAttribute } from "./template/html/attributes.ts";
export { directionOf } from "./template/html/direction.ts";
export {
  type HtmlDocument,
  removeToken,
  type Token,
  type TokenType,
} from "./template/html/token.ts";
export { tokenize } from "./template/html/tokenize.ts";
export {
  createFormats,
  type Formats,
  type FormatsOptions,
} from "./template/language/create-formats.ts";
export { isolate } from "./template/language/isolate.ts";
export type * from "./template/language/translated-email.ts";
export { render, renderElement } from "./template/render.ts";
export type { RenderArguments } from "./template/render-arguments.ts";
export type { RenderOptions } from "./template/render-options.ts";
export { compareTextWithHtml, type MissingFromText } from "./template/text/compare-text.ts";
export type { TextOptions } from "./template/text/text-options.ts";
export type * from "./template/warning.ts";
export type * from "./transport/postmark-options.ts";
export { createPostmarkTransport } from "./transport/postmark-transport.ts";
export type * from "./transport/transport.ts";
export type * from "./transport/transport-event.ts";
