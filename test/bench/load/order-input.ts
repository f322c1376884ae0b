import type { SendParts } from "letterpress";
import { makeOrder, type OrderSize } from "../send/order.ts";

/** The n-th order confirmation as `send` takes it: nothing checked, nothing composed. */
export function makeOrderInput(n: number, size?: OrderSize): SendParts {
  const { messageId, from, to, replyTo, subject, html, text, stream, tag, metadata } = makeOrder(
    n,
    size,
  );
  const content = { subject, html: html ?? "", text };
  return { messageId, from, to, replyTo, ...content, stream, tag, metadata };
}
