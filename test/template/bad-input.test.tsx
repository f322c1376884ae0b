import { Body, Html } from "@react-email/components";
import {
  type Clock,
  createRenderer,
  defineEmail,
  isInvalidMessageError,
  isRenderError,
  type RenderError,
  type RenderOptions,
  render,
  renderElement,
} from "letterpress";
import { type ComponentType, type ReactNode, Suspense, use } from "react";
import { describe, expect, test } from "vitest";
import { z } from "zod";

/** Renders a component as the email `shop/receipt`, which must fail. */
async function failureOf(component: unknown, options?: RenderOptions): Promise<RenderError> {
  const email = defineEmail({
    id: "shop/receipt",
    component: component as ComponentType<object>,
    subject: "x",
    variants: { default: {} },
  });
  const error = await render(email, {}, options).then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!isRenderError(error)) throw new Error("It rendered, or failed otherwise", { cause: error });
  return error;
}

const html = (markup: string) => () => <div {...{ dangerouslySetInnerHTML: { __html: markup } }} />;

function Thrower(): ReactNode {
  throw new Error("order is undefined");
}

function Deep() {
  return (
    <table>
      <tbody>
        <tr>
          <td>
            <Thrower />
          </td>
        </tr>
      </tbody>
    </table>
  );
}

const never = new Promise<string>(() => {});
const Suspended = () => <p>{use(never)}</p>;

describe("a component that throws", () => {
  test("names the setting that JSX needs where it was compiled without", async () => {
    const compiledWithoutSetting = new Function("return React.createElement('p')");
    const error = await failureOf(compiledWithoutSetting);
    expect(error.message).toBe(
      'Cannot render "shop/receipt": React is not defined; set "jsx": "react-jsx" under "compilerOptions" in tsconfig.json, or import React in the file',
    );
  });

  test("gives an error with id, place, component stack and cause", async () => {
    const error = await failureOf(Deep, { variant: "no order" });
    expect(error.message).toBe('Cannot render "shop/receipt": order is undefined');
    expect(error).toMatchObject({
      emailId: "shop/receipt",
      variant: "no order",
      code: "ERR_RENDER",
    });
    expect(error.cause).toMatchObject({ message: "order is undefined" });
    expect(error.location?.file).toMatch(/test\/template\/bad-input\.test\.tsx$/);
    expect(error.location?.line).toBeGreaterThan(1);
    expect(error.componentStack).toMatch(/^\s*at Thrower .*[\s\S]*at td[\s\S]*at Deep/);
    expect(error.ownerStack).toMatch(/^\s*at Deep .*bad-input\.test\.tsx/);
  });

  test("does so inside a Suspense boundary too, which would hide it", async () => {
    const Covered = () => (
      <Suspense fallback="sorry">
        <Thrower />
      </Suspense>
    );
    expect((await failureOf(Covered)).message).toContain("order is undefined");
  });

  test.each<[string, unknown, string]>([
    ["a string", "boom", 'a component threw "boom"'],
    ["nothing", undefined, "a component threw undefined"],
    [
      "an object without a message",
      { a: 1 },
      "a component threw an object that is no error; throw an Error",
    ],
  ])("may throw %s", async (_what, thrown, reason) => {
    const error = await failureOf(() => {
      throw thrown;
    });
    expect(error.message).toBe(`Cannot render "shop/receipt": ${reason}`);
    expect(error.cause).toBe(thrown);
  });

  test("is named by its component where it has no id", async () => {
    await expect(render(Deep)).rejects.toThrow("Cannot render <Deep>: order is undefined");
    await expect(renderElement(<Deep />)).rejects.toThrow(
      "Cannot render <Deep>: order is undefined",
    );
    await expect(render(() => <Deep />)).rejects.toThrow("Cannot render <anonymous>:");
  });

  test("may be an async one", async () => {
    const error = await failureOf(async () => {
      throw new Error("no database");
    });
    expect(error.message).toBe('Cannot render "shop/receipt": no database');
  });
});

describe("a component that suspends for ever", () => {
  test("is given up after the time-out", async () => {
    const error = await failureOf(Suspended, { timeoutMs: 20 });
    expect(error.message).toBe(
      'Cannot render "shop/receipt": a component was still suspended after 20 ms; let its promise settle, or raise timeoutMs',
    );
    expect(error.emailId).toBe("shop/receipt");
    expect(error.componentStack).toMatch(/^\s*at Suspended /);
  });

  test("is waited for ten seconds unless told", async () => {
    const slept: number[] = [];
    const clock: Clock = {
      now: () => 0,
      sleep: async (ms) => {
        slept.push(ms);
      },
    };
    const error = await failureOf(Suspended, { clock });
    expect(error.message).toContain("after 10000 ms");
    expect(slept).toEqual([10_000]);
  });

  test("inside a boundary as well", async () => {
    const Bounded = () => (
      <Suspense fallback="x">
        <Suspended />
      </Suspense>
    );
    expect((await failureOf(Bounded, { timeoutMs: 20 })).message).toContain("still suspended");
  });

  test("stops when its signal aborts, before and after it began", async () => {
    const controller = new AbortController();
    const running = failureOf(Suspended, { signal: controller.signal });
    controller.abort();
    expect((await running).message).toBe('Cannot render "shop/receipt": its signal was aborted');
    const error = await failureOf(() => <p>x</p>, {
      signal: AbortSignal.abort(new Error("shutting down")),
    });
    expect(error.message).toBe('Cannot render "shop/receipt": shutting down');
  });

  test("leaves no timer behind when it settles", async () => {
    const before = process.getActiveResourcesInfo().filter((name) => name === "Timeout").length;
    const soon = new Promise<string>((resolve) => setImmediate(resolve, "x"));
    await render(() => <p>{use(soon)}</p>);
    const after = process.getActiveResourcesInfo().filter((name) => name === "Timeout").length;
    expect(after).toBeLessThanOrEqual(before);
  });
});

