import { describe, expect, test } from "vitest";
import { staticUrl } from "../../../preview/app/data/static-url.ts";
import { placeStaticImages } from "../../../preview/app/frame/static-images.ts";
import { pathIn, urlIn } from "../../../preview/app/route/site-path.ts";
import { emailRoute } from "../../../preview/app/route.ts";
import { staticFileOf } from "../../../preview/protocol/static-file.ts";

const site = { isStatic: true, hasSource: true, hasProps: true, basePath: "/mails/" };

describe("the file of an answer", () => {
  test.each([
    ["/api/project", "api/project.json"],
    ["/api/emails", "api/emails.json"],
    ["/api/emails/orders/order", "api/emails/orders/order/default.json"],
    ["/api/emails/a?variant=long&locale=pt-BR", "api/emails/a/long.pt-BR.json"],
    ["/api/emails/a?locale=de", "api/emails/a/default.de.json"],
    ["/api/emails/what%3F%20%22100%25%22%20%231", `api/emails/what? "100%" #1/default.json`],
    ["/api/source/orders/order", "api/source/orders/order/default.json"],
  ])("%s is %s", (url, file) => {
    expect(staticFileOf(url)).toBe(file);
  });

  test.each(["/api/inbox", "/api/events", "/api/emails/a?props=%7B%7D", "/static/logo.png"])(
    "%s has none",
    (url) => expect(staticFileOf(url)).toBeUndefined(),
  );

  test("is asked for below the place of the export, every sign of its name escaped", () => {
    const url = "/api/emails/what%3F%20%22100%25%22%20%231?locale=a%2Fb";
    expect(staticUrl(url, "GET", site)).toBe(
      "/mails/api/emails/what%3F%20%22100%25%22%20%231/default.a%252Fb.json",
    );
    expect(staticUrl("/api/emails/a", "POST", site)).toBeUndefined();
  });
});

describe("an address on a static host", () => {
  test("has the place of the export before it, and ends in a slash", () => {
    expect(urlIn(site, emailRoute("orders/order", { variant: "forty-lines" }))).toBe(
      "/mails/emails/orders/order/?variant=forty-lines",
    );
    expect(urlIn(site, { page: "home" })).toBe("/mails/");
    const live = { isStatic: false, basePath: "/" };
    expect(urlIn(live, emailRoute("a"))).toBe("/emails/a");
    expect(pathIn(live, "/emails/a")).toBe("/emails/a");
  });

  test("is read from where the export lies, with or without the page's file", () => {
    for (const path of ["/mails/emails/a", "/mails/emails/a/", "/mails/emails/a/index.html"]) {
      expect(pathIn(site, path).replace(/\/$/, "")).toBe("/emails/a");
    }
    expect(pathIn(site, "/mails/")).toBe("/");
  });
});

describe("images of /static/ in a frame", () => {
  const place = (html: string) => placeStaticImages(html, "/mails/");

  test.each([
    [`<img src="/static/a.png">`, `<img src="/mails/static/a.png">`],
    [`<img src=/static/a.png>`, `<img src=/mails/static/a.png>`],
    [
      `<img srcset="/static/a.png 1x, /static/b.png 2x">`,
      `<img srcset="/mails/static/a.png 1x, /mails/static/b.png 2x">`,
    ],
    [`<td background='/static/a.png'>`, `<td background='/mails/static/a.png'>`],
    [
      `<td style="background:url(&quot;/static/a.png&quot;)">`,
      `<td style="background:url(&quot;/mails/static/a.png&quot;)">`,
    ],
    [
      `<style>a{background:url( '/static/a.png')}</style>`,
      `<style>a{background:url( '/mails/static/a.png')}</style>`,
    ],
  ])("%s is looked for in the export", (html, placed) => expect(place(html)).toBe(placed));

  test.each([
    `<p>See /static/a.png</p>`,
    `<a href="/static/a.pdf">`,
    `<img src="https://x.example/static/a.png">`,
  ])("%s stays", (html) => expect(place(html)).toBe(html));

  test("stay where the preview is at the root of its host", () => {
    expect(placeStaticImages(`<img src="/static/a.png">`, "/")).toBe(`<img src="/static/a.png">`);
  });
});
