import { describe, expect, test } from "vitest";
import { createMessage } from "../../src/message/create-message.ts";
import type { AttachmentInput } from "../../src/message/message.ts";
import { cpuMs } from "./cpu-time.ts";
import { goodInput, problemsOf } from "./message-input.ts";

const attach = (attachment: AttachmentInput) =>
  createMessage({ ...goodInput, attachments: [attachment] }).attachments[0];

describe("content type is guessed from the name:", () => {
  test.each([
    ["a.pdf", "application/pdf"],
    ["A.JPG", "image/jpeg"],
    ["a.webp", "image/webp"],
    ["a.avif", "image/avif"],
    ["a.heic", "image/heic"],
    ["a.csv", "text/csv"],
    ["a.md", "text/markdown"],
    ["a.docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"],
    ["a.nobody-knows", "application/octet-stream"],
    ["README", "application/octet-stream"],
  ])("%s is %s", (filename, contentType) => {
    expect(attach({ filename, content: new Uint8Array(1) })?.contentType).toBe(contentType);
  });

  test("and text that came as a string is known to be UTF-8", () => {
    expect(attach({ filename: "a.csv", content: "é" })).toEqual({
      filename: "a.csv",
      content: new TextEncoder().encode("é"),
      contentType: "text/csv; charset=utf-8",
      contentId: undefined,
    });
  });

  test("unless it is given", () => {
    const contentType = 'application/x-thing; profile="a b"';
    expect(attach({ filename: "a.pdf", content: "x", contentType })?.contentType).toBe(contentType);
  });
});

test.each(["pdf", "a/b/c", "a/b;", "a/b; c", "multipart/mixed", "", 1])(
  "content type %j is refused",
  (contentType) => {
    expect(problemsOf({ attachments: [{ filename: "a", content: "x", contentType }] })).toEqual([
      "'attachments[0].contentType' is not a MIME type of one part; write something like 'application/pdf'",
    ]);
  },
);

test.each(['application/pdf; name="a.exe"', "a/b; name=a.exe", "a/b;NAME=a.exe"])(
  "content type %j names the file, which 'filename' does",
  (contentType) => {
    expect(problemsOf({ attachments: [{ filename: "a", content: "x", contentType }] })).toEqual([
      expect.stringMatching(/^'attachments\[0\].contentType' names the file; .*'filename' alone$/),
    ]);
  },
);

describe("content ids", () => {
  const image = (contentId: unknown) => ({ filename: "a.png", content: "x", contentId });

  test.each(["logo", "logo-1.png", "logo@shop.example", "a+b_c"])("%s is taken", (id) => {
    expect(problemsOf({ attachments: [image(id)] })).toEqual([]);
  });

  test.each(["<logo>", "lo go", "lögo", "", "a@b@c", 'a"b', "a".repeat(256)])(
    "%j is refused",
    (id) => {
      expect(problemsOf({ attachments: [image(id)] })).toEqual([
        expect.stringMatching(/^'attachments\[0\].contentId' is not a content id/),
      ]);
    },
  );

  test("one used twice is refused", () => {
    expect(problemsOf({ attachments: [image("logo"), image("logo")] })).toEqual([
      "'attachments[1].contentId' is used by another attachment; give each its own",
    ]);
  });

  test.each([
    `<img src="cid:missing">`,
    `<img src='cid:missing'>`,
    `<img src=cid:missing>`,
    `<IMG SRC = "CID:missing">`,
    `<td background="cid:missing">`,
    `<div style="background-image:url(cid:missing)">`,
    `<div style="background-image:url('cid:missing')">`,
    `<div style="background-image:url(&quot;cid:missing&quot;)">`,
    `<div style="background-image:url(&#x27;cid:missing&#x27;)">`,
    `<img src="cid:m%69ssing">`,
  ])("an image that no attachment brings is refused: %s", (html) => {
    expect(problemsOf({ html, attachments: [image("logo")] })).toEqual([
      "'html' shows cid:missing, but no attachment has that 'contentId'; attach the image",
    ]);
    expect(problemsOf({ html, attachments: [image("missing")] })).toEqual([]);
  });

  test.each(["src=cid:", "src= ", "url( ", "src"])("a megabyte of %j is read at once", (piece) => {
    const html = piece + " ".repeat(500_000) + piece.repeat(Math.ceil(500_000 / piece.length));
    let problems: string[] = [];
    expect(
      cpuMs(() => {
        problems = problemsOf({ html });
      }),
    ).toBeLessThan(2_000);
    expect(problems).toEqual([]);
  });

  test("text that speaks of one is no image", () => {
    expect(problemsOf({ html: "<p>Write cid:missing, or src is cid:other</p>" })).toEqual([]);
  });
});

test("an option that is not one is named, so that base64 is not sent as text", () => {
  expect(
    problemsOf({ attachments: [{ filename: "a", content: "AAAA", encoding: "base64" }] }),
  ).toEqual([
    "'attachments[0].encoding' is not an option; it is one of filename, content, contentType, contentId",
  ]);
});
