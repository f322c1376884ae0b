import { Body, Html, Text } from "@react-email/components";
import i18next from "i18next";
import { defineEmail, render } from "letterpress";
import type { ReactNode } from "react";
import { createTranslator } from "use-intl/core";
import { expect, test } from "vitest";
import { checkEmail } from "../../../src/check/check-email.ts";

const messages = {
  en: { title: "Your order", lines: "{count, plural, one {# line} other {# lines}}" },
  ar: { title: "طلبك", lines: "{count, plural, one {سطر} other {# أسطر}}" },
  "zh-Hant": { title: "你的訂單", lines: "{count} 行" },
} as const;
type Locale = keyof typeof messages;
type Translate = (key: "title" | "lines", values?: { readonly count: number }) => string;

function Order({
  t,
  locale,
  count,
}: {
  readonly t: Translate;
  readonly locale: Locale;
  readonly count: number;
}): ReactNode {
  return (
    <Html>
      <Body>
        <Text>
          {t("title")}: {t("lines", { count })} ({locale})
        </Text>
      </Body>
    </Html>
  );
}

const order = defineEmail({
  id: "order",
  component: Order,
  locales: ["en", "ar", "zh-Hant"],
  translator: (locale, onError): Translate =>
    createTranslator({ locale, messages: messages[locale], onError }) as Translate,
  subject: ({ t }) => t("title"),
  text: ({ t, count }) => t("lines", { count }),
  variants: { default: { count: 2 } },
});

test("subject, component and text share the translator of the reader's language", async () => {
  const { subject, html, text } = await render(order, { count: 1, locale: "ar" });
  expect(subject).toBe("طلبك");
  expect(text).toBe("سطر");
  expect(html).toContain("طلبك");
  expect(html).toMatch(/<html[^>]* dir="rtl"/);
  expect(html).toMatch(/<html[^>]* lang="ar"/);
  expect(html).toMatch(/<body[^>]* dir="rtl"/);
});

test("a reader of another language gets the nearest, else the first", async () => {
  const shown = async (locale?: string) => (await render(order, { count: 2, locale })).subject;
  expect(await shown()).toBe("Your order");
  expect(await shown("en-GB")).toBe("Your order");
  expect(await shown("ar_EG")).toBe("طلبك");
  expect(await shown("zh-TW")).toBe("你的訂單");
  expect(await shown("fr")).toBe("Your order");
  expect(await shown("not a tag")).toBe("Your order");
});

test("a locale that is no text is refused by name", async () => {
  await expect(render(order, { count: 2, locale: 7 as never })).rejects.toThrow(/props\.locale/);
});

test("a key without words is a warning and a finding with its key", async () => {
  const { lines: _, ...some } = messages.en;
  const gap = defineEmail({
    ...{ id: "gap", component: Order, locales: ["en"], subject: "Order" },
    translator: (locale, onError) =>
      createTranslator({ locale, messages: some, onError }) as unknown as Translate,
    variants: { default: { count: 2 } },
  });
  const rendered = await render(gap, { count: 2 });
  const [warning, ...others] = rendered.warnings ?? [];
  expect(others).toEqual([]);
  expect(warning?.code).toBe("translation-missing");
  expect(warning?.message).toContain("lines");
  const found = checkEmail(rendered).filter(({ rule }) => rule === "missing-translation");
  expect(found).toHaveLength(1);
  expect(found[0]?.evidence).toContain("lines");
});

test("i18next translates by a fixed t, and tells of a key that it lacks", async () => {
  const resources = {
    en: { mail: { title: "Hi {{name}}" } },
    de: { mail: { title: "Hallo {{name}}" } },
  };
  function createT(locale: "en" | "de", onMissing: (key: string) => void) {
    const instance = i18next.createInstance();
    void instance.init({
      ...{ resources, initAsync: false, fallbackLng: false, showSupportNotice: false },
      parseMissingKeyHandler(key) {
        onMissing(key);
        return key;
      },
    });
    return instance.getFixedT(locale, "mail");
  }
  function Hello({
    t,
    locale,
    name,
  }: {
    readonly t: ReturnType<typeof createT>;
    readonly locale: "en" | "de";
    readonly name: string;
  }): ReactNode {
    return (
      <p lang={locale}>
        {t("title", { name })} {t("gone")}
      </p>
    );
  }
  const hello = defineEmail({
    ...{ id: "hello", component: Hello, locales: ["en", "de"], translator: createT },
    subject: ({ t, name }) => t("title", { name }),
    variants: { default: { name: "Ada" } },
  });
  const { subject, warnings } = await render(hello, { name: "Ada", locale: "de" });
  expect(subject).toBe("Hallo Ada");
  expect(warnings?.map(({ message }) => message)).toEqual([
    "A translation is missing in de: `gone`; add its words",
  ]);
});

test("a subject begins in the direction of its language, whatever its first word", async () => {
  const subject = async (locale: string, line: string) => {
    const email = defineEmail({ ...order, subject: line });
    return (await render(email, { count: 2, locale })).subject;
  };
  expect(await subject("ar", "Foolscap: طلبك")).toBe("\u200fFoolscap: طلبك");
  expect(await subject("ar", "\u2068Ada\u2069، طلبك")).toBe("\u2068Ada\u2069، طلبك");
  expect(await subject("ar", "4711")).toBe("\u200f4711");
  expect(await subject("en", "\u2068דוד\u2069, your order")).toBe("\u2068דוד\u2069, your order");
  expect(await subject("en", "דוד, your order")).toBe("\u200eדוד, your order");
});

test("what the author says of language and direction stays", async () => {
  const own = defineEmail({
    ...{ id: "own", locales: ["en", "ar"], translator: () => "", subject: "Hi" },
    variants: { default: {} },
    component: (_: { readonly t: string; readonly locale: "en" | "ar" }) => (
      <html lang="fr" dir="ltr">
        <body>
          <p>Bonjour</p>
        </body>
      </html>
    ),
  });
  expect((await render(own, { locale: "ar" })).html).toMatch(/<html lang="fr" dir="ltr"/);
});

test("a definition without locales, or with a translator that is none, is refused by name", () => {
  const { locales: _, ...rest } = order as unknown as Record<string, unknown>;
  expect(() => defineEmail(rest as never)).toThrow(/'locales'/);
  expect(() => defineEmail({ ...order, translator: "t" } as never)).toThrow(/'translator'/);
});
