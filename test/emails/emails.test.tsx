import { type Email, isEmail, type Rendered, render } from "letterpress";
import { describe, expect, test, vi } from "vitest";
import { specialCharacters } from "../../emails/_samples/names.ts";
import { contrastPairs, palette } from "../../emails/theme.ts";
import { elementsOf, preheaderOf, squeeze, visibleText } from "./document.ts";
import { expectationsOf } from "./expectations.ts";

const modules = import.meta.glob<{ readonly default: Email }>(
  ["../../emails/**/*.tsx", "!../../emails/components/**", "!../../emails/**/_*"],
  { eager: true },
);

const emails = Object.entries(modules).map(([file, module]) => ({
  path: file.replace("../../emails/", "").replace(/\.tsx$/, ""),
  email: module.default,
}));

interface Row {
  readonly name: string;
  readonly email: Email;
  readonly props: object;
}

const rows: readonly Row[] = emails.flatMap(({ path, email }) =>
  Object.entries(email.variants).map(([variant, props]) => ({
    name: `${path}, ${variant}`,
    email,
    props,
  })),
);

const rendered = new Map<string, Promise<Rendered>>();

/** Renders a row once for all tests. */
function renderRow({ name, email, props }: Row): Promise<Rendered> {
  const result = rendered.get(name) ?? render(email, props);
  rendered.set(name, result);
  return result;
}

/** Where Gmail cuts a message off. */
const gmailClipBytes = 102 * 1024;

describe("the emails", () => {
  test("are the twelve that a product sends", () => {
    expect(emails.map(({ path }) => path).sort()).toEqual([
      "account/magic-link",
      "account/new-sign-in",
      "account/password-reset",
      "account/verify-address",
      "account/welcome",
      "billing/payment-failed",
      "billing/receipt",
      "exports/export-ready",
      "orders/order-confirmation",
      "orders/refund",
      "orders/shipping-notice",
      "team/invitation",
    ]);
  });

  test.each(emails)("$path has its path for an id, a default and awkward variants", (row) => {
    expect(isEmail(row.email)).toBe(true);
    expect(row.email.id).toBe(row.path);
    const names = Object.keys(row.email.variants);
    expect(names[0]).toBe("default");
    expect(names).toContain("special characters");
    expect(names.length).toBeGreaterThanOrEqual(3);
  });
});

describe("every variant", () => {
  test.each(rows)("$name: subject of one line, title, preheader that adds to it", async (row) => {
    const { subject, html } = await renderRow(row);
    expect(subject).toMatch(/^\S[^\r\n]*$/);
    expect(elementsOf(html).find(({ tag }) => tag === "title")?.text).not.toBe("");
    const preheader = preheaderOf(html);
    expect(preheader.length).toBeGreaterThan(20);
    expect(preheader.length).toBeLessThanOrEqual(130);
    expect(preheader.toLowerCase()).not.toContain(subject.toLowerCase());
  });

  test.each(rows)("$name: nothing of the program shows", async (row) => {
    const { subject, html, text } = await renderRow(row);
    for (const part of [subject, visibleText(html), text]) {
      expect(part).not.toMatch(/undefined|NaN|\[object|Invalid Date|\bnull\b/);
    }
  });

  test.each(rows)("$name: all that the props say is in the mail", async (row) => {
    const { html } = await renderRow(row);
    const elements = elementsOf(html);
    const attributes = (tag: string, name: string) =>
      elements.filter((element) => element.tag === tag).map((element) => element.attributes[name]);
    const seen = {
      text: [visibleText(html)],
      link: attributes("a", "href"),
      image: attributes("img", "src"),
      alt: attributes("img", "alt"),
    };
    const missing = expectationsOf(row.props).filter(({ kind, values }) =>
      kind === "text"
        ? !values.some((value) => seen.text[0]?.includes(squeeze(value)))
        : !values.some((value) => seen[kind].includes(value)),
    );
    expect(missing).toEqual([]);
  });

  test.each(rows)("$name: links lead somewhere and say where", async (row) => {
    const { html } = await renderRow(row);
    const links = elementsOf(html).filter(({ tag }) => tag === "a");
    expect(links.length).toBeGreaterThanOrEqual(2);
    for (const { attributes, text } of links) {
      expect(attributes.href).toMatch(/^(https:\/\/[^\s/]+\.|mailto:[^\s@]+@)/);
      expect(text).not.toMatch(/^(|here|click here|more|link)$/i);
    }
  });

  test.each(rows)("$name: a screen reader finds its way", async (row) => {
    const { html } = await renderRow(row);
    const elements = elementsOf(html);
    const all = (tag: string) => elements.filter((element) => element.tag === tag);
    expect(all("html")[0]?.attributes).toMatchObject({ lang: "en-GB", dir: "ltr" });
    expect(all("h1")).toHaveLength(1);
    expect(elements.filter(({ tag, text }) => /^h\d$/.test(tag) && text === "")).toEqual([]);
    expect(all("img").filter(({ attributes }) => attributes.alt === undefined)).toEqual([]);
    for (const { attributes } of all("table")) {
      expect(attributes.role === "presentation" || attributes["aria-label"]).toBeTruthy();
    }
    for (const { attributes } of all("th")) expect(attributes.scope).toMatch(/^(row|col)$/);
  });

  test.each(rows)("$name: below Gmail's clip", async (row) => {
    const { html } = await renderRow(row);
    expect(new TextEncoder().encode(html).length).toBeLessThan(gmailClipBytes);
  });

  test.each(rows)("$name: the same in another zone and another year", async (row) => {
    const here = await renderRow(row);
    vi.stubEnv("TZ", "Pacific/Kiritimati");
    vi.useFakeTimers({ toFake: ["Date"], now: Date.UTC(2001, 0, 1) });
    try {
      expect(await render(row.email, row.props)).toEqual(here);
    } finally {
      vi.useRealTimers();
      vi.unstubAllEnvs();
    }
  });

  test.each(rows)("$name: every text is legible, light and dark", async (row) => {
    const { html } = await renderRow(row);
    const pairs = new Set(contrastPairs.map((pair) => pair.join(" on ")));
    for (const { attributes, ancestors } of elementsOf(html)) {
      const ink = roleOf(attributes.class, "t");
      if (!ink) continue;
      const ground = [{ attributes }, ...ancestors.toReversed()]
        .map((element) => roleOf(element.attributes.class, "f"))
        .find((role) => role !== undefined);
      expect(pairs).toContain(`${ink} on ${ground}`);
      expect(attributes.style).toContain(
        `color:${palette.light[ink as keyof typeof palette.light]}`,
      );
    }
  });

  const special = rows.filter(({ name }) => name.endsWith(", special characters"));
  test.each(special)("$name: what looks like HTML stays text", async (row) => {
    const { html } = await renderRow(row);
    expect(html).not.toContain("<b>");
    expect(visibleText(html)).toContain(specialCharacters);
  });
});

/** The role that a class of `paint` names: `t-muted` is `muted`. */
function roleOf(classes: string | undefined, kind: "t" | "f"): string | undefined {
  return new RegExp(`(?:^| )${kind}-(\\w+)`).exec(classes ?? "")?.[1];
}
