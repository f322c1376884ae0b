import { expect, test } from "vitest";
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

test("follows a linked folder, notices changes in it, and walks no cycle", async () => {
  const preview = await openPreview({
    "shared/linked.tsx": emailShowing("Linked"),
    "emails/a.tsx": emailShowing("A"),
    ".link": "",
  });
  preview.link(preview.path("shared"), "emails/brand");
  preview.link(preview.path("emails"), "emails/again");
  const events = await preview.events();
  await events.next("emails", ({ emails }) => emails.length === 2);
  expect(await preview.ids()).toEqual(["a", "brand/linked"]);

  expect(await preview.html("brand/linked")).toContain("Linked for");
  preview.write("shared/linked.tsx", emailShowing("Changed"));
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
