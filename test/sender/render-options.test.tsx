import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createSender, defineEmail, type SenderOptions } from "letterpress";
import { afterAll, beforeAll, expect, test } from "vitest";
import { welcome } from "./emails.tsx";
import { createRecordingTransport } from "./recording-transport.ts";

const to = "ada@example.com";
let staticDir = "";

beforeAll(async () => {
  staticDir = await mkdtemp(join(tmpdir(), "letterpress-static-"));
  await writeFile(join(staticDir, "logo.png"), "not really a picture");
});

afterAll(() => rm(staticDir, { recursive: true, force: true }));

function Pictured() {
  return <img src="/static/logo.png" alt="Shop" />;
}

const never = new Promise<never>(() => {});

function Suspended(): never {
  throw never;
}

function setUp(render?: SenderOptions["render"]) {
  const transport = createRecordingTransport();
  return { transport, sender: createSender({ transport, from: "orders@shop.example", render }) };
}

test("images become absolute by the sender's baseUrl", async () => {
  const { sender, transport } = setUp({ baseUrl: "https://shop.example" });
  await sender.send({ react: <Pictured />, subject: "Hi", to });
  expect(transport.messages[0]?.html).toContain('src="https://shop.example/static/logo.png"');
});

test("images that the mail carries stand beside the attachments of the call", async () => {
  const { sender, transport } = setUp({ images: "cid", staticDir });
  const attachments = [{ filename: "terms.pdf", content: "x" }];
  await sender.send({ react: <Pictured />, subject: "Hi", to, attachments });
  const [message] = transport.messages;
  expect(message?.attachments.map(({ filename }) => filename)).toEqual(["terms.pdf", "logo.png"]);
  expect(message?.html).toContain(`src="cid:${message?.attachments[1]?.contentId}"`);
});

test("an email's own text is its text", async () => {
  const email = defineEmail({ ...welcome, text: ({ name }) => `Dear ${name}` });
  const { sender, transport } = setUp();
  await sender.send({ email, props: { name: "Ada" }, to });
  expect(transport.messages[0]?.text).toBe("Dear Ada");
});

test("a wrong option is refused when the sender is made", () => {
  expect(() => setUp({ timeoutMs: 0 })).toThrowError(RangeError);
});

test("a signal ends a render that waits for ever", async () => {
  const { sender, transport } = setUp();
  const controller = new AbortController();
  const sending = sender.send(
    { react: <Suspended />, subject: "Hi", to },
    { signal: controller.signal },
  );
  setImmediate(() => controller.abort());
  await expect(sending).rejects.toMatchObject({ kind: "aborted", outcome: "not-sent" });
  expect(transport.messages).toEqual([]);
});
