export type { Clock } from "./clock.ts";
export * from "./errors.ts";
export type * from "./message/message.ts";
export { defineEmail, isEmail } from "./template/define-email.ts";
export type * from "./template/email.ts";
export { render } from "./template/render.ts";
export type * from "./transport/transport.ts";