describe("what is no email", () => {
  test.each<[string, unknown, string]>([
    [
      "a component that returns null",
      () => null,
      "it rendered nothing; return an element from the component",
    ],
    ["one that returns white space", () => " \n ", "it rendered nothing"],
    ["one that returns an object", () => ({ a: 1 }), "Objects are not valid as a React child"],
    [
      "one that returns two roots",
      () => [<Html key="1" />, <Html key="2" />],
      "The `<html>` tag may only be rendered once",
    ],
    [
      "one that puts its root into something",
      () => (
        <div>
          <Html />
        </div>
      ),
      "it has <div> beside its <html>; put everything inside",
    ],
    [
      "one with two bodies",
      () => (
        <Html>
          <Body>a</Body>
          <Body>b</Body>
        </Html>
      ),
      "The `<body>` tag may only be rendered once",
    ],
    [
      "two roots in HTML of the author's",
      html("<html></html><html></html>"),
      "it has two <html> roots",
    ],
    ["a promise", Promise.resolve(Deep), "it is a promise; await it, and pass what it gives"],
    [
      "an element",
      <Deep key="" />,
      "it is an element; pass the component itself, or use renderElement()",
    ],
    ["a module", { default: Deep }, "it is a module; pass its default export"],
    ["nothing", undefined, "it is neither made by defineEmail() nor a React component"],
    ["a string", "div", "it is neither made by defineEmail() nor a React component"],
  ])("%s is refused", async (_what, component, reason) => {
    const error = await failureOf(component);
    expect(error.message.startsWith(`Cannot render "shop/receipt": ${reason}`)).toBe(true);
    expect(error.emailId).toBe("shop/receipt");
  });

  test.each<[string, unknown, string]>([
    ["a promise", Promise.resolve(Deep), "Cannot render <anonymous>: it is a promise"],
    ["undefined", undefined, "Cannot render <anonymous>: it is neither"],
  ])("nor is %s in an email's place", async (_what, email, message) => {
    await expect(render(email as ComponentType)).rejects.toThrow(message);
  });

  test("nor is something else in an element's place", async () => {
    await expect(renderElement("x" as never)).rejects.toThrow(
      "it is not a React element; write <YourEmail />",
    );
    await expect(renderElement(Promise.resolve() as never)).rejects.toThrow("it is a promise");
  });
});

describe("props and subject", () => {
  const schema = z.object({ name: z.string() });
  const email = defineEmail({
    id: "greeting",
    component: ({ name }: z.infer<typeof schema>) => <p>{name}</p>,
    subject: ({ name }) => `Hello ${name}`,
    schema,
    variants: { default: { name: "Ada" } },
  });

  test("that do not fit the schema are an invalid message", async () => {
    const error = await render(email, { nmae: "Ada" } as never).catch((reason: unknown) => reason);
    expect(isInvalidMessageError(error) && error.issues.map(({ field }) => field)).toEqual([
      "props.name",
    ]);
  });

  test("reach the component as the schema gives them back", async () => {
    const trimming = defineEmail({ ...email, schema: z.object({ name: z.string().trim() }) });
    expect(await render(trimming, { name: " Ada " })).toMatchObject({
      subject: "Hello Ada",
      text: "Ada",
    });
  });

  test.each<[string, unknown, string]>([
    [
      "throws",
      () => {
        throw new Error("no number");
      },
      "no number",
    ],
    [
      "is no string",
      () => 5,
      "its subject is not a string; give one, or return one from subject()",
    ],
    ["is missing", undefined, "its subject is not a string"],
  ])("a subject that %s is a fault of the template", async (_what, subject, reason) => {
    const broken = defineEmail({ ...email, subject: subject as () => string });
    const error = await render(broken, { name: "Ada" }).catch((failure: unknown) => failure);
    expect(isRenderError(error) && error.message).toContain(`Cannot render "greeting": ${reason}`);
    expect(isRenderError(error) && error.emailId).toBe("greeting");
  });

  test("a text that is no string is one too", async () => {
    const broken = defineEmail({ ...email, text: (() => null) as never });
    await expect(render(broken, { name: "Ada" })).rejects.toThrow("its text is not a string");
  });
});

describe("options", () => {
  test.each<[string, RenderOptions, string]>([
    ["no time", { timeoutMs: 0 }, "timeoutMs must be a finite number above 0, not 0"],
    [
      "endless time",
      { timeoutMs: Number.POSITIVE_INFINITY },
      "timeoutMs must be a finite number above 0",
    ],
  ])("are refused: %s", async (_what, options, message) => {
    const error = await render(() => <p>x</p>, {}, options).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(RangeError);
    expect(error).toHaveProperty("message", expect.stringContaining(message));
    expect(() => createRenderer(options)).toThrow(message);
  });

  test("refuse a cache without a bound", () => {
    expect(() => createRenderer({ cacheSize: 0 })).toThrow(
      "cacheSize must be a whole number from 1, not 0",
    );
    expect(() => createRenderer({ cacheSize: Number.POSITIVE_INFINITY })).toThrow(RangeError);
  });
});
