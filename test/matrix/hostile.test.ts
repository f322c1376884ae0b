import { mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createSender, defineEmail, isInvalidMessageError, type Sender } from "letterpress";
import { createInbox, type Inbox } from "letterpress/inbox";
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from "vitest";

let inbox: Inbox;
let sender: Sender;
let root: string;

beforeAll(async () => {
  inbox = await createInbox({ port: 0 });
  root = await mkdtemp(join(tmpdir(), "letterpress-hostile-"));
  const attachmentsFolder = await mkdtemp(join(root, "files-"));
  await writeFile(join(root, "secret.txt"), "a secret");
  await symlink(join(root, "secret.txt"), join(attachmentsFolder, "link.txt"));
  const from = "Shop <orders@shop.example>";
  sender = createSender({ transport: inbox.transport(), from, attachmentsFolder });
});

afterAll(async () => {
  await sender.close();
  await inbox.close();
  await rm(root, { recursive: true });
});

const plain = { to: "ada@example.com", subject: "Order", text: "Thank you" };

/** Sends as untyped JavaScript would. */
function send(changes: Readonly<Record<string, unknown>>, by = sender) {
  return by.send({ ...plain, ...changes } as Parameters<Sender["send"]>[0]);
}

/** The fields that are named when the sender refuses, which it does before it opens a connection. */
async function refusedFields(changes: Readonly<Record<string, unknown>>) {
  const error: unknown = await send(changes).catch((reason: unknown) => reason);
  expect(inbox.sessions()).toEqual([]);
  return isInvalidMessageError(error) ? error.issues.map(({ field }) => field) : error;
}

const bcc = "\r\nBcc: eve@evil.example";
const attached = (attachment: unknown) => ({ attachments: [attachment] });

describe("header injection never reaches a server, through", () => {
  const shout = defineEmail({
    id: "orders/shout",
    component: ({ name }: { readonly name: string }) => name,
    subject: ({ name }) => `Hello ${name}`,
    variants: { default: { name: "Ada" } },
  });
  test.each<[string, Readonly<Record<string, unknown>>, string]>([
    ["the subject", { subject: `Order${bcc}` }, "subject"],
    [
      "a prop in the subject",
      { email: shout, props: { name: `Ada${bcc}` }, subject: undefined, text: undefined },
      "subject",
    ],
    ["the sender's name", { from: { name: `S${bcc}`, address: "a@shop.example" } }, "from"],
    ["the sender's address", { from: `a@shop.example${bcc}` }, "from"],
    ["a recipient's name", { to: { name: `Ada${bcc}`, address: "ada@example.com" } }, "to"],
    ["a reply address", { replyTo: `ada@example.com${bcc}` }, "replyTo"],
    ["a header's value", { headers: { "X-Note": `a${bcc}` } }, 'headers["X-Note"]'],
    [
      "a header that is written as it is",
      { headers: { "X-Note": { prepared: true, value: bcc } } },
      'headers["X-Note"]',
    ],
    ["a header's name", { headers: { [`X-Note: a${bcc}`]: "b" } }, "headers"],
    ["a header that names recipients", { headers: { Bcc: "eve@evil.example" } }, 'headers["Bcc"]'],
    [
      "the token's header",
      { headers: { "X-Postmark-Server-Token": "t" } },
      'headers["X-Postmark-Server-Token"]',
    ],
    ["the tag", { tag: `a${bcc}` }, "tag"],
    ["the stream", { stream: `outbound${bcc}` }, "stream"],
    ["metadata", { metadata: { key: `v${bcc}` } }, 'metadata["key"]'],
    ["the Message-ID", { messageId: `<a@shop.example>${bcc}` }, "messageId"],
    [
      "the unsubscribe address",
      { unsubscribe: { url: `https://shop.example/${bcc}` } },
      "unsubscribe.url",
    ],
    [
      "a content type",
      attached({ filename: "a.txt", content: "x", contentType: `a/b${bcc}` }),
      "attachments[0].contentType",
    ],
    [
      "a content id",
      attached({ filename: "a.png", content: "x", contentId: `a${bcc}` }),
      "attachments[0].contentId",
    ],
    [
      "a file's name",
      attached({ filename: `a${bcc}.txt`, content: "x" }),
      "attachments[0].filename",
    ],
  ])("%s", async (_through, changes, field) => {
    expect(await refusedFields(changes)).toEqual([expect.stringContaining(field)]);
  });
});

