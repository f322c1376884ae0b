import { createReadStream } from "node:fs";
import { mkdir, mkdtemp, realpath, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { type AttachmentSource, createSender } from "letterpress";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createRecordingTransport } from "./recording-transport.ts";

let root = "";
let folder = "";

beforeAll(async () => {
  root = await realpath(await mkdtemp(join(tmpdir(), "letterpress-attachments-")));
  folder = join(root, "files");
  await mkdir(join(folder, "deep"), { recursive: true });
  await writeFile(join(folder, "invoice.pdf"), "an invoice");
  await writeFile(join(folder, "deep", "note.txt"), "a note");
  await writeFile(join(folder, "..dots.txt"), "dots");
  await writeFile(join(root, "secret.txt"), "a secret");
  await mkdir(join(root, "files-beside"));
  await writeFile(join(root, "files-beside", "secret.txt"), "a secret");
  await symlink(join(root, "secret.txt"), join(folder, "link-out.txt"));
  await symlink(root, join(folder, "folder-out"));
  await symlink(join(folder, "invoice.pdf"), join(folder, "link-in.pdf"));
  await symlink(folder, join(root, "folder-link"));
});

afterAll(() => rm(root, { recursive: true, force: true }));

async function attach(source: unknown, attachmentsFolder: string | undefined = folder) {
  const transport = createRecordingTransport();
  const sender = createSender({ transport, from: "orders@shop.example", attachmentsFolder });
  const attachments = [source as AttachmentSource];
  await sender.send({ subject: "Hi", text: "Hi", to: "ada@example.com", attachments });
  const attachment = transport.messages[0]?.attachments[0];
  return { ...attachment, content: Buffer.from(attachment?.content ?? []).toString() };
}

describe("a file below the folder is attached", () => {
  test("under its own name and type", async () => {
    expect(await attach({ path: "invoice.pdf" })).toEqual({
      filename: "invoice.pdf",
      content: "an invoice",
      contentType: "application/pdf",
      contentId: undefined,
    });
  });

  test("under the name and type that are given", async () => {
    const given = { filename: "rechnung.txt", contentType: "text/x-note", contentId: "note" };
    expect(await attach({ path: "deep/note.txt", ...given })).toEqual({
      ...given,
      content: "a note",
    });
  });

  test("by an absolute path, through a link that stays inside, or a folder that is a link", async () => {
    expect((await attach({ path: join(folder, "deep", "note.txt") })).content).toBe("a note");
    expect((await attach({ path: "deep/../invoice.pdf" })).content).toBe("an invoice");
    expect((await attach({ path: "link-in.pdf" })).content).toBe("an invoice");
    expect((await attach({ path: "..dots.txt" })).content).toBe("dots");
    const link = join(root, "folder-link");
    expect((await attach({ path: "invoice.pdf" }, link)).content).toBe("an invoice");
    expect((await attach({ path: join(link, "invoice.pdf") }, link)).content).toBe("an invoice");
  });
});

describe("a path is refused that", () => {
  const leadsOut = /leads out of 'attachmentsFolder'/;
  const cases: readonly (readonly [string, () => unknown, RegExp])[] = [
    ["climbs out", () => "../secret.txt", leadsOut],
    ["climbs out further down", () => "deep/../../secret.txt", leadsOut],
    ["is absolute and elsewhere", () => join(root, "secret.txt"), leadsOut],
    ["lies in a folder whose name begins alike", () => "../files-beside/secret.txt", leadsOut],
    ["is a link that leads out", () => "link-out.txt", leadsOut],
    ["goes through a folder that leads out", () => "folder-out/secret.txt", leadsOut],
    ["is the folder itself", () => ".", leadsOut],
    ["is a folder", () => "deep", /not a regular file/],
    ["is a device", () => "/dev/zero", leadsOut],
    ["does not exist", () => "nothing.pdf", /does not exist or cannot be read/],
    ["is a file: URL", () => `file://${join(folder, "invoice.pdf")}`, /is a URL/],
    ["is a URL object", () => new URL(`file://${join(folder, "invoice.pdf")}`), /is not a path/],
    ["is an http: URL", () => "http://127.0.0.1/invoice.pdf", /is a URL/],
    ["is a data: URL", () => "data:text/plain,x", /is a URL/],
    ["holds a NUL", () => "invoice.pdf\0.txt", /NUL/],
    ["is empty", () => "", /is not a path/],
    ["is a number", () => 42, /is not a path/],
  ];
  test.each(cases)("%s", async (_case, path, problem) => {
    const attaching = attach({ path: path() });
    await expect(attaching).rejects.toMatchObject({
      code: "ERR_INVALID_MESSAGE",
      issues: [{ field: "attachments[0].path", message: expect.stringMatching(problem) }],
    });
    await expect(attaching).rejects.not.toThrowError(root);
  });

  test("stands beside content, or a sender without a folder", async () => {
    await expect(attach({ path: "invoice.pdf", content: "x" })).rejects.toMatchObject({
      issues: [{ field: "attachments[0].content" }],
    });
    const sender = createSender({ transport: createRecordingTransport(), from: "a@shop.example" });
    const attachments = [{ path: "invoice.pdf" }];
    await expect(
      sender.send({ subject: "Hi", text: "Hi", to: "ada@example.com", attachments }),
    ).rejects.toThrowError("the sender has no 'attachmentsFolder'");
    await expect(attach({ path: "x" }, join(root, "nowhere"))).rejects.toThrowError(
      "'attachmentsFolder' does not exist",
    );
  });
});

