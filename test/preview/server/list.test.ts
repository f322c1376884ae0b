import { expect, test } from "vitest";
import type { EmailList, EmailView, PropsView } from "../../../preview/protocol/index.ts";
import { openPreview } from "./open-preview.ts";
import { emailShowing } from "./test-project.ts";

const bare = `export default function Bare() { return <p>bare</p>; }\nBare.PreviewProps = {};\n`;

test("lists emails of any depth by their path, and nothing else", async () => {
  const preview = await openPreview({
    "emails/welcome.tsx": emailShowing("Welcome"),
    "emails/a/b/c/deep.tsx": emailShowing("Deep"),
    "emails/bare.jsx": bare,
    "emails/html-only.js": `import { createElement as h } from "react";\nexport default () => h("html");\nexport const PreviewProps = {};\n`,
    "emails/with space & quote'.tsx": emailShowing("Odd name"),
    "emails/_draft.tsx": emailShowing("no"),
    "emails/.hidden.tsx": emailShowing("no"),
    "emails/_old/old.tsx": emailShowing("no"),
    "emails/.git/x.tsx": emailShowing("no"),
    "emails/components/button.tsx": bare,
    "emails/orders/components/row.tsx": bare,
    "emails/static/x.tsx": emailShowing("no"),
    "emails/node_modules/x.tsx": emailShowing("no"),
    "emails/types.d.ts": "export default defineEmail;",
    "emails/welcome.test.tsx": emailShowing("no"),
    "emails/welcome.spec.ts": emailShowing("no"),
    "emails/welcome.stories.tsx": emailShowing("no"),
    "emails/theme.ts": "export const theme = {};",
    "emails/format.ts": "export default function format() { return 1; }",
    "emails/notes.md": "defineEmail(",
    "emails/commented.tsx": `// defineEmail(\nexport default function Part() { return null; }`,
  });
  expect(await preview.ids()).toEqual([
    "a/b/c/deep",
    "bare",
    "commented",
    "html-only",
    "welcome",
    "with space & quote'",
  ]);
  expect(await preview.html("with%20space%20%26%20quote'")).toContain("Odd name");
});

test("shows an email that is added, renamed or deleted, without a restart", async () => {
  const preview = await openPreview({ "emails/a.tsx": emailShowing("A") });
  const events = await preview.events();

  preview.write("emails/new/b.tsx", emailShowing("B"));
  const added = await events.next("emails");
  expect(added.emails.map(({ id }) => id)).toEqual(["a", "new/b"]);
  expect(await preview.html("new/b")).toContain("B for");

  preview.rename("emails/new/b.tsx", "emails/c.tsx");
  await events.next("emails", ({ emails }) => emails.length === 2 && emails[1]?.id === "c");
  expect(await preview.html("c")).toContain("B for");
  expect((await preview.request("/api/emails/new/b")).status).toBe(404);

  preview.remove("emails/c.tsx");
  const removed = await events.next("emails");
  expect(removed.emails.map(({ id }) => id)).toEqual(["a"]);
});

test("lists a file as soon as it becomes an email, and no longer than it is one", async () => {
  const preview = await openPreview({ "emails/a.tsx": "export const draft = 1;" });
  const events = await preview.events();
  preview.write("emails/a.tsx", emailShowing("A"));
  expect((await events.next("emails")).emails).toHaveLength(1);
  preview.write("emails/a.tsx", "export const draft = 1;");
  expect((await events.next("emails")).emails).toHaveLength(0);
});

test("a project without emails has an empty list, and shows the first one when it comes", async () => {
  const preview = await openPreview({});
  expect(await preview.ids()).toEqual([]);
  const events = await preview.events();
  preview.write("emails/first.tsx", emailShowing("First"));
  expect((await events.next("emails")).emails.map(({ id }) => id)).toEqual(["first"]);
});

test("follows a link inside the folder, notices changes there, and walks no cycle", async () => {
  const preview = await openPreview({
    "emails/_shared/linked.tsx": emailShowing("Linked"),
    "emails/a.tsx": emailShowing("A"),
    ".link": "",
  });
  preview.link(preview.path("emails/_shared"), "emails/brand");
  preview.link(preview.path("emails"), "emails/again");
  const events = await preview.events();
  await events.next("emails", ({ emails }) => emails.length === 2);
  expect(await preview.ids()).toEqual(["a", "brand/linked"]);

  expect(await preview.html("brand/linked")).toContain("Linked for");
  preview.write("emails/_shared/linked.tsx", emailShowing("Changed"));
  expect((await events.next("changed")).ids).toEqual(["brand/linked"]);
  expect(await preview.html("brand/linked")).toContain("Changed for");
});

test("follows an emails folder that is itself a link", async () => {
  const preview = await openPreview({ "shared/mail/a.tsx": emailShowing("A") });
  preview.link(preview.path("shared/mail"), "emails");
  const events = await preview.events();
  preview.write("shared/mail/b.tsx", emailShowing("B"));
  await events.next("emails", ({ emails }) => emails.length === 2);
  expect(await preview.html("b")).toContain("B for");
  preview.write("shared/mail/b.tsx", emailShowing("Changed"));
  await events.next("changed", ({ ids }) => ids?.includes("b") === true);
  expect(await preview.html("b")).toContain("Changed for");
});

test("takes another folder, inside or outside of the project", async () => {
  const preview = await openPreview(
    { "mail/templates/a.tsx": emailShowing("A") },
    { emailsDir: "mail/templates" },
  );
  expect(await preview.ids()).toEqual(["a"]);
  const project = await preview.json<{ emailsFolder: string; name: string }>("/api/project");
  expect(project).toMatchObject({ emailsFolder: "mail/templates", name: "shop" });
});