describe("a list of addresses where one is expected never reaches a server:", () => {
  test.each([
    "ada@example.com, eve@evil.example",
    "ada@example.com;eve@evil.example",
    "ada@example.com\r\nBcc: eve@evil.example",
    "friends: ada@example.com, eve@evil.example;",
    "Ada <ada@example.com>, Eve <eve@evil.example>",
    "ada@example.com> RCPT TO:<eve@evil.example",
    '"ada@example.com, eve@evil.example',
  ])("%j", async (list) => {
    for (const field of ["from", "to", "cc", "bcc", "replyTo"]) {
      expect(await refusedFields({ [field]: list })).toEqual([field]);
      expect(await refusedFields({ [field]: { address: list } })).toEqual([
        expect.stringMatching(`^${field}`),
      ]);
    }
  });
});

describe("a hostile file name never reaches a server:", () => {
  test.each([
    "../../etc/passwd",
    "C:\\boot.ini",
    "..",
    "",
    "a\0.txt",
    "invoice.exe",
    "invoice.pdf.SCR",
    "photo\u202egpj.exe",
    "invoice.exe.",
  ])("%j", async (filename) => {
    expect(await refusedFields(attached({ filename, content: "x" }))).toEqual([
      "attachments[0].filename",
    ]);
  });
});

describe("a path that leads out of the folder never reaches a server:", () => {
  test.each([
    "../secret.txt",
    "./../secret.txt",
    "link.txt",
    "/etc/passwd",
    "file:///etc/passwd",
    "http://127.0.0.1/secret.txt",
    "\\\\host\\share\\secret.txt",
    "secret.txt\0.png",
  ])("%j", async (path) => {
    expect(await refusedFields(attached({ path }))).toEqual(["attachments[0].path"]);
  });
});

describe("a URL where content is expected never reaches a server:", () => {
  const urls = [
    "file:///etc/passwd",
    "http://169.254.169.254/latest",
    "https://shop.example/a.pdf",
  ];
  test.each(urls)("%s", async (url) => {
    for (const content of [url, new URL(url), { path: url }, { href: url }]) {
      expect(await refusedFields(attached({ filename: "a.txt", content }))).toEqual([
        "attachments[0].content",
      ]);
    }
    expect(await refusedFields({ html: { path: url }, text: undefined })).toContain("html");
    expect(await refusedFields({ text: { href: url } })).toContain("text");
  });
});

describe("hostile text that may be sent stays text:", () => {
  /** Sends, and takes out what arrived: one message to one recipient. */
  async function arrive(changes: Readonly<Record<string, unknown>>) {
    const open = await createInbox({ port: 0 });
    onTestFinished(() => open.close());
    const openSender = createSender({ transport: open.transport(), from: "orders@shop.example" });
    onTestFinished(() => openSender.close());
    await send(changes, openSender);
    expect(open.list().map(({ envelope }) => envelope.to)).toEqual([["ada@example.com"]]);
    const [mail] = open.list();
    expect(mail?.headers.filter(({ name }) => /^bcc$/i.test(name))).toEqual([]);
    return mail;
  }

  test.each([
    "a\r\n.\r\nMAIL FROM:<eve@evil.example>\r\nRCPT TO:<eve@evil.example>\r\nDATA\r\n",
    "a\n.\nMAIL FROM:<eve@evil.example>\n",
    "a\r.\rMAIL FROM:<eve@evil.example>\r",
    "a\n.\r\nMAIL FROM:<eve@evil.example>\r\n",
    "a\r\n.\rMAIL FROM:<eve@evil.example>\r\n",
    ".",
    "..\r\n.",
  ])("a body that ends itself, %j", async (text) => {
    const mail = await arrive({ text });
    const lines = (said: string | undefined) => said?.trimEnd().split(/\r\n|\r|\n/);
    expect(lines(mail?.text)).toEqual(lines(text));
    expect(Buffer.from(mail?.raw ?? []).toString("latin1")).not.toMatch(/\r(?!\n)|(?<!\r)\n/);
  });

  test.each([
    'Eve" <eve@evil.example>, "Ada',
    "eve@evil.example, Ada",
    "Ada <eve@evil.example>",
    "Ada\\",
    "=?utf-8?q?Eve=0D=0ABcc=3A_eve=40evil=2Eexample?=",
    "friends: eve@evil.example;",
  ])("a name, %j", async (name) => {
    const mail = await arrive({ to: { name, address: "ada@example.com" }, subject: name });
    expect(mail).toMatchObject({ to: [{ address: "ada@example.com" }], subject: name });
    expect(mail?.to[0]?.name).toBe(name);
  });

  test.each([
    'a"; filename="b.txt',
    "a; name=b.exe; x=.txt",
    "a'*0*=UTF-8''b.txt",
    "%2e%2e%2fa.txt",
  ])("a file's name, %j", async (filename) => {
    const mail = await arrive(attached({ filename, content: "x" }));
    expect(mail?.attachments.map((attachment) => attachment.filename)).toEqual([filename]);
  });
});
