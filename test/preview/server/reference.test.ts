import { execFileSync } from "node:child_process";
import { describe, expect, test } from "vitest";
import type { GitReferences, ReferenceRenders } from "../../../preview/protocol/index.ts";
import { openPreview, type TestPreview } from "./open-preview.ts";
import { emailShowing } from "./test-project.ts";

const file = "emails/a.tsx";

function gitIn({ root }: TestPreview) {
  return (...args: readonly string[]) =>
    execFileSync("git", ["-c", "user.name=T", "-c", "user.email=t@example.com", ...args], {
      ...{ cwd: root, encoding: "utf8" },
    }).trim();
}

const at = (preview: TestPreview, ref: string, id = "a") =>
  preview.json<ReferenceRenders>(`/api/reference/${id}?ref=${encodeURIComponent(ref)}`);

describe("an email at a git reference", () => {
  test("is rendered as it was, with what it imported, and the project stays as it is", async () => {
    const preview = await openPreview({
      [file]: emailShowing("{word}", 'import { word } from "./components/word.ts";'),
      "emails/components/word.ts": `export const word = "First";\n`,
      ".gitignore": "node_modules\n.letterpress\n",
    });
    const git = gitIn(preview);
    git("init", "--quiet", "--initial-branch=main");
    git("add", ".");
    git("commit", "--quiet", "-m", "first words");
    const first = git("rev-parse", "HEAD");
    preview.write("emails/components/word.ts", `export const word = "Second";\n`);
    git("commit", "--quiet", "-am", "second words");
    preview.write("emails/components/word.ts", `export const word = "Third";\n`);
    await expect.poll(() => preview.html("a")).toContain("Third");
    const before = git("status", "--porcelain");

    const one = await at(preview, first.slice(0, 8));
    expect(one).toMatchObject({ commit: first, ref: first.slice(0, 8) });
    expect(Object.keys(one.renders).sort()).toEqual(["default", "long-name"]);
    expect(one.renders.default?.html).toContain("First");
    expect((await at(preview, "HEAD")).renders["long-name"]?.html).toContain("Second");
    expect(git("status", "--porcelain")).toBe(before);
    expect(git("worktree", "list").split("\n")).toHaveLength(1);

    const { references } = await preview.json<GitReferences>("/api/references/a");
    expect(references.map(({ label }) => label.replace(/^[\da-f]+ /, ""))).toEqual([
      ...["the last commit", "main", "first words"],
    ]);
  });

  test("is refused where there is no repository, no such reference, or no such email yet", async () => {
    const preview = await openPreview({
      "emails/b.tsx": emailShowing("B"),
      ".gitignore": "node_modules\n",
    });
    expect((await at(preview, "HEAD", "b")).error).toContain("it is in no git repository");
    expect(await preview.json<GitReferences>("/api/references/b")).toEqual({ references: [] });
    const git = gitIn(preview);
    git("init", "--quiet");
    git("commit", "--quiet", "--allow-empty", "-m", "nothing");
    expect((await at(preview, "--output=x", "b")).error).toContain("there is no such reference");
    expect((await at(preview, "v9", "b")).error).toContain("Cannot compare with v9");
    expect((await at(preview, "HEAD", "b")).error).toContain(
      "Cannot show b at HEAD: it was not there yet",
    );
    const response = await preview.request("/api/reference/b");
    expect([response.status, await response.text()]).toEqual([
      400,
      expect.stringContaining("name a git reference"),
    ]);
  });
});
