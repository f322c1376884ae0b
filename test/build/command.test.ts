import { execFile } from "node:child_process";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openWorkspace, type Project, type Workspace } from "./workspace.ts";

const letter = `import { Html, Text } from "@react-email/components";
export default function Letter({ name }: { name: string }) {
  return <Html><Text>{name}</Text></Html>;
}
Letter.PreviewProps = { name: "Ada" };
`;

describe("letterpress build", () => {
  let workspace: Workspace;

  beforeAll(async () => {
    workspace = await openWorkspace();
  });
  afterAll(() => workspace?.dispose());

  /** Runs the installed command in a project, with Node alone. */
  function letterpress({ root }: Project, ...args: readonly string[]) {
    const script = `${root}/../node_modules/letterpress/dist/src/cli/index.js`;
    return new Promise<{ code: number; stdout: string; stderr: string }>((done) => {
      const options = { cwd: root, env: { ...process.env, NODE_ENV: "development" } };
      execFile(process.execPath, [script, ...args], options, (error, stdout, stderr) => {
        done({ code: Number(error?.code ?? 0), stdout, stderr });
      });
    });
  }

  test("builds a folder of emails and tells what each of them loads", async () => {
    const project = await workspace.project({
      "mails/account/welcome.tsx": letter,
      "mails/letter.tsx": letter,
    });
    const run = await letterpress(project, "build", "--emails", "mails", "--out", "out");
    expect(run.stderr).toBe("");
    expect(run.stdout).toMatch(
      /^ {2}account\/welcome +\d+ kB\n {2}letter +\d+ kB\n\n {2}2 emails built into out in \d+\.\d s\n$/,
    );
    expect(run.code).toBe(0);
    const { stdout } = await project.node(`
      import { render } from "letterpress";
      import Letter from "./out/account/welcome.js";
      console.log((await render(Letter, { name: "Bea" })).text);
    `);
    expect(stdout).toContain("Bea");
  });

  test("tells what the renders warn of, with its place, once for all variants", async () => {
    const project = await workspace.project({
      "emails/a.tsx": `
export default function A() {
  return (
    <table><tbody><tr><p>Hello</p></tr></tbody></table>
  );
}
A.PreviewProps = {};
`,
    });
    const { code, stderr } = await letterpress(project, "build");
    expect(code).toBe(0);
    expect(stderr).toMatch(/^Warning: emails\/a\.tsx:4:\d+: .*<p>.*\n$/);
  });

  test("ends with 1 when an email is wrong, and says where", async () => {
    const project = await workspace.project({ "emails/letter.tsx": `${letter}\nconst;\n` });
    const { code, stdout, stderr } = await letterpress(project, "build");
    expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
    expect(stderr).toMatch(/^emails\/letter\.tsx:7:6: /);
    expect(stderr).toMatch(
      /Cannot build: 1 problem, shown above; nothing was written to dist\/emails\n$/,
    );
  });

  test("--json prints one line: what was built, what may be wrong, and what is", async () => {
    const files = {
      "emails/account/welcome.tsx": letter,
      "emails/aux.tsx": letter.replace(
        "<Text>",
        "<table><tbody><tr><p>Hi</p></tr></tbody></table><Text>",
      ),
      "emails/words.ts": 'export const words = ["Hi"];\nconsole.log("loaded");\n',
    };
    const project = await workspace.project(files);
    const built = await letterpress(project, "build", "--json");
    expect(built.stdout).toMatch(/^\{.*\}\n$/);
    expect(JSON.parse(built.stdout)).toEqual({
      outDir: "dist/emails",
      emails: [
        { id: "account/welcome", file: "account/welcome.js", sizeBytes: expect.any(Number) },
        { id: "aux", file: "aux_.js", sizeBytes: expect.any(Number) },
      ],
      problems: [],
      warnings: [
        {
          ...{ id: "aux", place: expect.stringMatching(/^emails\/aux\.tsx:\d+:\d+$/) },
          message: expect.stringContaining("<p>"),
        },
      ],
      passedOver: [{ file: "emails/words.ts", reason: expect.any(String) }],
    });
    expect(built.stderr).toMatch(/^Warning: emails\/aux\.tsx:/m);
    const wrong = await workspace.project({ "emails/letter.tsx": `${letter}\nconst;\n` });
    const refused = await letterpress(wrong, "build", "--json");
    expect(refused.code).toBe(1);
    expect(JSON.parse(refused.stdout)).toMatchObject({
      emails: [],
      problems: [{ file: "emails/letter.tsx", line: 7, column: 6, message: expect.any(String) }],
    });
    expect(refused.stderr).toContain("Cannot build: 1 problem");
  });

  test("shows every option, and ends with 2 at one that there is not", async () => {
    const project = await workspace.project({ "emails/letter.tsx": letter });
    const help = await letterpress(project, "build", "--help");
    expect(help.code).toBe(0);
    for (const option of [
      "--emails",
      "--out",
      "--config",
      "--no-config",
      "--tsconfig",
      "--no-types",
    ]) {
      expect(help.stdout).toContain(option);
    }
    const wrong = await letterpress(project, "build", "--watch");
    expect(wrong.code).toBe(2);
    expect(wrong.stderr).toMatch(/^Cannot run build: unknown option '--watch'/);
  });
});
