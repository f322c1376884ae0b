import { describe, expect, onTestFinished, test } from "vitest";
import { nothingLifted } from "../../../src/inbox/lift/lifted-out.ts";
import { createMessageReader } from "../../../src/inbox/reading/message-reader.ts";
import { readLimits } from "../../../src/inbox/reading/read-limits.ts";
import type { ReadingPoolOptions } from "../../../src/inbox/reading/reading-pool.ts";
import { startReadingThread } from "../../../src/inbox/reading/reading-thread.ts";
import { findWorkerProgram } from "../../../src/inbox/reading/worker-program.ts";

function openReader(options: ReadingPoolOptions = {}) {
  const reader = createMessageReader(options);
  onTestFinished(() => reader.close());
  return reader;
}

/** A program for a thread that says that it is ready, and then does something else. */
function programThat(does: string) {
  const port = `const { parentPort } = require("node:worker_threads");`;
  const code = `${port} parentPort.postMessage({ isReady: true }); parentPort.once("message", () => { ${does} });`;
  return { code, eval: true };
}

const html = (body: string) =>
  new Uint8Array(Buffer.from(`Subject: Big\r\nContent-Type: text/html\r\n\r\n${body}`));
const bigBody = `<p>Hello</p>${"<p>words and words</p>\n".repeat(10_000)}`;

test("a thread starts from the sources, whatever Node runs them", async () => {
  const program = findWorkerProgram(import.meta.url);
  expect(program).toBeDefined();
  const thread = startReadingThread(program as NonNullable<typeof program>, 64);
  onTestFinished(() => thread.end("the test is over"));
  await thread.started;
  expect(thread).toMatchObject({ isUnusable: false, isEnded: false });
});

describe("a message is read", () => {
  test("in a thread when it is large, and comes out as one that is small", async () => {
    const reader = openReader();
    const small = await reader.read(html("<p>Hello</p>"));
    const large = await reader.read(html(bigBody));
    expect(small.parsed).toMatchObject({ subject: "Big", html: "<p>Hello</p>" });
    expect(large.parsed.subject).toBe("Big");
    expect(large.parsed.html?.trimEnd()).toBe(bigBody.trimEnd());
    expect(large.snippet).toMatch(/^Hello words and words/);
  });

  test("with the octets of its files, whatever way they come back", async () => {
    const files = ["a".repeat(100), "b".repeat(200_000), ""].map(
      (content, n) =>
        `--b\r\nContent-Type: application/octet-stream; name="${n}"\r\nContent-Transfer-Encoding: base64\r\n\r\n${Buffer.from(content).toString("base64")}\r\n`,
    );
    const raw = Buffer.from(
      `Content-Type: multipart/mixed; boundary=b\r\n\r\n${files.join("")}--b--\r\n`,
    );
    const { parsed } = await openReader().read(new Uint8Array(raw));
    expect(parsed.attachments.map(({ content }) => content.length)).toEqual([100, 200_000, 0]);
    expect(Buffer.from(parsed.attachments[1]?.content ?? "").toString()).toBe("b".repeat(200_000));
  });

  test("here where no thread can be started", async () => {
    const program = { code: "throw new Error('no threads here')", eval: true };
    const { parsed } = await openReader({ program }).read(html(bigBody));
    expect(parsed).toMatchObject({ subject: "Big", parseError: undefined });
  });
});

describe("a message that is too much is left unread", () => {
  test("after its time, and the next one is read", async () => {
    const reader = openReader({
      deadlineMs: 50,
      program: programThat("setInterval(() => {}, 1e6)"),
    });
    const [one, other] = await Promise.all([
      reader.read(html(bigBody)),
      reader.read(html(bigBody)),
    ]);
    for (const { parsed } of [one, other]) {
      expect(parsed).toMatchObject({ subject: "", html: undefined, attachments: [] });
      expect(parsed.parseError).toBe(
        "Cannot parse the message: it took longer than 0.05 s; it is kept as it came",
      );
    }
    expect((await reader.read(html("<p>small</p>"))).parsed.parseError).toBeUndefined();
  });

  test("when it takes too much memory", async () => {
    const program = programThat("const all = []; for (;;) all.push(new Array(1000).fill({}));");
    const { parsed } = await openReader({ memoryMb: 16, program }).read(html(bigBody));
    expect(parsed.parseError).toBe(
      "Cannot parse the message: it took more than 16 MiB of memory; it is kept as it came",
    );
  });

  test("when the reader closes, with an error: nobody lists it", async () => {
    const reader = openReader({ program: programThat("") });
    const reading = reader.read(html(bigBody));
    reader.close();
    await expect(reading).rejects.toThrow("the inbox was closed");
  });
});

test("of a message with too many of a thing, the first are shown and the others counted", async () => {
  const addresses = Array.from({ length: 3_000 }, (_, n) => `a${n}@example.com`).join(", ");
  const headers = Array.from({ length: 1_500 }, (_, n) => `X-${n}: v`).join("\r\n");
  const parts = "--b\r\nContent-Disposition: attachment\r\n\r\nx\r\n".repeat(2_000);
  const raw = `To: ${addresses}\r\n${headers}\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n${parts}--b--\r\n`;
  const { parsed, cuts } = await openReader().read(new Uint8Array(Buffer.from(raw)));
  expect(parsed.to).toHaveLength(readLimits.addresses);
  expect(parsed.headers).toHaveLength(readLimits.headers);
  expect(parsed.attachments).toHaveLength(readLimits.attachments);
  expect(cuts).toEqual([
    { what: "addresses", count: 3_000, shown: readLimits.addresses },
    { what: "headers", count: 1_502, shown: readLimits.headers },
    { what: "attachments", count: 2_000, shown: readLimits.attachments },
  ]);
});

describe("links, codes and words", () => {
  const many = `<a href="https://shop.example/1">First</a>${"<a href='x'>y</a>".repeat(10_000)}`;

  test("are found in a thread when the message is large", async () => {
    const reader = openReader();
    const { links, ...rest } = await reader.lift({ html: many, text: undefined });
    expect(links).toHaveLength(500);
    expect(rest).toEqual({ linkCount: 10_001, isComplete: true, codes: [] });
    expect(links[0]).toEqual({ href: "https://shop.example/1", text: "First" });
    expect(await reader.words({ html: many, text: undefined })).toMatch(/^first ?y/);
  });

  test("of a body that is too long say so", async () => {
    const html = `${"<p>x</p>".repeat(70_000)}<a href="https://shop.example/last">Last</a>`;
    const reader = openReader();
    const { linkCount, isComplete } = await reader.lift({ html, text: undefined });
    expect({ linkCount, isComplete }).toEqual({ linkCount: 0, isComplete: false });
  });

  test("are none when finding them takes too long", async () => {
    const program = programThat("setInterval(() => {}, 1e6)");
    const reader = openReader({ deadlineMs: 50, program });
    expect(await reader.lift({ html: many, text: undefined })).toEqual(nothingLifted);
    expect(await reader.words({ html: many, text: undefined })).toBe("");
  });
});
