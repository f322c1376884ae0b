import { createSender, defineEmail, type Email } from "letterpress";
import type { ReactNode } from "react";
import { describe, expectTypeOf, test } from "vitest";
import type { Transport } from "../../src/transport/transport.ts";

type Locale = "en" | "de";
type Translate = (key: "title" | "lead", values?: { readonly name: string }) => string;

function Welcome({
  t,
  locale,
  name,
}: {
  readonly t: Translate;
  readonly locale: Locale;
  readonly name: string;
}): ReactNode {
  return (
    <p>
      {t("lead", { name })} {locale}
    </p>
  );
}

declare const makeTranslator: (locale: Locale) => Translate;
declare const transport: Transport;

const welcome = defineEmail({
  id: "welcome",
  component: Welcome,
  locales: ["en", "de"],
  translator: (locale) => {
    expectTypeOf(locale).toEqualTypeOf<Locale>();
    return makeTranslator(locale);
  },
  subject: ({ t, name }) => t("title", { name }),
  variants: { default: { name: "Ada" }, German: { name: "Ada", locale: "de" } },
});

describe("an email with a translator", () => {
  test("takes its own props and any reader's language, and never the translator", () => {
    expectTypeOf(welcome).toExtend<Email<{ readonly name: string }>>();
    const sender = createSender({ transport });
    const to = "ada@example.com";
    void sender.send({ email: welcome, to, props: { name: "Ada" } });
    void sender.send({ email: welcome, to, props: { name: "Ada", locale: "pt-BR" } });
    // @ts-expect-error: the name is missing
    void sender.send({ email: welcome, to, props: { locale: "de" } });
  });

  test("knows the keys in the subject, and the locales", () => {
    defineEmail({
      id: "welcome",
      component: Welcome,
      locales: ["en"],
      translator: makeTranslator,
      // @ts-expect-error: no such key
      subject: ({ t }) => t("heading"),
      variants: { default: { name: "Ada" } },
    });
    defineEmail({
      id: "welcome",
      component: Welcome,
      // @ts-expect-error: the component is not written in French
      locales: ["fr"],
      translator: makeTranslator,
      subject: "Hi",
      // @ts-expect-error: so that no definition fits
      variants: { default: { name: "Ada" } },
    });
  });
});
