import { createSender, extractPreheader, render } from "letterpress";
import { createInbox } from "letterpress/inbox";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest";
import verifyAddress from "../../emails/account/verify-address.tsx";
import { launchBrowser } from "../e2e/browser.ts";

const titles = {
  ...{ en: "Confirm your email address", de: "Bestätigen Sie Ihre E-Mail-Adresse" },
  ...{ ar: "أكِّد عنوان بريدك الإلكتروني", ja: "メールアドレスの確認" },
} as const;
const locales = Object.keys(titles) as (keyof typeof titles)[];
const props = verifyAddress.variants.default;

let browser: Browser;

beforeAll(async () => {
  browser = await launchBrowser();
});

afterAll(() => browser.close());

test("a thousand sends in four languages at once never mix", async () => {
  const inbox = await createInbox({ port: 0 });
  onTestFinished(() => inbox.close());
  const sender = createSender({ transport: inbox.transport(), from: "Shop <a@shop.example>" });
  await Promise.all(
    Array.from({ length: 1000 }, (_, at) => {
      const locale = locales[at % locales.length];
      const to = `${locale}-${at}@example.com`;
      return sender.send({ email: verifyAddress, to, props: { ...props, locale } });
    }),
  );
  await sender.close();
  const mails = inbox.list();
  expect(mails).toHaveLength(1000);
  for (const mail of mails) {
    const locale = mail.envelope.to[0]?.split("-")[0] as keyof typeof titles;
    for (const [other, title] of Object.entries(titles)) {
      expect(`${mail.html}`.includes(title)).toBe(other === locale);
      expect(`${mail.text}`.includes(title)).toBe(other === locale);
    }
    expect(extractPreheader(mail.html ?? "")).not.toBe("");
  }
});

test.each([375, 800])("each language runs in its direction and fits %i px", async (width) => {
  const page = await browser.newPage({ viewport: { width, height: 900 } });
  onTestFinished(() => page.close());
  await page.route("**/*", (route) => route.abort());
  for (const locale of locales) {
    const { html, text } = await render(verifyAddress, { ...props, locale });
    await page.setContent(html, { waitUntil: "domcontentloaded" });
    const title = page.getByRole("heading", { level: 1 });
    expect(await title.innerText()).toBe(titles[locale]);
    const seen = await title.evaluate((element) => ({
      direction: getComputedStyle(element).direction,
      overflow: document.documentElement.scrollWidth - innerWidth,
      // A client may take <html> and <body> away: the blocks within say it too.
      block: getComputedStyle(element.ownerDocument.body.firstElementChild ?? element).direction,
    }));
    const direction = locale === "ar" ? "rtl" : "ltr";
    expect({ locale, ...seen }).toEqual({ locale, direction, overflow: 0, block: direction });
    const address = page.getByText(props.email, { exact: true }).last();
    expect(await address.evaluate((element) => getComputedStyle(element).unicodeBidi)).toBe(
      "isolate",
    );
    expect(text).toContain(titles[locale]);
    // Isolated in the text too, where it would turn what stands around it.
    if (locale === "ar") expect(text).toContain(`\u2068${props.email}\u2069`);
  }
});
