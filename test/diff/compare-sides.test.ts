import { describe, expect, test } from "vitest";
import { compareSides } from "../../src/diff/states/compare-sides.ts";
import { groupChanges } from "../../src/diff/states/group-changes.ts";
import type { RenderedState, Side } from "../../src/diff/states/state.ts";

function state(
  id: string,
  variant: string,
  words: string,
  more: Partial<RenderedState> = {},
): RenderedState {
  const html = `<!doctype html><html lang="en"><body>${words}</body></html>`;
  const result = {
    subject: "S",
    preheader: "",
    from: "a@b.example",
    html,
    text: words.replace(/<[^>]*>/g, "\n"),
  };
  return { id, variant, variantName: variant, locale: null, result, ...more };
}

function side(...states: readonly RenderedState[]): Side {
  return { states, files: Object.fromEntries(states.map(({ id }) => [id, `emails/${id}.tsx`])) };
}

const failed = { result: { failure: "Cannot render: x is not defined" } };

async function kinds(before: Side, after: Side, renames?: ReadonlyMap<string, string>) {
  const { changes } = await compareSides(before, after, { renames });
  return changes.map(({ kind, name, formerName }) =>
    [kind, name.id, name.variant, ...(formerName ? [formerName.id, formerName.variant] : [])].join(
      " ",
    ),
  );
}

describe("states", () => {
  test("that came, went, broke and were repaired; the same are not told", async () => {
    expect(
      await kinds(
        side(
          state("a", "default", "A"),
          state("a", "old", "O"),
          state("b", "default", "B"),
          state("c", "default", "C", failed),
        ),
        side(
          state("a", "default", "A"),
          state("a", "new", "N"),
          state("b", "default", "B", failed),
          state("c", "default", "C"),
        ),
      ),
    ).toEqual(["added a new", "broken b default", "repaired c default", "removed a old"]);
  });

  test("that are called otherwise: by git, by what they say, a variant by its render", async () => {
    const renames = new Map([["emails/a.tsx", "emails/z.tsx"]]);
    expect(
      await kinds(
        side(state("a", "default", "One two")),
        side(state("z", "default", "Three")),
        renames,
      ),
    ).toEqual(["renamed z default a default"]);
    const words = "Your order left today and is with you by noon";
    expect(
      await kinds(
        side(state("a", "default", words)),
        side(state("b", "default", `${words} at last`)),
      ),
    ).toEqual(["renamed b default a default"]);
    expect(await kinds(side(state("a", "short", "X")), side(state("a", "brief", "X")))).toEqual([
      "renamed a brief a short",
    ]);
    expect(
      await kinds(
        side(state("a", "default", "One two")),
        side(state("b", "default", "Three four")),
      ),
    ).toEqual(["added b default", "removed a default"]);
  });

  test("that are others each time are told so, and what else changed in them is told", async () => {
    const before = side(
      state("a", "default", "<p>Now it is 10:01</p>"),
      state("b", "default", "<p>At 10:01</p><p>Old</p>"),
    );
    const after = side(
      state("a", "default", "<p>Now it is 10:02</p>"),
      state("b", "default", "<p>At 10:02</p><p>New</p>"),
    );
    const later = (one: Side, time: string) =>
      JSON.parse(JSON.stringify(one).replaceAll(/10:0\d/g, time)) as Side;
    const { changes, varying } = await compareSides(before, after, {
      renderAgain: async () => ({ before: later(before, "11:03"), after: later(after, "11:04") }),
    });
    expect(varying).toEqual([{ id: "a", variant: "default", locale: null }]);
    expect(changes).toHaveLength(1);
    expect(changes[0]?.isVarying).toBe(true);
    expect(changes[0]?.change?.view).toMatchObject([
      {
        kind: "words",
        parts: [
          { op: "removed", text: "Old" },
          { op: "added", text: "New" },
        ],
      },
    ]);
  });
});

test("what several states changed alike is told once, in the first of them", async () => {
  const footer = (word: string) => `<p>Write to us at any ${word}.</p>`;
  const { changes, statesOf } = await compareSides(
    side(
      state("a", "default", `<h1>A</h1>${footer("time")}`),
      state("b", "x", `<h1>B</h1>${footer("time")}`),
    ),
    side(
      state("a", "default", `<h1>A</h1>${footer("hour")}`),
      state("b", "x", `<h1>C</h1>${footer("hour")}`),
    ),
  );
  const groups = groupChanges(changes);
  expect(
    groups.map(({ states, items }) => [states.map(({ id }) => id).join(), items.length]),
  ).toEqual([
    ["a,b", 1],
    ["b", 1],
  ]);
  expect(statesOf).toEqual({ a: 1, b: 1 });
});
