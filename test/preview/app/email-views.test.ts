import { describe, expect, test } from "vitest";
import type { Answer } from "../../../preview/app/data/ask.ts";
import { createEmailViews } from "../../../preview/app/data/email-views.ts";
import type { EmailView, RenderSuccess } from "../../../preview/protocol/index.ts";

function view(id: string, revision: number): EmailView {
  const result: RenderSuccess = {
    ...{ status: "rendered" as const, subject: "s", preheader: "", from: "a@b.example" },
    ...{ html: "<p>", text: "t", htmlBytes: 3, renderMs: revision },
  };
  return {
    ...{ id, file: `emails/${id}.tsx`, variants: [{ name: "default", slug: "default" }] },
    ...{ variant: "default", locales: [], revision, result },
  };
}

/** A server whose answers come when the test says so. */
function slowServer() {
  const asked: { id: string; aborted: () => boolean; answer: (a: Answer<EmailView>) => void }[] =
    [];
  const views = createEmailViews(
    ({ id }, options) =>
      new Promise((answer) => {
        asked.push({ id, aborted: () => options?.signal?.aborted ?? false, answer });
      }),
  );
  const reply = async (at: number, value: EmailView) => {
    asked[at]?.answer({ ok: true, value });
    await Promise.resolve();
  };
  return { views, asked, reply };
}

describe("the renders that a page has seen", () => {
  test("are asked for once while nothing changed", async () => {
    const { views, asked, reply } = slowServer();
    views.load({ id: "a" });
    views.load({ id: "a" });
    await reply(0, view("a", 1));
    views.load({ id: "a" });
    expect(asked).toHaveLength(1);
    expect(views.read({ id: "a" })).toMatchObject({ view: { revision: 1 }, loading: false });
  });

  test("stay while a newer one is on its way", async () => {
    const { views, reply } = slowServer();
    views.watch({ id: "a" });
    await reply(0, view("a", 1));
    views.invalidate(["a"]);
    expect(views.read({ id: "a" })).toMatchObject({ view: { revision: 1 }, loading: true });
    await reply(1, view("a", 2));
    expect(views.read({ id: "a" })).toMatchObject({ view: { revision: 2 }, loading: false });
  });

  test("come from the newest question, when two are under way", async () => {
    const { views, asked, reply } = slowServer();
    views.watch({ id: "a" });
    views.invalidate(null);
    expect(asked[0]?.aborted()).toBe(true);
    await reply(1, view("a", 2));
    await reply(0, view("a", 1));
    expect(views.read({ id: "a" }).view?.revision).toBe(2);
  });

  test("are asked for anew only where someone looks", async () => {
    const { views, asked, reply } = slowServer();
    const leave = views.watch({ id: "a" });
    views.load({ id: "b" });
    await reply(0, view("a", 1));
    await reply(1, view("b", 1));
    views.invalidate(null);
    expect(asked.map(({ id }) => id)).toEqual(["a", "b", "a"]);
    await reply(2, view("a", 2));
    leave();
    views.invalidate(["a"]);
    expect(asked).toHaveLength(3);
    views.load({ id: "b" });
    expect(asked.at(-1)?.id).toBe("b");
  });

  test("keep their identity when they come out the same", async () => {
    const { views, reply } = slowServer();
    views.seed({ id: "a" }, view("a", 1));
    const before = views.read({ id: "a" }).view;
    views.watch({ id: "a" });
    views.invalidate(null);
    await reply(0, { ...view("a", 1) });
    expect(views.read({ id: "a" }).view).toBe(before);
  });

  test("take what the page was served with, and ask for nothing", () => {
    const { views, asked } = slowServer();
    views.seed({ id: "a" }, view("a", 1));
    views.watch({ id: "a" });
    expect(asked).toHaveLength(0);
  });

  test("ask again for what could not be answered, but not for what is not there", async () => {
    const { views, asked } = slowServer();
    views.load({ id: "a" });
    asked[0]?.answer({ ok: false, problem: { kind: "unreachable", message: "away" } });
    await Promise.resolve();
    expect(views.read({ id: "a" }).problem?.message).toBe("away");
    views.load({ id: "a" });
    asked[1]?.answer({ ok: false, problem: { kind: "missing", message: "gone" } });
    await Promise.resolve();
    views.load({ id: "a" });
    expect(asked).toHaveLength(2);
  });

  test("are forgotten, the longest unseen first, when they are many", async () => {
    const { views, reply } = slowServer();
    views.watch({ id: "first" });
    await reply(0, view("first", 1));
    for (let index = 1; index <= 100; index += 1) {
      views.load({ id: `e${index}` });
      await reply(index, view(`e${index}`, 1));
    }
    expect(views.read({ id: "first" }).view).not.toBeNull();
    expect(views.read({ id: "e1" }).view).toBeNull();
    expect(views.read({ id: "e100" }).view).not.toBeNull();
  });

  test("of edits that nobody waits for any more are given up", async () => {
    const { views, asked, reply } = slowServer();
    const leave = views.watch({ id: "a", props: "1" });
    leave();
    expect(asked[0]?.aborted()).toBe(true);
    views.watch({ id: "a", props: "1" });
    await reply(1, view("a", 1));
    expect(views.read({ id: "a", props: "1" })).toMatchObject({ view: { revision: 1 } });
    // What is not edited is worth having later.
    const leavePlain = views.watch({ id: "a" });
    leavePlain();
    expect(asked[2]?.aborted()).toBe(false);
  });
});

describe("what an email was before the last save", () => {
  const rendered = (html: string, revision: number): EmailView => {
    const made = view("a", revision);
    return { ...made, result: { ...(made.result as RenderSuccess), html } };
  };
  const broken = (lastGood: RenderSuccess, revision: number): EmailView => ({
    ...view("a", revision),
    result: {
      ...{ status: "failed" as const, phase: "render" as const, message: "boom", location: null },
      ...{ codeFrame: null, stack: [], lastGood },
    },
  });

  test("is kept over saves that change nothing and over those that break it", async () => {
    const { views, asked } = slowServer();
    views.watch({ id: "a" });
    const answer = async (value: EmailView) => {
      asked.at(-1)?.answer({ ok: true, value });
      await Promise.resolve();
      const { before } = views.read({ id: "a" });
      views.invalidate(["a"]);
      return before?.html ?? null;
    };
    expect(await answer(rendered("one", 1))).toBeNull();
    expect(await answer(rendered("two", 2))).toBe("one");
    expect(await answer(rendered("two", 3))).toBe("one");
    const lastGood = rendered("two", 3).result as RenderSuccess;
    expect(await answer(broken(lastGood, 4))).toBe("one");
    expect(await answer(rendered("three", 5))).toBe("two");
  });
});

test("the variants of every email that was seen are known, however many were seen since", async () => {
  const { views, reply } = slowServer();
  for (let index = 0; index < 100; index += 1) {
    views.load({ id: `email-${index}` });
    await reply(index, view(`email-${index}`, 1));
  }
  expect(views.variants().size).toBe(100);
  expect(views.variants().get("email-0")).toEqual([{ name: "default", slug: "default" }]);
});
