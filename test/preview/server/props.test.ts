import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { EmailView, PropsView, SavedVariant } from "../../../preview/protocol/index.ts";
import { openPreview } from "./open-preview.ts";

const note = (id: string) => `import { defineEmail } from "letterpress";
import { z } from "zod";

const schema = z.strictObject({ name: z.string().min(2, "two letters at least"), when: z.date() });

function Note({ name, when }: { name: string; when: Date }) {
  return <p>{name} {when.getUTCFullYear()}</p>;
}

export default defineEmail({
  id: "${id}",
  component: Note,
  subject: ({ name }) => "For " + name,
  schema,
  variants: {
    default: { name: "Ada", when: new Date("2026-01-01T00:00:00Z") },
  },
});
`;

const post = (body: object, headers: Record<string, string> = { "x-letterpress": "1" }) => ({
  method: "POST",
  headers: { "content-type": "application/json", ...headers },
  body: JSON.stringify(body),
});

const save = { emailId: "note", variant: "default", props: '{"name":"Eve"}', name: "for Eve" };

const translated = `import { defineEmail } from "letterpress";

type Translate = (name: string) => string;
interface Props { readonly t: Translate; readonly locale: "en" | "de"; readonly name: string }
const words = { en: (name: string) => "Hello " + name, de: (name: string) => "Hallo " + name };
function Hello({ t, name }: Props) {
  return <p>{t(name)}</p>;
}
export default defineEmail({
  id: "hello",
  component: Hello,
  locales: ["en", "de"],
  translator: (locale): Translate => words[locale],
  subject: ({ t, name }) => t(name),
  variants: { default: { name: "Ada" } },
});
`;

describe("the props that the API tells", () => {
  test("of a translated email are its own and any reader's language, and no translator", async () => {
    const preview = await openPreview({ "emails/hello.tsx": translated });
    const { type } = await preview.json<PropsView>("/api/props/hello");
    expect(type.fields.map(({ name, type: { kind, optional } }) => [name, kind, optional])).toEqual(
      [
        ["name", "text", undefined],
        ["locale", "text", true],
      ],
    );
    const { result } = await preview.json<EmailView>(
      `/api/emails/hello?props=${encodeURIComponent('{"locale":"de-AT"}')}`,
    );
    expect(result).toMatchObject({ status: "rendered", subject: "Hallo Ada" });
  });

  test("come with their types, and follow the file", async () => {
    const preview = await openPreview({ "emails/note.tsx": note("note") });
    const view = await preview.json<PropsView>("/api/props/note?variant=gone");
    expect(view).toMatchObject({
      ...{ id: "note", variant: "default", sources: ["schema", "types", "values"], kept: {} },
      values: { name: "Ada", when: { $date: "2026-01-01T00:00:00.000Z" } },
      type: {
        fields: [
          { name: "name", type: { kind: "text", minLength: 2 } },
          { name: "when", type: { kind: "date" } },
        ],
      },
    });
    const events = await preview.events();
    preview.write("emails/note.tsx", note("note").replaceAll("Ada", "Bob"));
    await events.next("changed");
    const next = await preview.json<PropsView>("/api/props/note");
    expect(next.values.name).toBe("Bob");
    expect(next.revision).toBeGreaterThan(view.revision);
  });

  test("of an email that is not there, or does not load, are an error that says so", async () => {
    const preview = await openPreview({
      "emails/broken.tsx": note("broken").replace(
        "const schema",
        `throw new Error("no such shop");\nconst schema`,
      ),
    });
    const missing = await preview.request("/api/props/nowhere");
    expect([missing.status, await missing.text()]).toEqual([
      404,
      expect.stringContaining("nowhere"),
    ]);
    const broken = await preview.request("/api/props/broken");
    expect([broken.status, await broken.text()]).toEqual([
      409,
      expect.stringContaining("no such shop"),
    ]);
  });

  test("render as edited; what the schema refuses is named, the last good render kept", async () => {
    const preview = await openPreview({ "emails/note.tsx": note("note") });
    const ask = (props: object) =>
      preview.json<EmailView>(
        "/api/emails/note",
        post({ variant: "default", props: JSON.stringify(props) }),
      );
    const when = { $date: "2030-06-01T00:00:00.000Z" };
    const good = (await ask({ name: "Eve", when })).result;
    expect(good).toMatchObject({ status: "rendered", subject: "For Eve" });
    expect(good.status === "rendered" && good.html).toContain("2030");
    expect((await ask({ name: "E" })).result).toMatchObject({
      status: "failed",
      issues: [{ path: ["name"], message: "two letters at least" }],
      lastGood: { subject: "For Eve" },
    });
    expect((await ask({ name: { $sum: 1 } })).result).toMatchObject({
      status: "failed",
      message: expect.stringContaining("has no meaning"),
    });
  });
});

