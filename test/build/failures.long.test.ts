import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { formatProblem } from "../../src/build/problem.ts";
import { openWorkspace, type Workspace } from "./workspace.ts";

const good = `
export default function Letter() { return <html lang="en">{"x"}</html>; }
Letter.PreviewProps = {};
`;

describe("a build that fails", () => {
  let workspace: Workspace;

  beforeAll(async () => {
    workspace = await openWorkspace();
  });
  afterAll(() => workspace?.dispose());

  async function problemsOf(files: Readonly<Record<string, string>>, types = false) {
    const project = await workspace.project({ "emails/good.tsx": good, ...files });
    const { problems } = await project.build({ types });
    return problems.map((problem) => ({ ...problem, shown: formatProblem(problem) }));
  }

  test("names file, line and column of a syntax error, and shows the place", async () => {
    const problems = await problemsOf({
      "emails/a.tsx": `export default function A() {\n  return <html;\n}\nA.PreviewProps = {};\n`,
    });
    expect(problems).toMatchObject([{ file: "emails/a.tsx", line: 2, column: 15 }]);
    expect(problems[0]?.shown).toMatch(/^emails\/a\.tsx:2:15: .+\n\n {4}.*1 \| export default/);
    expect(problems[0]?.shown).toContain("> 2 |   return <html;");
  });

  test("tells all that is wrong in all emails at once", async () => {
    const problems = await problemsOf({
      "emails/a.tsx": `import { gone } from "./gone";\n${good.replace('"x"', "gone")}`,
      "emails/c.tsx": `\nimport none from "no-such-package";\n${good.replace('"x"', "none")}`,
      "emails/b.tsx": `${good}const c = ;\n`,
    });
    expect(problems.map(({ file, line, message }) => ({ file, line, message }))).toEqual(
      expect.arrayContaining([
        {
          file: "emails/a.tsx",
          line: 1,
          message: `Cannot find "./gone": create the file, or fix the path`,
        },
        {
          file: "emails/c.tsx",
          line: 2,
          message: `Cannot find "no-such-package": install it, or add its alias to the paths of tsconfig.json`,
        },
        expect.objectContaining({ file: "emails/b.tsx", line: 4 }),
      ]),
    );
    expect(problems).toHaveLength(3);
  });

  test("names an export that a helper does not have, and JSON that is none", async () => {
    const [missing] = await problemsOf({
      "emails/a.tsx": `import { nope } from "./components/help";\n${good.replace('"x"', "nope")}`,
      "emails/components/help.tsx": "export const help = 1;\n",
    });
    expect(missing).toMatchObject({ file: "emails/a.tsx", line: 1 });
    expect(missing?.message).toMatch(/nope/);

    const [json] = await problemsOf({
      "emails/a.tsx": `import data from "./data.json";\n${good.replace('"x"', "data.a")}`,
      "emails/data.json": `{ "a": 1, }`,
    });
    expect(json?.shown).toMatch(/^emails\/data\.json: .*JSON/);
  });

  test("names the place of a type error", async () => {
    const problems = await problemsOf(
      { "emails/a.tsx": `${good}\nexport const count: number = "one";\n` },
      true,
    );
    expect(problems).toMatchObject([{ file: "emails/a.tsx", line: 5, column: 14 }]);
    expect(problems[0]?.message).toMatch(/^TS2322: .*'string'.*'number'/);
  });

  test("leaves what the last good build wrote", async () => {
    const project = await workspace.project({ "emails/good.tsx": good });
    await project.mustBuild({ types: false });
    const before = await project.read("dist/emails/good.js");
    await project.write("emails/good.tsx", good.replace('"x"', '"y"'));
    await project.write("emails/bad.tsx", `${good} const;`);
    const { emails, problems } = await project.build({ types: false });
    expect(emails).toEqual([]);
    expect(problems).not.toEqual([]);
    expect(await project.read("dist/emails/good.js")).toBe(before);
  });

  test("says so when there is no email, or no folder of them", async () => {
    const project = await workspace.project({ "emails/helper.ts": "export default 1;" });
    await expect(project.build()).rejects.toThrow(/^Cannot build: no email stands in .*emails; /);
    await expect(project.build({ emailsDir: "mails" })).rejects.toThrow(
      /name another with --emails/,
    );
  });

  test.each(["emails", "emails/out", ".", ".."])("refuses to build into %s", async (outDir) => {
    const project = await workspace.project({ "emails/good.tsx": good });
    await expect(project.build({ outDir })).rejects.toThrow(/holds sources; .*--out/);
  });
});

describe("a build over the last one", () => {
  let workspace: Workspace;

  beforeAll(async () => {
    workspace = await openWorkspace();
  });
  afterAll(() => workspace?.dispose());

  test("removes what is no longer built, and no file of others", async () => {
    const project = await workspace.project({
      "emails/good.tsx": good,
      "emails/old/older/letter.tsx": good,
      "dist/emails/mine.txt": "mine",
      "dist/other.txt": "other",
    });
    await project.mustBuild();
    expect(await project.list("dist/emails")).toContain("old/older/letter.d.ts");
    await project.write(
      "dist/emails/.letterpress-build.json",
      (await project.read("dist/emails/.letterpress-build.json")).replace(
        "[",
        '["../other.txt", "/etc/none",',
      ),
    );
    await project.remove("emails/old");
    await project.mustBuild();
    expect(await project.list("dist")).toEqual([
      "emails/.letterpress-build.json",
      "emails/good.d.ts",
      "emails/good.js",
      "emails/good.js.map",
      "emails/index.d.ts",
      "emails/index.js",
      "emails/mine.txt",
      "emails/package.json",
      "other.txt",
    ]);
  });

  test("builds an email called index, and leaves the list out", async () => {
    const project = await workspace.project({ "emails/index.tsx": good, "emails/a.tsx": good });
    const { warnings } = await project.mustBuild({ types: false });
    expect(warnings[0]?.message).toMatch(/list of all emails is left out/);
    expect(await project.read("dist/emails/index.js")).toMatch(/Letter as default/);
  });
});
