import { expect, test } from "vitest";
import type { Answer } from "../../../preview/app/data/ask.ts";
import { createSources } from "../../../preview/app/data/sources.ts";
import type { SourceFile } from "../../../preview/protocol/index.ts";

/** A disk on which one file is written; each read is answered by hand. */
function fakeDisk() {
  const waiting: (() => void)[] = [];
  let answer: Answer<SourceFile> = {
    ok: false,
    problem: { kind: "missing", message: "gone" },
  };
  return {
    write(code: string) {
      answer = { ok: true, value: { file: "emails/a.tsx", code } };
    },
    fetch: () =>
      new Promise<Answer<SourceFile>>((resolve) => {
        const now = answer;
        waiting.push(() => resolve(now));
      }),
    async settle() {
      for (const resolve of waiting.splice(0)) resolve();
      await new Promise((resolve) => setTimeout(resolve));
    },
    reads: () => waiting.length,
  };
}

test("a file is read once for each revision, and keeps what stood in it before", async () => {
  const disk = fakeDisk();
  const sources = createSources(disk.fetch);
  disk.write("one");
  sources.load("a", 1);
  sources.load("a", 1);
  expect(disk.reads()).toBe(1);
  await disk.settle();
  expect(sources.read("a")).toMatchObject({ file: { code: "one" }, before: null });
  sources.load("a", 1);
  expect(disk.reads()).toBe(0);

  disk.write("two");
  sources.load("a", 2);
  expect(sources.read("a").file?.code).toBe("one");
  await disk.settle();
  expect(sources.read("a")).toMatchObject({ file: { code: "two" }, before: "one" });

  // A save of another file that the email imports changes nothing here.
  sources.load("a", 3);
  await disk.settle();
  expect(sources.read("a")).toMatchObject({ file: { code: "two" }, before: "one" });
});

test("an answer that a newer read has overtaken counts for nothing", async () => {
  const disk = fakeDisk();
  const sources = createSources(disk.fetch);
  disk.write("old");
  sources.load("a", 1);
  disk.write("new");
  sources.load("a", 2);
  await disk.settle();
  expect(sources.read("a").file?.code).toBe("new");
});

test("a file that cannot be read says why, and is tried again", async () => {
  const disk = fakeDisk();
  const sources = createSources(disk.fetch);
  sources.load("a", 1);
  await disk.settle();
  expect(sources.read("a").problem?.message).toBe("gone");
  disk.write("back");
  sources.load("a", 1);
  await disk.settle();
  expect(sources.read("a")).toMatchObject({ file: { code: "back" }, problem: null });
});

test("only so many files are kept", async () => {
  const disk = fakeDisk();
  const sources = createSources(disk.fetch);
  disk.write("code");
  for (let index = 0; index < 60; index += 1) sources.load(`email-${index}`, 1);
  await disk.settle();
  expect(sources.read("email-59").file?.code).toBe("code");
  expect(sources.read("email-0").file).toBeNull();
});
