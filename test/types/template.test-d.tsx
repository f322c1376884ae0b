import {
  type BareEmail,
  createRenderer,
  defaultFinish,
  defineEmail,
  type Email,
  type FinishStep,
  type Rendered,
  render,
  renderElement,
} from "letterpress";
import { forwardRef, memo } from "react";
import { describe, expectTypeOf, test } from "vitest";
import { z } from "zod";
import {
  EitherWay,
  Lenient,
  Order,
  type OrderProps,
  Plain,
  props,
  Translated,
} from "./components.tsx";

const order = defineEmail({
  id: "orders/order",
  component: Order,
  subject: (given) => given.order.number,
  text: (given) => given.note ?? "",
  variants: { default: props },
});
const plain = defineEmail({
  id: "plain",
  component: Plain,
  subject: "x",
  variants: { default: {} },
});
const lenient = defineEmail({
  id: "l",
  component: Lenient,
  subject: "x",
  variants: { default: {} },
});
const either = defineEmail({
  id: "either",
  component: EitherWay,
  subject: "x",
  variants: { default: { kind: "link", url: "https://shop.example" } },
});

describe("defineEmail()", () => {
  test("types what follows from the props", () => {
    defineEmail({
      id: "x",
      component: Order,
      // @ts-expect-error no such prop
      text: ({ customer }) => customer,
      subject: "x",
      variants: { default: props },
    });
    defineEmail({
      id: "x",
      component: Order,
      // @ts-expect-error a text is a string
      text: () => 7,
      subject: "x",
      variants: { default: props },
    });
  });

  test("takes the locales that the component's `locale` prop takes, and no others", () => {
    const base = { id: "x", component: Translated, subject: "x", variants: { default: {} } };
    defineEmail({ ...base, locales: ["en", "de"] });
    // @ts-expect-error the component takes no "fr"
    defineEmail({ ...base, locales: ["en", "fr"] });
    const without = { id: "x", component: Order, subject: "x", variants: { default: props } };
    // @ts-expect-error the component takes no locale
    defineEmail({ ...without, locales: ["en"] });
  });

  test("refuses a variant that does not fit", () => {
    defineEmail({
      id: "x",
      component: Order,
      subject: "x",
      // @ts-expect-error 'order.total' is missing
      variants: { default: { order: { number: "7" } } },
    });
    defineEmail({
      id: "x",
      component: EitherWay,
      subject: "x",
      // @ts-expect-error a link has a url
      variants: { default: { kind: "link", code: "1" } },
    });
  });

  test("refuses a schema whose result the component does not take", () => {
    const base = { id: "x", component: Order, subject: "x", variants: { default: props } };
    const fits = z.object({ order: z.object({ number: z.string(), total: z.number() }) });
    expectTypeOf(defineEmail({ ...base, schema: fits })).toEqualTypeOf<Email<OrderProps>>();
    // @ts-expect-error 'order' is missing
    defineEmail({ ...base, schema: z.object({ note: z.string() }) });
    // @ts-expect-error a component is no string
    defineEmail({ ...base, component: "div" });
  });
});

describe("render() of a defined email", () => {
  test("takes its props", () => {
    expectTypeOf(render(order, props)).toEqualTypeOf<Promise<Rendered>>();
    render(order, { order: { number: "7", total: 1 }, note: "x" }, { finish: false });
  });

  test("refuses a missing prop, and props left out", () => {
    // @ts-expect-error 'order' is missing
    render(order, { note: "x" });
    // @ts-expect-error 'order.total' is missing
    render(order, { order: { number: "7" } });
    // @ts-expect-error the props are missing
    render(order);
    // @ts-expect-error the props are missing
    render(order, undefined, { timeoutMs: 1 });
  });

  test("refuses an unknown prop, at any depth", () => {
    // @ts-expect-error 'nope' is unknown
    render(order, { ...props, nope: 1 });
    // @ts-expect-error 'order.nope' is unknown
    render(order, { order: { number: "7", total: 1, nope: 1 } });
  });

  test("refuses a prop of another type", () => {
    // @ts-expect-error 'order.number' is a string
    render(order, { order: { number: 7, total: 1 } });
    // @ts-expect-error props of another email
    render(order, { name: "Ada" });
  });

  test("lets props be left out where none are needed, and only there", () => {
    render(plain);
    render(plain, {});
    render(plain, undefined, { text: { wrap: 72 } });
    render(lenient);
    render(lenient, { name: "Ada" });
    // @ts-expect-error 'nope' is unknown to an email without props
    render(plain, { nope: 1 });
    // @ts-expect-error 'nope' is unknown
    render(lenient, { nope: 1 });
  });

  test("keeps a union of props a union", () => {
    render(either, { kind: "code", code: "123" });
    // @ts-expect-error a link has a url
    render(either, { kind: "link", code: "123" });
  });
});

describe("render() of a bare component", () => {
  test("takes any kind, with its props", () => {
    render(Order, props);
    render(Plain);
    render(Lenient, { name: "Ada" });
    render(memo(Order), props);
    render(
      forwardRef<HTMLElement, OrderProps>(() => null),
      props,
    );
    const previewed: BareEmail<OrderProps> = Object.assign(Order, { PreviewProps: props });
    render(previewed, props);
  });

  test("refuses props that do not fit", () => {
    // @ts-expect-error the props are missing
    render(Order);
    // @ts-expect-error 'nope' is unknown
    render(Order, { ...props, nope: 1 });
    // @ts-expect-error 'nope' is unknown to a component without props
    render(Plain, { nope: 1 });
  });

  test("refuses what is none", () => {
    // @ts-expect-error an element
    render(<Plain />);
    // @ts-expect-error a promise of an email
    render(Promise.resolve(order), props);
    // @ts-expect-error a string
    render("div");
  });
});

describe("renderElement()", () => {
  test("takes an element, and no component", () => {
    expectTypeOf(renderElement(<Plain />)).toEqualTypeOf<Promise<Rendered>>();
    // @ts-expect-error a component
    renderElement(Plain);
  });
});

describe("options", () => {
  test("are typed", () => {
    const step: FinishStep = { name: "x", apply: ({ tokens }) => tokens.reverse() };
    render(plain, {}, { finish: [...defaultFinish, step], images: "cid", staticDir: "static" });
    createRenderer({ cacheSize: 10, baseUrl: new URL("https://shop.example") }).render(
      order,
      props,
    );
    // @ts-expect-error no such way to show images
    render(plain, {}, { images: "inline" });
    // @ts-expect-error no such option
    render(plain, {}, { pretty: true });
    // @ts-expect-error a renderer types props too
    createRenderer().render(order, {});
  });
});
