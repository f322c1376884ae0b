import { chmodSync, existsSync, readFileSync } from "node:fs";
import { expect, onTestFinished, test } from "vitest";
import { openPreview, type TestPreview } from "./open-preview.ts";
import { emailShowing } from "./test-project.ts";

/** Asks as the preview's page does, with what the page alone was told. */
async function openAt(
  preview: TestPreview,
  place: object,
  token?: string,
): Promise<{ status: number; error?: string }> {
  const page = await (await preview.request("/inbox")).text();
  const [, ofPage = ""] = /name="letterpress-token" content="([\w-]+)"/.exec(page) ?? [];
  const answer = await preview.request("/api/open", {
    method: "POST",
    headers: { "x-letterpress": "1", "x-letterpress-token": token ?? ofPage },
    body: JSON.stringify(place),
  });
  return { status: answer.status, ...(await answer.json()) };
}

/** An editor that writes down what it was asked for. */
function useEditor(preview: TestPreview, script: string): void {
  preview.write("editor.sh", `#!/bin/sh\n${script}\n`);
  chmodSync(preview.path("editor.sh"), 0o755);
  const before = process.env.LAUNCH_EDITOR;
  process.env.LAUNCH_EDITOR = preview.path("editor.sh");
  onTestFinished(() => {
    if (before === undefined) delete process.env.LAUNCH_EDITOR;
    else process.env.LAUNCH_EDITOR = before;
  });
}

test("a place of the project is opened in the editor at its line", async () => {
  const preview = await openPreview({ "emails/it's a #1 %41.tsx": emailShowing("A") });
  const asked = preview.path("asked.txt");
  useEditor(preview, `printf '%s|' "$@" > "${asked}"`);
  const file = "emails/it's a #1 %41.tsx";
  expect(await openAt(preview, { file, line: 7, column: 3 })).toEqual({ status: 200 });
  await expect
    .poll(() => existsSync(asked) && readFileSync(asked, "utf8"))
    .toBe(`${preview.path(file)}|7|3|`);
});

test("an editor that does not start is told of, with what would fix it", async () => {
  const preview = await openPreview({ "emails/a.tsx": emailShowing("A") });
  useEditor(preview, "exit 3");
  const answer = await openAt(preview, { file: "emails/a.tsx", line: 1, column: 1 });
  expect(answer.status).toBe(422);
  expect(answer.error).toMatch(/^Cannot open a\.tsx: the editor did not start: .*LAUNCH_EDITOR/);
  process.env.LAUNCH_EDITOR = "/nowhere/to/be/found";
  const missing = await openAt(preview, { file: "emails/a.tsx" });
  expect(missing).toMatchObject({ status: 422, error: expect.stringContaining("LAUNCH_EDITOR") });
});

test("only files of the project are opened", async () => {
  const preview = await openPreview({
    "emails/a.tsx": emailShowing("{part}", `import { part } from "../../shared/part.ts";`),
    "../shared/part.ts": `export const part = "x";`,
    "../secret.txt": "secret",
  });
  preview.link(preview.path("../secret.txt"), "emails/linked.txt");
  useEditor(preview, `touch "${preview.path("struck")}"`);
  await preview.html("a");
  for (const [file, status] of [
    ["/etc/passwd", 403],
    ["../secret.txt", 403],
    ["emails/linked.txt", 403],
    ["emails/none.tsx", 404],
    ["", 400],
  ] as const) {
    const answer = await openAt(preview, { file, line: 1, column: 1 });
    expect([file, answer.status]).toEqual([file, status]);
  }
  expect((await openAt(preview, { file: "emails/a.tsx", line: -1 })).status).toBe(400);
  expect((await openAt(preview, { file: "emails/a.tsx" }, "guessed")).status).toBe(403);
  expect(existsSync(preview.path("struck"))).toBe(false);
  // What an email is loaded from is the project's, wherever it lies.
  expect((await openAt(preview, { file: "../shared/part.ts", line: 1 })).status).toBe(200);
});
