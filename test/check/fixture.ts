import type { EmailToCheck } from "../../src/check/email-to-check.ts";
import type { CheckOptions } from "../../src/check/options.ts";
import { tokenize } from "../../src/template/html/tokenize.ts";
import { writeText } from "../../src/template/text/write-text.ts";

/** An email in which one thing is written: the body's content, or more. */
export type Fixture = string | FixtureParts;

/** Parts of an email that take the place of those of {@link correctEmail}. */
export interface FixtureParts extends Omit<Partial<EmailToCheck>, "html"> {
  /** What stands in the body, behind what every email has. */
  readonly body?: string;
  /** What stands in the head beside what every email has. */
  readonly head?: string;
  /** All of the HTML. */
  readonly html?: string;
  readonly preheader?: string;
  readonly options?: CheckOptions;
  /** Rules that tell of it as well, rightly. */
  readonly also?: readonly string[];
}

/** Fixtures of rules, by their names. */
export type Fixtures = Readonly<
  Record<string, { readonly passes: readonly Fixture[]; readonly fails: readonly Fixture[] }>
>;

const sentence = "We have packed your order and hand it over to the parcel service this afternoon.";

/** The HTML of an email with which nothing is wrong. */
export function correctHtml({
  body = "",
  head = "",
  preheader = "It leaves today and is with you by Thursday, between nine and noon.",
  bodyLast = "",
}: FixtureParts & { readonly bodyLast?: string }): string {
  return `<!DOCTYPE html><html lang="en" dir="ltr"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Your order is on its way</title>${head}</head><body style="margin:0;font-family:Arial, sans-serif"><div lang="en" dir="ltr" style="font-size:16px;line-height:24px;color:#1e1c19;background-color:#ffffff">${preheader && `<div style="display:none;max-height:0;overflow:hidden">${preheader}${"\u034f \u200c".repeat(60)}</div>`}<h1>Your order is on its way</h1><p>${sentence}</p>${body}</div>${bodyLast}</body></html>`;
}

/** The email that a fixture stands for. */
export function toEmail(fixture: Fixture): EmailToCheck {
  const parts = typeof fixture === "string" ? { body: fixture } : fixture;
  const { body, head, preheader, options, also, ...rest } = parts;
  const html = rest.html ?? correctHtml(parts);
  return {
    subject: "Order 4711 leaves today",
    text: writeText({ tokens: tokenize(html) }),
    from: "Shop <orders@shop.example>",
    ...rest,
    html,
  };
}
