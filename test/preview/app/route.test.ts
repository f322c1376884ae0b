import { describe, expect, test } from "vitest";
import { emailRoute, formatRoute, inboxRoute, parseRoute } from "../../../preview/app/route.ts";

function read(url: string) {
  const { pathname, search, hash } = new URL(url, "http://preview");
  return parseRoute(pathname, search, hash);
}

describe("a route", () => {
  test.each([
    ["/", { page: "home" }],
    ["/emails", { page: "home" }],
    ["/emails/welcome", emailRoute("welcome")],
    [
      "/emails/orders/order-confirmation?variant=forty-lines&view=html&theme=dark&width=375",
      emailRoute("orders/order-confirmation", {
        ...{ variant: "forty-lines", view: "html", theme: "dark", width: 375 },
      }),
    ],
    ["/emails/welcome?width=both", emailRoute("welcome", { width: "both" })],
    [
      "/emails/welcome?theme=partial&height=full&zoom=fit&images=off&client=gmail-other&dir=rtl",
      emailRoute("welcome", {
        ...{ theme: "partial", height: "full", zoom: "fit", images: false },
        ...{ client: "gmail-other", rtl: true },
      }),
    ],
    [
      "/emails/welcome?sheet=all&height=667&zoom=75&beside=variant:a:b",
      emailRoute("welcome", { sheet: true, height: 667, zoom: 75, beside: "variant:a:b" }),
    ],
    ["/inbox", inboxRoute(null)],
    ["/inbox/7?view=raw", inboxRoute("7", { view: "raw" })],
    [
      "/inbox/7?mailbox=broadcast&search=from%3Aada+%22two+words%22&view=smtp",
      inboxRoute("7", { mailbox: "broadcast", search: 'from:ada "two words"', view: "smtp" }),
    ],
    ["/inbox/7?theme=dark&width=480", inboxRoute("7", { theme: "dark", width: 480 })],
    ["/emails/a%20b/%22c%22%3F", emailRoute('a b/"c"?')],
  ])("%s is read, and written back the same", (url, route) => {
    expect(read(url)).toEqual(route);
    expect(read(formatRoute(read(url)))).toEqual(route);
  });

  test("takes edits of any length: long ones behind the #, which no server has to take", () => {
    const text = `50% of <b>"A&B"</b> #1 + שלום 👩‍👩‍👧\n`;
    for (const length of [1, 40, 2_000]) {
      const props = JSON.stringify({ text: text.repeat(length) });
      const route = emailRoute("orders/order", { variant: "b", props, theme: "dark" });
      const url = formatRoute(route);
      expect(read(url)).toEqual(route);
      const { pathname, search, hash } = new URL(url, "http://preview");
      expect((pathname + search).length).toBeLessThan(8_000);
      expect(hash !== "").toBe(length > 1);
    }
    expect(read("/emails/a#section")).toEqual(emailRoute("a"));
  });

  test("leaves defaults out of the URL", () => {
    const all = "/emails/a/b?variant=default&view=preview&theme=light&width=desktop";
    expect(formatRoute(read(all))).toBe("/emails/a/b");
    expect(formatRoute(inboxRoute(null))).toBe("/inbox");
  });

  test.each([
    ["/emails/a?view=spreadsheet&theme=sepia&width=wide&other=1", "/emails/a"],
    ["/emails/a?variant=", "/emails/a"],
    ["/emails/a?width=1", "/emails/a?width=240"],
    ["/emails/a?width=99999", "/emails/a?width=2000"],
    ["/emails/a?width=phone", "/emails/a?width=375"],
    ["/emails/a?width=NaN", "/emails/a"],
    ["/emails/a?zoom=1&height=99999", "/emails/a?height=4000&zoom=25"],
    ["/emails/a?beside=variant:&client=pine&zoom=&height=tall&images=on", "/emails/a"],
    ["/emails/%E0%A4%A", "/emails/%25E0%25A4%25A"],
    ["/nowhere", "/"],
    ["/inbox/1/2", "/"],
  ])("%s, which says what it does not know, is read as %s", (url, meant) => {
    expect(formatRoute(read(url))).toBe(meant);
  });
});
