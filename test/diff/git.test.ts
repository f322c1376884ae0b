import {
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { chooseReference } from "../../src/build/checkout/choose-reference.ts";
import { findRepository } from "../../src/build/checkout/find-repository.ts";
import { gitIn } from "../../src/build/checkout/git.ts";
import { openCheckouts } from "../../src/build/checkout/open-checkouts.ts";
import { createGitProject, runGit } from "./git-project.ts";

describe("the reference", () => {
  test("is the last commit, the one where the branch left, or the one before", () => {
    const project = createGitProject();
    const git = gitIn(project.top);
    project.write("a.txt", "1");
    project.commit("one");
    expect(() => chooseReference(git, undefined)).toThrow(
      "there is one commit and nothing is changed",
    );

    project.write("a.txt", "2");
    expect(chooseReference(git, undefined)).toMatchObject({
      name: "HEAD",
      reason: "the last commit",
    });

    project.commit("two");
    expect(chooseReference(git, undefined)).toMatchObject({ name: "HEAD^" });

    const fork = project.git("rev-parse", "HEAD");
    project.git("switch", "--quiet", "--create", "other");
    for (const text of ["3", "4"]) {
      project.write("a.txt", text);
      project.commit(text);
    }
    expect(chooseReference(git, undefined)).toEqual({
      ...{ name: "main", commit: fork, reason: "where this branch left main" },
    });
    expect(chooseReference(git, "HEAD~1").reason).toBe("");
  });

  test("that is not there, or not in a shallow clone, is named with what would help", () => {
    const project = createGitProject();
    project.write("a.txt", "1");
    project.commit("one");
    project.git("branch", "release");
    project.write("a.txt", "2");
    project.commit("two");
    const git = gitIn(project.top);
    expect(() => chooseReference(git, "nowhere")).toThrow(
      "Cannot compare with nowhere: there is no such reference; name a branch, a tag or a commit",
    );
    expect(() => chooseReference(git, "--upload-pack=x")).toThrow("there is no such reference");

    const clone = join(project.top, "clone");
    runGit(project.top, "clone", "--quiet", "--depth=1", `file://${project.top}`, clone);
    const shallow = gitIn(clone);
    expect(() => chooseReference(shallow, "release")).toThrow(
      /shallow clone; fetch it with `git fetch --depth=1 origin release/,
    );
    expect(() => chooseReference(shallow, "HEAD~1")).toThrow("shallow clone");
    expect(() => chooseReference(shallow, undefined)).toThrow(
      "this clone holds its last commit only",
    );
  });

  test("needs a repository with a commit", () => {
    const folder = realpathSync(mkdtempSync(join(tmpdir(), "letterpress-none-")));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    expect(() => findRepository(folder)).toThrow(
      `Cannot compare ${folder}: it is in no git repository`,
    );
    const project = createGitProject();
    expect(() => findRepository(project.top)).toThrow("its repository has no commit yet");
  });
});

describe("the checkouts", () => {
  test("hold both sides whole, with packages and ignored files, and are gone afterwards", () => {
    const project = createGitProject();
    project.write(".gitignore", "node_modules\n.env\ngenerated/\n");
    project.write("app/a.txt", "old");
    project.write("app/gone.txt", "x");
    project.write("packages/ui/index.js", "old");
    project.commit("one");
    project.write("app/node_modules/lib/index.js", "lib");
    project.write(".env", "KEY=1");
    project.write("generated/x.js", "x");
    mkdirSync(join(project.top, "node_modules/@shop"), { recursive: true });
    symlinkSync(join(project.top, "packages/ui"), join(project.top, "node_modules/@shop/ui"));
    project.write("app/a.txt", "new");
    project.write("app/new file.txt", "n");
    project.write("packages/ui/index.js", "new");
    rmSync(join(project.top, "app/gone.txt"));
    const [status, list] = [project.git("status", "--porcelain"), project.git("worktree", "list")];

    const { before, after, scratch, close } = openCheckouts(
      findRepository(project.top),
      project.git("rev-parse", "HEAD"),
    );
    onTestFinished(close);
    const read = (folder: string, path: string) => readFileSync(join(folder, path), "utf8");
    expect([read(before, "app/a.txt"), read(after, "app/a.txt")]).toEqual(["old", "new"]);
    expect([
      existsSync(join(before, "app/gone.txt")),
      existsSync(join(after, "app/gone.txt")),
    ]).toEqual([true, false]);
    expect(read(after, "app/new file.txt")).toBe("n");
    for (const folder of [before, after]) {
      expect(read(folder, "app/node_modules/lib/index.js")).toBe("lib");
      expect(read(folder, ".env")).toBe("KEY=1");
      expect(read(folder, "generated/x.js")).toBe("x");
      expect(lstatSync(join(folder, "node_modules")).isSymbolicLink()).toBe(false);
    }
    // A package of the monorepo is the one of its own side.
    expect(read(before, "node_modules/@shop/ui/index.js")).toBe("old");
    expect(read(after, "node_modules/@shop/ui/index.js")).toBe("new");

    close();
    expect(existsSync(scratch)).toBe(false);
    expect(project.git("status", "--porcelain")).toBe(status);
    expect(project.git("worktree", "list")).toBe(list);
  });
});
