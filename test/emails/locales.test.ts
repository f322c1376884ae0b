import { render } from "letterpress";
import { describe, expect, test } from "vitest";
import verifyAddress from "../../emails/account/verify-address.tsx";
import { elementsOf } from "./document.ts";

const props = { ...verifyAddress.variants.default, code: "WQ7K-M2XD-9P" };

describe("an email in its languages", () => {
  test.each([
    ["en", "en-GB", "ltr", "WQ7K-M2XD-9P is your Foolscap code", "30 minutes"],
    ["de", "de-DE", "ltr", "WQ7K-M2XD-9P ist Ihr Code für Foolscap", "30 Minuten"],
    ["ar", "ar-u-nu-latn", "rtl", "\u200fWQ7K-M2XD-9P هو رمزك في Foolscap", "30 دقيقة"],
    ["ja", "ja-JP", "ltr", "WQ7K-M2XD-9P は Foolscap の確認コードです", "30 分間"],
  ] as const)("%s: subject, document and text", async (locale, lang, dir, subject, lifetime) => {
    const rendered = await render(verifyAddress, { ...props, locale });
    expect(rendered.subject).toBe(subject);
    expect(elementsOf(rendered.html).find(({ tag }) => tag === "html")?.attributes).toMatchObject({
      lang,
      dir,
    });
    expect(rendered.text).toContain(lifetime);
    expect(rendered.html).toContain(lifetime);
    expect(rendered.text).toContain(props.code);
    const english = ["is good for", "Questions?", "Hello", "Confirm", "You get this"];
    const found = english.filter((words) => (rendered.text + rendered.html).includes(words));
    expect(found).toEqual(locale === "en" ? english : []);
  });

  test("without a locale it is English", async () => {
    expect(verifyAddress.locales).toEqual(["en", "de", "ar", "ja"]);
    const plain = await render(verifyAddress, props);
    expect(await render(verifyAddress, { ...props, locale: "en" })).toEqual(plain);
  });
});
