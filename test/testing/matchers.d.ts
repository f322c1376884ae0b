import type { MailMatchers } from "letterpress/testing";

declare module "vitest" {
  interface Matchers<T> extends MailMatchers<T> {}
}
