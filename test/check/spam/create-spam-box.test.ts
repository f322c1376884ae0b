import { expect, test } from "vitest";
import { createSpamBox } from "../../../src/check/spam/create-spam-box.ts";
import type { SpamMail } from "../../../src/check/spam/spam-mail.ts";

const mail = (id: string, subject: string) => ({ id, subject, html: "<p>Hello</p>" });

test("a spam box asks about all mails at once, and about the same one once", async () => {
  const asked: (readonly SpamMail[])[] = [];
  const box = createSpamBox(async (mails) => {
    asked.push(mails);
    return mails.map(({ subject }) => ({ points: subject === "bad" ? 2 : 0, tests: [] }));
  });
  for (const one of [mail("a", "good"), mail("b", "bad"), mail("b", "bad")]) {
    expect(box.verdictOf(one)).toBeUndefined();
  }
  expect([...(await box.judge())]).toEqual(["b"]);
  expect(asked.map((mails) => mails.map(({ subject }) => subject))).toEqual([["good", "bad"]]);
  expect(box.verdictOf(mail("b", "bad"))?.points).toBe(2);

  expect(box.verdictOf(mail("b", "better"))).toBeUndefined();
  expect([...(await box.judge())]).toEqual([]);
  expect(asked.at(-1)).toHaveLength(1);
});

test("a mail that cannot be judged has no verdict, and is not asked about again", async () => {
  const box = createSpamBox(async (mails) => mails.map(() => undefined));
  box.verdictOf(mail("a", ""));
  await box.judge();
  expect(box.verdictOf(mail("a", ""))).toBeUndefined();
});
