import { expect, test } from "vitest";
import type { FoundEmail } from "../../src/build/find-emails.ts";
import { nameOutputs } from "../../src/build/output-names.ts";

/** Emails of these ids; nothing else of them is looked at. */
const emails = (...ids: readonly string[]) => ids.map((id) => ({ id })) as unknown as FoundEmail[];

test("a module is called as its email, where every system takes the name", () => {
  const names = nameOutputs(emails("welcome", "orders/console", "Rechnung ä"));
  expect([...names].every(([id, name]) => id === name)).toBe(true);
});

test("what Windows forbids becomes the nearest name, and two never become one", () => {
  const ids = ["aux", "con.old", "nul/x", "a:b", "a_b", "a?b", "50%", "end./mail", "x\\y"];
  expect(Object.fromEntries(nameOutputs(emails(...ids)))).toEqual({
    ...{ aux: "aux_", "con.old": "con_.old", "nul/x": "nul_/x", "a:b": "a_b-2", a_b: "a_b" },
    ...{ "a?b": "a_b-3", "50%": "50_", "end./mail": "end_/mail", "x\\y": "x_y" },
  });
});