describe("a variant that is saved", () => {
  test("stands in the file, and is one of the email's from then on", async () => {
    const preview = await openPreview({ "emails/note.tsx": note("note") });
    const events = await preview.events();
    const saved = await preview.json<SavedVariant>("/api/variants", post(save));
    expect(saved).toEqual({ name: "for Eve", slug: "for-eve", file: "emails/note.tsx", line: 17 });
    await events.next("changed");
    const view = await preview.view("note", "for-eve");
    expect(view.variants.map(({ name }) => name)).toEqual(["default", "for Eve"]);
    expect(view.result).toMatchObject({ status: "rendered", subject: "For Eve" });
    const again = await preview.request("/api/variants", post(save));
    expect([again.status, await again.text()]).toEqual([
      409,
      expect.stringContaining("Cannot save to emails/note.tsx: it has a variant"),
    ]);
  });

  test("is written nowhere that is not asked for, or not allowed", async () => {
    const preview = await openPreview({
      "emails/note.tsx": note("note"),
      "emails/bare.tsx": `import { Html } from "@react-email/components";\nexport default function Bare() { return <Html />; }`,
    });
    mkdirSync(preview.path("outside"));
    writeFileSync(preview.path("outside/linked.tsx"), note("linked"));
    const events = await preview.events();
    preview.link(preview.path("outside/linked.tsx"), "emails/linked.tsx");
    await events.next("emails");
    const files = ["emails/note.tsx", "emails/bare.tsx", "outside/linked.tsx"];
    const read = () => files.map((file) => readFileSync(preview.path(file), "utf8"));
    const before = read();
    const refused = async (change: object, headers?: Record<string, string>) => {
      const answer = await preview.request("/api/variants", post({ ...save, ...change }, headers));
      return `${answer.status} ${((await answer.json()) as { error: string }).error}`;
    };
    expect(await refused({}, {})).toMatch(/^403 .*x-letterpress/);
    expect(await refused({}, { "x-letterpress": "1", origin: "http://evil.example" })).toMatch(
      /^403/,
    );
    expect(await refused({ emailId: "linked" })).toMatch(
      /^404 .*a link that leads out of the emails folder/,
    );
    expect(await refused({ emailId: "../outside/linked" })).toMatch(/^404/);
    expect(await refused({ emailId: "bare" })).toMatch(/^409 .*a bare component has no variants/);
    expect(await refused({ variant: "gone" })).toMatch(/^409 .*no variant "gone"/);
    expect(await refused({ name: "  " })).toMatch(/^400 .*is no name/);
    expect(await refused({ name: "a\nb" })).toMatch(/^400 .*is no name/);
    expect(await refused({ name: "__proto__" })).toMatch(/^400 .*is no name/);
    expect(await refused({ name: undefined })).toMatch(/^400 .*the body must be/);
    expect(await refused({ props: "{" })).toMatch(/^409 .*JSON/);
    expect(read()).toEqual(before);
  });
});
