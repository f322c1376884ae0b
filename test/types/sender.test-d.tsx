import { createSender, defineEmail, defineSend, type Email, type SendInput } from "letterpress";
import { describe, expectTypeOf, test } from "vitest";
import type { Delivery, Transport } from "../../src/transport/transport.ts";
import { EitherWay, Lenient, Order, type OrderProps, Plain, props } from "./components.tsx";

declare const transport: Transport;
const sender = createSender({ transport });
const to = "ada@example.com";

const order = defineEmail({
  id: "orders/order",
  component: Order,
  subject: (given) => given.order.number,
  variants: { default: props, "with a note": { ...props, note: "Hi" } },
});
const plain = defineEmail({
  id: "plain",
  component: Plain,
  subject: "Plain",
  variants: { default: {} },
});
const lenient = defineEmail({
  id: "lenient",
  component: Lenient,
  subject: "Lenient",
  variants: { default: {} },
});
const either = defineEmail({
  id: "either",
  component: EitherWay,
  subject: "Either",
  variants: { default: { kind: "link", url: "https://shop.example" } },
});

describe("defineEmail()", () => {
  test("infers props from the component", () => {
    expectTypeOf(order).toEqualTypeOf<Email<OrderProps>>();
  });

  test("refuses a variant that does not fit", () => {
    defineEmail({
      id: "x",
      component: Order,
      subject: "x",
      // @ts-expect-error a prop is missing
      variants: { default: {} },
    });
    defineEmail({
      id: "x",
      component: Order,
      subject: "x",
      variants: {
        default: props,
        // @ts-expect-error a prop has another type
        wrong: { order: { number: 7, total: 1 } },
      },
    });
    defineEmail({
      id: "x",
      component: Order,
      subject: "x",
      variants: {
        default: props,
        // @ts-expect-error a prop is unknown
        unknown: { ...props, nope: 1 },
      },
    });
    defineEmail({
      id: "x",
      component: Order,
      subject: "x",
      // @ts-expect-error there is no default variant
      variants: { other: props },
    });
  });

  test("refuses a subject made from props that are not there", () => {
    defineEmail({
      id: "x",
      component: Order,
      // @ts-expect-error no such prop
      subject: ({ customer }) => customer,
      variants: { default: props },
    });
  });
});

describe("send() of a defined email", () => {
  test("takes its props, and a subject or none", () => {
    expectTypeOf(sender.send({ to, email: order, props })).toEqualTypeOf<Promise<Delivery>>();
    sender.send({ to, email: order, props: { order: { number: "7", total: 1 } }, subject: "x" });
  });

  test("refuses a missing prop, and props left out", () => {
    // @ts-expect-error 'order' is missing
    sender.send({ to, email: order, props: { note: "x" } });
    // @ts-expect-error 'order.total' is missing
    sender.send({ to, email: order, props: { order: { number: "7" } } });
    // @ts-expect-error 'props' is missing
    sender.send({ to, email: order });
    // @ts-expect-error 'props' is missing
    sender.send({ to, email: order, props: undefined });
  });

  test("refuses an unknown prop, at any depth", () => {
    // @ts-expect-error 'nope' is unknown
    sender.send({ to, email: order, props: { ...props, nope: 1 } });
    // @ts-expect-error 'order.nope' is unknown
    sender.send({ to, email: order, props: { order: { number: "7", total: 1, nope: 1 } } });
  });

  test("refuses a prop of another type", () => {
    // @ts-expect-error 'order.number' is a string
    sender.send({ to, email: order, props: { order: { number: 7, total: 1 } } });
    // @ts-expect-error 'note' is a string
    sender.send({ to, email: order, props: { ...props, note: 7 } });
    // @ts-expect-error props of another email
    sender.send({ to, email: order, props: { name: "Ada" } });
  });

  test("lets props be left out where none are needed, and only there", () => {
    sender.send({ to, email: plain });
    sender.send({ to, email: plain, props: {} });
    sender.send({ to, email: lenient });
    sender.send({ to, email: lenient, props: { name: "Ada" } });
    // @ts-expect-error 'nope' is unknown to an email without props
    sender.send({ to, email: plain, props: { nope: 1 } });
    // @ts-expect-error 'nope' is unknown
    sender.send({ to, email: lenient, props: { nope: 1 } });
    // @ts-expect-error 'name' is a string
    sender.send({ to, email: lenient, props: { name: 7 } });
  });

  test("keeps a union of props a union", () => {
    sender.send({ to, email: either, props: { kind: "code", code: "123" } });
    // @ts-expect-error a link has a url
    sender.send({ to, email: either, props: { kind: "link", code: "123" } });
    // @ts-expect-error 'props' is missing
    sender.send({ to, email: either });
  });
});

