import { describe, expect, onTestFinished, test, vi } from "vitest";
import { createAfterwards } from "../../../preview/server/afterwards.ts";
import { resolveOptions } from "../../../preview/server/options.ts";
import { createRecent } from "../../../preview/server/views/recent.ts";
import { parseStack } from "../../../preview/thread/failure/stack.ts";
import { nameVariants, toSlug } from "../../../preview/thread/load/name-variants.ts";
import { subjectOfBare } from "../../../preview/thread/render/render-variant.ts";
import { isLoopbackName } from "../../../src/inbox/http/loopback.ts";

describe("nameVariants()", () => {
  test("puts default first and gives each a slug of its own", () => {
    const variants = nameVariants({
      "Forty lines!": {},
      "forty-lines": {},
      default: {},
      "…": {},
      "": {},
    });
    expect(variants.map(({ name, slug }) => [name, slug])).toEqual([
      ["default", "default"],
      ["Forty lines!", "forty-lines"],
      ["forty-lines", "forty-lines-2"],
      ["…", "variant"],
      ["", "variant-2"],
    ]);
  });

  test.each([
    ["a very long name", "a-very-long-name"],
    ["  <b>&amp;</b> ", "b-amp-b"],
    ["שם מימין לשמאל", "שם-מימין-לשמאל"],
    ["Größe 2", "größe-2"],
  ])("%s → %s", (name, slug) => expect(toSlug(name)).toBe(slug));
});

describe("parseStack()", () => {
  test("reads what V8 writes, and leaves out what has no file", () => {
    const stack = `Error: x (y)
    at Inner (/app/emails/a b.tsx:7:16)
    at Object.react_stack_bottom_frame (/app/node_modules/react-dom/x.js:1:2)
    at async eval (/app/emails/c.tsx:1:1)
    at file:///app/lib/with%20space.js:3:4
    at new Promise (<anonymous>)
    at async Promise.all (index 0)`;
    expect(parseStack(stack)).toEqual([
      { name: "Inner", file: "/app/emails/a b.tsx", line: 7, column: 16 },
      {
        name: "Object.react_stack_bottom_frame",
        file: "/app/node_modules/react-dom/x.js",
        line: 1,
        column: 2,
      },
      { name: "", file: "/app/emails/c.tsx", line: 1, column: 1 },
      { name: "", file: "/app/lib/with space.js", line: 3, column: 4 },
    ]);
  });
});

describe("resolveOptions()", () => {
  test("what stands in Vite's config wins, and what is undefined there says nothing", () => {
    const passed = { emailsDir: "a", smtpPort: 1 };
    expect(resolveOptions("/app", passed, { emailsDir: "b/", smtpPort: undefined })).toEqual({
      emailsDir: "/app/b",
      base: "/__letterpress/",
      smtpPort: 1,
      inbox: true,
      inboxFolder: "/app/.letterpress/inbox",
      renderTimeoutMs: 5_000,
      webhooks: [],
      webhookMinuteMs: undefined,
      checks: undefined,
    });
    expect(resolveOptions("/app", {}).emailsDir).toBe("/app/emails");
    expect(resolveOptions("/app", { emailsDir: "/else/where" }).emailsDir).toBe("/else/where");
  });

  test.each([
    [
      { emailDir: "x" },
      /'emailDir' is no option of letterpress\(\); the options are emailsDir, base, smtpPort, inbox/,
    ],
    [{ emailsDir: "" }, /'emailsDir' must be a folder's path/],
    [{ smtpPort: 70_000 }, /'smtpPort' must be an integer from 0 to 65535, got 70000/],
    [{ smtpPort: "25" }, /'smtpPort' must be an integer/],
    [{ inbox: "no" }, /'inbox' must be true or false, got no/],
    [{ renderTimeoutMs: 0 }, /'renderTimeoutMs' must be a number above 0, got 0/],
  ])("%j is refused", (options, message) => {
    expect(() => resolveOptions("/app", options as never)).toThrow(message);
  });
});

test("isLoopbackName() knows this machine's own names", () => {
  for (const name of [
    "localhost",
    "LOCALHOST",
    "app.localhost",
    "127.0.0.1",
    "127.9.9.9",
    "::1",
    "[::1]",
  ]) {
    expect([name, isLoopbackName(name)]).toEqual([name, true]);
  }
  for (const name of [
    "",
    "example.com",
    "localhost.example.com",
    "127.0.0.1.nip.io",
    "0.0.0.0",
    "10.0.0.1",
    "::",
  ]) {
    expect([name, isLoopbackName(name)]).toEqual([name, false]);
  }
});

test("a recent map forgets what was set longest ago", () => {
  const recent = createRecent<number>(2);
  recent.set("a", 1);
  recent.set("b", 2);
  recent.set("a", 3);
  recent.set("c", 4);
  expect([recent.get("a"), recent.get("b"), recent.get("c")]).toEqual([3, undefined, 4]);
});

test("a bare component's subject is its name in words", () => {
  expect(subjectOfBare("orders/order-confirmation")).toBe("Order confirmation");
  expect(subjectOfBare("reset_password")).toBe("Reset password");
});

describe("createAfterwards()", () => {
  test("does its work once, when nothing holds it back any more and it has been quiet", () => {
    vi.useFakeTimers();
    onTestFinished(() => void vi.useRealTimers());
    const work = vi.fn();
    const { hold } = createAfterwards(work, 100);
    vi.advanceTimersByTime(1000);
    expect(work).not.toHaveBeenCalled();
    const first = hold();
    const second = hold();
    first();
    first();
    vi.advanceTimersByTime(1000);
    expect(work).not.toHaveBeenCalled();
    second();
    vi.advanceTimersByTime(99);
    const third = hold();
    vi.advanceTimersByTime(1000);
    expect(work).not.toHaveBeenCalled();
    third();
    vi.advanceTimersByTime(100);
    expect(work).toHaveBeenCalledTimes(1);
    hold()();
    vi.advanceTimersByTime(1000);
    expect(work).toHaveBeenCalledTimes(1);
  });
});
