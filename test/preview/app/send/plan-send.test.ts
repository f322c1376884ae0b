import { describe, expect, test } from "vitest";
import { planSend, scopesOf } from "../../../../preview/app/send/plan-send.ts";
import { addRecent, parseRecipients, readRecent } from "../../../../preview/app/send/recipients.ts";

const query = { id: "a", variant: "long-name", locale: null, props: `{"name":"Grace"}` };
const variants = [
  { name: "default", slug: "default" },
  { name: "Long name!", slug: "long-name" },
];

describe("what is sent", () => {
  test("is the state that shows, with what was edited", () => {
    expect(planSend({ query, variants, locales: ["en", "de"] }, "shown")).toEqual([
      { label: "Long name!", query },
    ]);
    const german = { ...query, locale: "de" };
    expect(planSend({ query: german, variants, locales: ["en", "de"] }, "shown")).toEqual([
      { label: "Long name!, de", query: german },
    ]);
  });

  test("is every variant, or every variant in every locale", () => {
    const all = planSend({ query, variants, locales: [] }, "variants");
    expect(all.map(({ query: one }) => [one.variant, one.props])).toEqual([
      ["default", query.props],
      ["long-name", query.props],
    ]);
    const everything = planSend({ query, variants, locales: ["en", "de"] }, "locales");
    expect(everything.map(({ label }) => label)).toEqual([
      ...["default, en", "default, de", "Long name!, en", "Long name!, de"],
    ]);
  });

  test("is what the address says while the email does not load", () => {
    for (const scope of ["shown", "variants", "locales"] as const) {
      expect(planSend({ query, variants: [], locales: [] }, scope)).toEqual([
        { label: "long-name", query },
      ]);
    }
  });

  test("offers only what there is more than one of", () => {
    const label = (choices: Parameters<typeof scopesOf>[0]) =>
      scopesOf(choices).map((one) => one.label);
    expect(label({ query, variants: [], locales: [] })).toEqual(["As it shows"]);
    expect(label({ query, variants, locales: ["en", "de"] })).toEqual([
      ...["As it shows", "All 2 variants", "All variants in 2 locales"],
    ]);
  });
});

describe("recipients", () => {
  test("keep a comma inside a quoted name", () => {
    expect(parseRecipients(`"Lovelace, Ada" <a@b.example>; "Hopper`)).toEqual([
      `"Lovelace, Ada" <a@b.example>`,
      `"Hopper`,
    ]);
  });

  test("sent to before are few, the last one first, each once", () => {
    let recent: readonly string[] = readRecent("no JSON");
    for (const to of ["a@x", "b@x", "c@x", "a@x", "d@x", "e@x", "f@x"])
      recent = addRecent(recent, [to]);
    expect(recent).toEqual(["f@x", "e@x", "d@x", "a@x", "c@x"]);
    expect(readRecent(JSON.stringify(["a@x", 7]))).toEqual(["a@x"]);
  });
});