describe("send() of a bare component", () => {
  test("takes its props and a subject", () => {
    sender.send({ to, email: Order, props, subject: "x" });
    sender.send({ to, email: Plain, subject: "x" });
    sender.send({ to, email: Lenient, subject: "x" });
  });

  test("refuses a missing subject and props that do not fit", () => {
    // @ts-expect-error 'subject' is missing
    sender.send({ to, email: Plain });
    // @ts-expect-error 'subject' is missing
    sender.send({ to, email: Order, props });
    // @ts-expect-error 'props' is missing
    sender.send({ to, email: Order, subject: "x" });
    // @ts-expect-error 'nope' is unknown
    sender.send({ to, email: Order, subject: "x", props: { ...props, nope: 1 } });
    // @ts-expect-error 'nope' is unknown to a component without props
    sender.send({ to, email: Plain, subject: "x", props: { nope: 1 } });
  });
});

describe("send() of an element, and of parts", () => {
  test("takes a subject and the content", () => {
    sender.send({ to, subject: "x", react: <Plain /> });
    sender.send({ to, subject: "x", react: <Plain />, text: "x" });
    sender.send({ to, subject: "x", html: "x" });
    sender.send({ to, subject: "x", text: "x" });
    sender.send({ to, subject: "x", html: "x", text: "x" });
  });

  test("refuses a missing subject, no content, and two forms at once", () => {
    // @ts-expect-error 'subject' is missing
    sender.send({ to, react: <Plain /> });
    // @ts-expect-error 'subject' is missing
    sender.send({ to, html: "x" });
    // @ts-expect-error there is no content
    sender.send({ to, subject: "x" });
    // @ts-expect-error 'react' and 'html'
    sender.send({ to, subject: "x", react: <Plain />, html: "x" });
    // @ts-expect-error 'email' and 'html'
    sender.send({ to, subject: "x", email: plain, html: "x" });
    // @ts-expect-error 'email' and 'react'
    sender.send({ to, subject: "x", email: plain, react: <Plain /> });
    // @ts-expect-error 'props' without 'email'
    sender.send({ to, subject: "x", html: "x", props: {} });
  });
});

describe("send() of anything", () => {
  test("refuses a missing recipient and options that are none", () => {
    // @ts-expect-error 'to' is missing
    sender.send({ email: plain });
    // @ts-expect-error 'too' is no option
    sender.send({ to, email: plain, too: to });
    // @ts-expect-error 'links' is none of the four
    sender.send({ to, email: plain, tracking: { links: "All" } });
    // @ts-expect-error 'priority' is none of the three
    sender.send({ to, email: plain, priority: "urgent" });
    // @ts-expect-error metadata values are strings
    sender.send({ to, email: plain, metadata: { count: 1 } });
    // @ts-expect-error an attachment has a name
    sender.send({ to, email: plain, attachments: [{ content: "x" }] });
    // @ts-expect-error a path beside content
    sender.send({ to, email: plain, attachments: [{ filename: "a", content: "x", path: "a" }] });
  });
});

describe("sendMany()", () => {
  test("checks each of one kind", () => {
    sender.sendMany([
      { to, email: order, props },
      { to, email: order, props },
    ]);
    // @ts-expect-error 'props' is missing
    sender.sendMany([{ to, email: order }]);
    // @ts-expect-error 'order' is missing
    sender.sendMany([{ to, email: order, props: { note: "x" } }]);
  });

  test("takes different emails through defineSend(), which checks each", () => {
    sender.sendMany([defineSend({ to, email: order, props }), defineSend({ to, email: plain })]);
    // @ts-expect-error 'order' is missing
    defineSend({ to, email: order, props: { note: "x" } });
  });
});

test("a function can be generic over an email and its props", () => {
  function notify<Props extends object>(email: Email<Props>, given: Props) {
    return sender.send({ to, email, props: given });
  }
  function pass<Props extends object>(input: SendInput<Props>) {
    return sender.send(input);
  }
  notify(order, props);
  pass({ to, email: order, props });
  // @ts-expect-error 'order' is missing
  notify(order, { note: "x" });
});
