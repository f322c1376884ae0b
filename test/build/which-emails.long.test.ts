import { afterAll, beforeAll, expect, test } from "vitest";
import { openWorkspace, type Workspace } from "./workspace.ts";

let workspace: Workspace;

beforeAll(async () => {
  workspace = await openWorkspace();
});
afterAll(() => workspace?.dispose());

const letter = (text: string) => `import { part } from "../lib/part.ts";
export default function Letter() { return <p>{part} ${text}</p>; }
`;

const part = { "lib/part.ts": `export const part = "part";` };

/** Loads every email of the list, and prints what each renders. */
const showAll = `
  import { renderToStaticMarkup } from "react-dom/server";
  import { createElement } from "react";
  import { emails } from "./dist/emails/index.js";
  const shown = {};
  for (const [id, load] of Object.entries(emails)) {
    shown[id] = renderToStaticMarkup(createElement((await load()).default));
  }
  process.stdout.write(JSON.stringify(shown));
`;

const names = [
  ...["order+receipt", "[id]", "[hash]", "[name]", "[...slug]", "(group)", "a b", "a,b", "a=b"],
  ...["a$b", "a%b", "a_b", "a%41", "a&b", "a@b", "a'b", "a;b", "a~b", "a!b", "{y}"],
  ...["naïve", "日本"],
];

test("whatever a file is called, the list of all emails loads what was built of it", async () => {
  const files = Object.fromEntries(names.map((name) => [`emails/${name}.tsx`, letter("x")]));
  const project = await workspace.project({ ...files, ...part });
  const { emails, passedOver } = await project.mustBuild();
  expect(passedOver).toEqual([]);
  const ids = [...names].sort();
  expect(emails.map(({ id }) => id).sort()).toEqual(ids);
  for (const { id, file, sizeBytes } of emails) {
    expect(sizeBytes, id).toBeGreaterThan(100);
    if (!id.includes("%")) expect(file).toBe(`${id}.js`);
  }
  const { stdout } = await project.node(showAll, { record: false });
  const shown: Record<string, string> = JSON.parse(stdout);
  expect(Object.keys(shown).sort()).toEqual(ids);
  expect(new Set(Object.values(shown))).toEqual(new Set(["<p>part x</p>"]));
  await project.write(
    "use.ts",
    `import { emails } from "./dist/emails/index.js";\nvoid emails["a%b"]().then((m) => m.default);\n`,
  );
  expect(await project.tsc("-p", ".")).toBe("");
});

test("a name that no module can have is refused, with the name", async () => {
  const project = await workspace.project({ "emails/a#b.tsx": letter("x"), ...part });
  const { problems } = await project.build({ types: false });
  expect(problems[0]?.message).toMatch(/^Cannot load "a#b": Vite takes the # in .*rename the file/);
});

test("named exports with PreviewProps are built as emails of their own, with types", async () => {
  const project = await workspace.project({
    "emails/account.tsx": `
      export function Welcome({ name = "nobody" }: { name?: string }) { return <p>Welcome {name}</p>; }
      Welcome.PreviewProps = { name: "Ada" };
      export const Reset = () => <p>Reset</p>;
      Reset.PreviewProps = {};
    `,
    "emails/mixed.tsx": `
      export const Extra = () => <p>Extra</p>;
      Extra.PreviewProps = {};
      export default function Main() { return <p>Main</p>; }
    `,
    "emails/only.tsx": `export const Only = () => <p>Only</p>;\nOnly.PreviewProps = {};\n`,
  });
  await project.mustBuild();
  const { stdout } = await project.node(showAll, { record: false });
  expect(JSON.parse(stdout)).toEqual({
    "account/Reset": "<p>Reset</p>",
    "account/Welcome": "<p>Welcome nobody</p>",
    mixed: "<p>Main</p>",
    "mixed/Extra": "<p>Extra</p>",
    only: "<p>Only</p>",
  });
  await project.write(
    "use.tsx",
    `import Welcome, { Reset } from "./dist/emails/account/Welcome.js";
     import Extra from "./dist/emails/mixed/Extra.js";
     import Only, { Only as Same } from "./dist/emails/only.js";
     export const all = [<Welcome name="Ada" />, <Reset />, <Extra />, <Only />, <Same />];
     // @ts-expect-error props are typed
     export const wrong = <Welcome name={1} />;\n`,
  );
  expect(await project.tsc("-p", ".")).toBe("");
});

test("files without an email are told with the reason, and ids that contradict their place", async () => {
  const project = await workspace.project({
    "emails/a.tsx": `import { defineEmail } from "letterpress";
export default defineEmail({ id: "b", component: () => <p>A</p>, subject: "A" });
`,
    "emails/theme.ts": "export default { red: 1 };",
  });
  const { warnings, passedOver } = await project.mustBuild({ types: false });
  expect(passedOver).toEqual([
    { path: project.path("emails/theme.ts"), reason: "its default export is an object" },
  ]);
  expect(warnings).toEqual([
    expect.objectContaining({
      file: "emails/a.tsx",
      line: 2,
      column: 34,
      message: 'the id "b" is not the path of the email, which is known as "a"; write id: "a"',
    }),
  ]);
});

test("where there is no email, the files that were passed over are named", async () => {
  const project = await workspace.project({
    "emails/theme.ts": "export default { red: 1 };",
    "emails/parts.tsx": "export const Part = () => <p />;",
  });
  await expect(project.build()).rejects.toThrow(
    /theme\.ts: its default export is an object|parts\.tsx: it has no default export/,
  );
});
