import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import type { History, HistorySave } from "../../../../preview/protocol/index.ts";
import { countLines } from "../../../../preview/server/history/count-lines.ts";
import { openHistoryFolder } from "../../../../preview/server/history/history-folder.ts";
import { openPreview, type TestPreview } from "../open-preview.ts";
import { emailShowing } from "../test-project.ts";

const file = "emails/shop/a.tsx";
const historyOf = (preview: TestPreview) => preview.json<History>("/api/history/shop/a");
const saveOf = (preview: TestPreview, key = "") =>
  preview.json<HistorySave>(`/api/history-save/shop/a?save=${key}`);

/** Saves a file, and waits until the history has it with its render. */
async function save(preview: TestPreview, text: string): Promise<void> {
  const events = await preview.events();
  preview.write(file, emailShowing(text));
  const isWhole = async () => (await historyOf(preview)).entries[0]?.variants.length === 2;
  await events.next("history");
  await expect.poll(isWhole).toBe(true);
}

describe("the history of an email", () => {
  test("begins with what was shown before the first save, and has each save with its render", async () => {
    const preview = await openPreview({ [file]: emailShowing("One") });
    expect((await historyOf(preview)).entries).toEqual([]);
    await preview.view("shop/a");
    await save(preview, "Two");
    await save(preview, "Three");
    // Saved again as it is: no news.
    preview.write(file, emailShowing("Three"));
    const { entries, capacity } = await historyOf(preview);
    expect(capacity).toBe(50);
    expect(entries.map(({ lines }) => lines)).toEqual([
      { added: 1, removed: 1 },
      { added: 1, removed: 1 },
      null,
    ]);
    const [three, two, one] = await Promise.all(entries.map(({ key }) => saveOf(preview, key)));
    expect([one?.code, two?.code]).toEqual([emailShowing("One"), emailShowing("Two")]);
    expect([one, two, three].map((each) => each?.file)).toEqual([file, file, file]);
    expect(one?.renders.default?.html).toContain("One");
    expect(three?.renders.default?.html).toContain("Three");
    expect((await saveOf(preview, "1")).error).toContain("it is not kept any more");
    expect((await saveOf(preview, "../../x")).error).toContain("it is not kept any more");
  });

  test("survives a restart, and is below the project's own folder, which git leaves out", async () => {
    const preview = await openPreview({ [file]: emailShowing("One") });
    await preview.view("shop/a");
    await save(preview, "Two");
    await preview.server.restart();
    expect((await historyOf(preview)).entries).toHaveLength(2);
  });
});

describe("the folder of a history", () => {
  test("keeps the last fifty of this day", async () => {
    const folder = mkdtempSync(join(tmpdir(), "letterpress-history-"));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    let time = new Date(2026, 2, 14, 9).getTime();
    const history = openHistoryFolder(folder, () => time);
    const write = (key: number) =>
      history.write("a", { key: String(key), at: key, file, code: `${key}`, renders: {} });
    for (let key = 1; key <= 53; key += 1) await write(key);
    expect(await history.keys("a")).toEqual(Array.from({ length: 50 }, (_, at) => String(at + 4)));
    expect(await history.read("a", "1")).toBeUndefined();
    expect(await history.read("a", "53")).toMatchObject({ code: "53", variants: [] });
    await history.tidy();
    expect(await history.keys("a")).toHaveLength(50);
    time += 24 * 60 * 60_000;
    expect(await history.keys("a")).toEqual([]);
    await history.tidy();
    time -= 24 * 60 * 60_000;
    expect(await history.keys("a")).toEqual([]);
  });

  test("counts the lines that came and went", () => {
    expect(countLines("a\nb\nb\nc", "a\nb\nx\ny\nc")).toEqual({ added: 2, removed: 1 });
    expect(countLines("a", "a")).toEqual({ added: 0, removed: 0 });
  });
});
