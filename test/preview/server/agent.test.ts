import { Client, StreamableHTTPClientTransport } from "@modelcontextprotocol/client";
import { describe, expect, onTestFinished, test } from "vitest";
import { tools } from "../../../preview/server/agent/tools/index.ts";
import { ensureBrowser } from "../../e2e/browser.ts";
import { ask } from "./ask.ts";
import { openPreview } from "./open-preview.ts";

const files = {
  "emails/account/code.tsx": `import { defineEmail } from "letterpress";
interface Props { readonly name: string; readonly code: string; readonly until?: Date }
function Code({ name, code }: Props) {
  return (
    <html lang="en">
      <head><style>{\`body { background: #fff } @media (prefers-color-scheme: dark) { body { background: #000 } }\`}</style></head>
      <body>
        <p>{name}, your code is {code}</p>
        <img src="/static/dot.svg" width="300" height="200" />
        <a href="https://shop.example/verify?code=1">Verify address</a>
        <a href="#">Nowhere</a>
      </body>
    </html>
  );
}
export default defineEmail({
  id: "account/code", component: Code, subject: ({ name }) => \`A code for \${name}\`,
  variants: { default: { name: "Ada", code: "384 912" }, "long name": { name: "Ada ".repeat(9), code: "1" } },
});
`,
  "emails/broken.tsx": `export default function Broken() { throw new Error("No such shop"); }\n`,
  "emails/static/dot.svg": `<svg xmlns="http://www.w3.org/2000/svg"><rect width="300" height="200"/></svg>`,
};

/** The official client, connected over HTTP; a tool's answer as one text. */
async function openClient(url: string) {
  const client = new Client({ name: "test", version: "1" });
  onTestFinished(() => client.close());
  await client.connect(new StreamableHTTPClientTransport(new URL("mcp", url)));
  const call = async (name: string, given: Record<string, unknown> = {}) => {
    const { content, isError = false } = await client.callTool({ name, arguments: given });
    const text = content.map((part) => (part.type === "text" ? part.text : "")).join("\n");
    return { text, isError, content };
  };
  return { client, call };
}

describe("/mcp of the preview", () => {
  test("an agent finds, renders, looks at, checks and sends emails, and reads the inbox", async () => {
    ensureBrowser();
    const preview = await openPreview(files, { atOnce: true });
    const { client, call } = await openClient(preview.url);
    const listed = await client.listTools();
    expect(listed.tools.map(({ name }) => name)).toEqual(tools.map(({ name }) => name));
    expect(client.getInstructions()).toContain("list_emails");

    const id = "account/code";
    expect((await call("list_emails")).text).toBe(
      "account/code  emails/account/code.tsx\nbroken  emails/broken.tsx",
    );
    expect((await call("list_emails", { query: "invoice" })).text).toContain(
      "there is account/code",
    );
    const described = (await call("describe_email", { id })).text;
    expect(described).toContain("variants: default, long name");
    expect(described).toMatch(/name: string;\n {2}code: string;\n {2}until\?: Date;/);
    expect(JSON.parse((await call("example_props", { id })).text)).toEqual({
      ...{ name: "Ada", code: "384 912" },
    });
    const html = await call("render_email", { id, part: "html", most: 200 });
    expect(html.text).toMatch(/^subject: A code for Ada\n/);
    expect(html.text).toMatch(/\[characters 0 to 200 of \d+; ask for more with offset\]$/);
    const props = { name: "Bob", code: "7", until: "2026-03-14" };
    expect((await call("render_email", { id, props })).text).toContain("Bob, your code is 7");

    const pictures = await Promise.all(
      ["light", "dark"].map((theme) => call("screenshot_email", { id, width: 375, theme })),
    );
    const [light, dark] = pictures.map(({ content, text }) => {
      const picture = content.find((part) => part.type === "image");
      if (picture?.type !== "image") throw new Error(`no picture: ${text}`);
      return Buffer.from(picture.data, "base64");
    });
    expect([light?.readUInt32BE(16), dark?.readUInt32BE(16)]).toEqual([375, 375]);
    // The image below /static/ has its height: it was loaded.
    expect(light?.readUInt32BE(20)).toBeGreaterThan(230);
    expect(light?.equals(dark ?? Buffer.alloc(0))).toBe(false);

    const found = (await call("check_email", { id })).text;
    expect(found).toMatch(
      /emails\/account\/code\.tsx:11:\d+ .*\[[a-z-]+\]\n {2}seen: .*\n {2}do: /,
    );
    expect((await call("check_email")).text).toMatch(
      /broken \(default\) does not render: .*No such shop/,
    );

    const sent = (await call("send_email", { id, to: "ada@example.com" })).text;
    const inboxId = /message (\S+) of the inbox/.exec(sent)?.[1];
    const waited = (await call("wait_for_message", { to: "ada@", subject: "code" })).text;
    expect(waited).toContain(`message ${inboxId}\n`);
    expect(waited).toContain("code: 384912");
    expect(waited).toContain("link: https://shop.example/verify?code=1  Verify address");
    const none = await call("wait_for_message", { after: inboxId, seconds: 0.2 });
    expect(none.isError).toBe(true);
    expect((await call("list_messages")).text).toMatch(/^\S+ {2}\S+ {2}ada@example\.com {2}A code/);
    const headers = await call("read_message", { id: inboxId, part: "headers" });
    expect(headers.text).toMatch(/^subject: A code for Ada/im);
    const outbox = await call("outbox_status");
    expect(outbox).toMatchObject({ isError: true });
    expect(outbox.text).toContain("set DATABASE_URL");
  });

  test("errors name the right ids, and what does not fit", async () => {
    const preview = await openPreview(files, { atOnce: true });
    const { call } = await openClient(preview.url);
    const id = "account/code";
    const wrong: readonly (readonly [string, object, RegExp])[] = [
      ["render_email", { id: "acount/code" }, /did you mean account\/code\?/],
      [
        "render_email",
        { id, variant: "long" },
        /There is default, long name|there is default, long name/,
      ],
      ["render_email", { id, locale: "de" }, /declares no locales/],
      [
        "render_email",
        { id, props: { nme: "Ada" } },
        /props\.name is missing.*props\.nme is unknown/,
      ],
      ["render_email", { id: "broken" }, /No such shop at emails\/broken\.tsx:1:\d+/],
      ["read_message", { id: "7" }, /the inbox is empty/],
      ["render_email", {}, /id/],
    ];
    for (const [name, given, message] of wrong) {
      const answer = await call(name, { ...given });
      expect([name, given, answer.isError]).toEqual([name, given, true]);
      expect(answer.text).toMatch(message);
    }
  });

  test("answers its own machine only: a foreign host or origin gets 403", async () => {
    const { url } = await openPreview(files, { atOnce: true });
    const { host } = new URL(url);
    const foreign: readonly Readonly<Record<string, string>>[] = [
      { host: "evil.example" },
      { host, origin: "http://evil.example" },
      { host, origin: "null" },
      { host, "sec-fetch-site": "cross-site", "sec-fetch-dest": "empty" },
    ];
    for (const headers of foreign) {
      const answer = await ask(url, "/mcp", headers, "POST");
      expect([headers, answer.status]).toEqual([headers, 403]);
    }
  });
});