test("follows no link out of the folder, and names it", async () => {
  const preview = await openPreview({
    "elsewhere/secret.tsx": emailShowing("Secret"),
    "emails/a.tsx": emailShowing("A"),
  });
  preview.link(preview.path("elsewhere"), "emails/out");
  preview.link(preview.path("elsewhere/secret.tsx"), "emails/secret.tsx");
  preview.link("/", "emails/disk");
  const events = await preview.events();
  preview.write("emails/b.tsx", emailShowing("B"));
  const list = await events.next("emails", ({ emails }) => emails.length === 2);
  expect(list.emails.map(({ id }) => id)).toEqual(["a", "b"]);
  expect(list.passedOver).toEqual(
    ["emails/disk", "emails/out", "emails/secret.tsx"].map((file) => ({
      file,
      reason: "it is a link that leads out of the emails folder",
    })),
  );
});

const layout = `export function Layout({ children }) { return <html><body>{children}</body></html>; }\n`;

test("lists a component whose shared layout has the <Html>, however it is exported", async () => {
  const preview = await openPreview({
    "emails/_ui/layout.tsx": layout,
    "src/mails/welcome.tsx": `import { Layout } from "../../emails/_ui/layout";\nexport default function Welcome() { return <Layout>Welcome</Layout>; }\n`,
    "emails/receipt.tsx": `import { Layout } from "./_ui/layout";\nexport default function Receipt() { return <Layout>Receipt</Layout>; }\n`,
    "emails/arrow.tsx": `import { Layout } from "./_ui/layout";\nexport default () => <Layout>Arrow</Layout>;\n`,
    "emails/memo.tsx": `import { memo } from "react";\nimport { Layout } from "./_ui/layout";\nexport default memo(() => <Layout>Memo</Layout>);\n`,
    "emails/plain.js": `import { Layout } from "./_ui/layout";\nexport default function Plain() { return <Layout>Plain</Layout>; }\n`,
    "emails/welcome.tsx": `export { default } from "../src/mails/welcome";\n`,
  });
  expect(await preview.ids()).toEqual(["arrow", "memo", "plain", "receipt", "welcome"]);
  for (const id of await preview.ids()) {
    expect((await preview.html(id)).toLowerCase()).toContain(id);
  }
});

test("lists named exports with PreviewProps, and shows each", async () => {
  const preview = await openPreview({
    "emails/account.tsx": `
      export function Welcome({ name }) { return <p>Welcome, {name}</p>; }
      Welcome.PreviewProps = { name: "Ada" };
      export const Reset = ({ name }) => <p>Reset for {name}</p>;
      Reset.PreviewProps = { name: "Eve" };
    `,
    "emails/one.tsx": `export const Only = ({ name }: { name: string }) => <p>Only {name}</p>;\nOnly.PreviewProps = { name: "Zoe" };\n`,
  });
  expect(await preview.ids()).toEqual(["account/Reset", "account/Welcome", "one"]);
  expect(await preview.html("account/Welcome")).toContain("Welcome, Ada");
  expect(await preview.html("account/Reset")).toContain("Reset for Eve");
  expect(await preview.html("one")).toContain("Only Zoe");
  const { sources } = await preview.json<PropsView>("/api/props/one");
  expect(sources).toEqual(["types", "values"]);
});

test("names each file that holds no email, with its reason, and says so at its address", async () => {
  const preview = await openPreview({
    "emails/a.tsx": emailShowing("A"),
    "emails/theme.ts": "export default { red: 'red' };",
    "emails/helpers.ts": "export const two = 2;",
    "emails/_ui/layout.tsx": layout,
    "emails/components/card.tsx": layout,
  });
  const { passedOver } = await preview.json<EmailList>("/api/emails");
  expect(passedOver).toEqual([
    {
      file: "emails/helpers.ts",
      reason: "it has no default export, and no export with PreviewProps",
    },
    { file: "emails/theme.ts", reason: "its default export is an object" },
  ]);
  const said = async (id: string) =>
    ((await (await preview.request(`/api/emails/${id}`)).json()) as { error: string }).error;
  expect(await said("theme")).toBe(
    'Cannot show "theme": emails/theme.ts holds no email: its default export is an object',
  );
  expect(await said("_ui/layout")).toBe(
    'Cannot show "_ui/layout": emails/_ui/layout.tsx is not listed: the name of the folder _ui begins with "_"',
  );
  expect(await said("components/card")).toContain("the folder components holds no emails");
  expect(await said("gone")).toContain("it was deleted or renamed");
  expect(await said("..%2fpackage")).toContain("it was deleted or renamed");

  const events = await preview.events();
  preview.write("emails/theme.ts", "export default [1];");
  const list = await events.next("emails");
  expect(list.passedOver[1]?.reason).toBe("its default export is an array");
});

test("an id that is not the path is a warning with its line", async () => {
  const wrong = `import { defineEmail } from "letterpress";
export default defineEmail({
  id: "other",
  component: () => <p>Hello</p>,
  subject: "Hello",
});
`;
  const preview = await openPreview({ "emails/a.tsx": wrong });
  const view = await preview.json<EmailView>("/api/emails/a");
  expect(view.result.status === "rendered" && view.result.warnings).toContainEqual({
    code: "id-differs",
    place: { file: "emails/a.tsx", line: 3, column: 7 },
    message: 'the id "other" is not the path of the email, which is known as "a"; write id: "a"',
  });
});