test("a file is refused for its name as any other attachment is", async () => {
  await writeFile(join(folder, "setup.exe"), "x");
  await expect(attach({ path: "setup.exe" })).rejects.toMatchObject({
    issues: [{ field: "attachments[0].filename" }],
  });
});

describe("a stream is read to its end:", () => {
  async function* parts() {
    yield "a ";
    yield new TextEncoder().encode("ströam");
  }
  const cases: readonly (readonly [string, () => unknown])[] = [
    ["a Node.js stream", () => Readable.from(parts())],
    ["a web stream", () => new Blob(["a ", "ströam"]).stream()],
    ["an async iterable", () => parts()],
  ];
  test.each(cases)("%s", async (_case, content) => {
    expect(await attach({ filename: "a.txt", content: content() })).toMatchObject({
      content: "a ströam",
      contentType: "text/plain",
    });
  });

  test("a file stream", async () => {
    const content = createReadStream(join(folder, "invoice.pdf"));
    expect((await attach({ filename: "a.pdf", content })).content).toBe("an invoice");
    expect(content.destroyed).toBe(true);
  });
});

describe("a stream is refused that", () => {
  const refuse = (content: unknown, problem: RegExp) =>
    expect(attach({ filename: "a.txt", content })).rejects.toMatchObject({
      code: "ERR_INVALID_MESSAGE",
      issues: [{ field: "attachments[0]", message: expect.stringMatching(problem) }],
    });

  test("fails", async () => {
    async function* failing() {
      yield "a";
      throw new Error("a secret reason");
    }
    await refuse(failing(), /could not be read \(the stream failed\)/);
  });

  test("fails before anyone reads it", async () => {
    await refuse(createReadStream(join(folder, "nothing.pdf")), /could not be read \(ENOENT\)/);
  });

  test("yields something else", async () => {
    await refuse(Readable.from([1, 2]), /neither bytes nor text/);
  });

  test("never ends: it is left when the message is full", async () => {
    let yielded = 0;
    let closed = false;
    async function* endless() {
      try {
        while (true) {
          yielded++;
          yield new Uint8Array(1_000_000);
        }
      } finally {
        closed = true;
      }
    }
    await refuse(endless(), /goes past the 10 MB that Postmark takes/);
    expect(yielded).toBeLessThan(30);
    expect(closed).toBe(true);
  });

  test("shares its room with the ones before it", async () => {
    const sender = createSender({ transport: createRecordingTransport(), from: "a@shop.example" });
    const half = () => ({
      filename: "a.txt",
      content: Readable.from([new Uint8Array(5_500_000)]),
    });
    await expect(
      sender.send({
        subject: "Hi",
        text: "Hi",
        to: "ada@example.com",
        attachments: [half(), half()],
      }),
    ).rejects.toMatchObject({ issues: [{ field: "attachments[1]" }] });
  });
});

test("a stream is ended, unread, when the message is refused for something else", async () => {
  const content = createReadStream(join(folder, "invoice.pdf"));
  const attaching = attach({ filename: "a.exe", content });
  await expect(attaching).rejects.toMatchObject({ issues: [{ field: "attachments[0].filename" }] });
  expect(content.destroyed).toBe(true);
  expect(content.bytesRead).toBe(0);
});

test("a signal ends the reading of a stream that stands still", async () => {
  const controller = new AbortController();
  const content = new Readable({
    read() {
      controller.abort();
    },
  });
  const sender = createSender({ transport: createRecordingTransport(), from: "a@shop.example" });
  const attachments = [{ filename: "a.txt", content }];
  await expect(
    sender.send(
      { subject: "Hi", text: "Hi", to: "ada@example.com", attachments },
      { signal: controller.signal },
    ),
  ).rejects.toMatchObject({ code: "ERR_DELIVERY", kind: "aborted", outcome: "not-sent" });
  expect(content.destroyed).toBe(true);
});
