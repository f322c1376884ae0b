import { spawnSync } from "node:child_process";
import MailComposer from "nodemailer/lib/mail-composer";
import { findSpamAssassin } from "./find-spam-assassin.ts";
import type { Judge, JudgedEmail } from "./judged-email.ts";

/** From so many points on, a mail is not neutral. */
const mostPoints = 1;

/** Asks SpamAssassin, without the net. All mails go to one process: it takes seconds to start. */
export const judgeBySpamAssassin: Judge = async (emails) => {
  const path = await findSpamAssassin();
  const mails = await Promise.all(emails.map(toMail));
  const box = mails.map((mail) => `From shop@shop.example Thu Jan  1 00:00:00 2026\n${mail}\n`);
  const { stdout, status, stderr } = spawnSync("spamassassin", ["-L", "--mbox"], {
    env: { ...process.env, PATH: path },
    input: box.join("\n"),
    encoding: "utf8",
    maxBuffer: 512 * 1024 * 1024,
  });
  if (status !== 0) return `it ended with ${status}: ${stderr.slice(0, 200)}`;
  // They come out in an order of its own.
  const found = new Map<number, readonly [points: number, tests: string]>();
  for (const mail of stdout.split(/^From /m)) {
    const number = /^X-Judged: (\d+)$/m.exec(mail)?.[1];
    const said =
      /^X-Spam-Status: \w+, score=(-?[\d.]+)[\s\S]*?tests=([\s\S]*?)\s(?:autolearn|version)=/m.exec(
        mail,
      );
    if (number && said) found.set(Number(number), [Number(said[1]), said[2] ?? ""]);
  }
  if (found.size !== emails.length) return `it judged ${found.size} of ${emails.length} mails`;
  return emails.map(({ name }, at) => {
    const [points, tests] = found.get(at) ?? [0, ""];
    const problem = `${points} points: ${tests.replace(/\s+/g, " ")}`;
    return { email: name, problems: points >= mostPoints ? [problem] : [] };
  });
};

async function toMail({ subject, from, text, html }: JudgedEmail, at: number): Promise<string> {
  const mail = new MailComposer({
    ...{ subject, from, text, html, to: "Ada Lovelace <ada@shop.example>" },
    date: new Date(),
    headers: { "X-Judged": String(at) },
  });
  const bytes = await mail.compile().build();
  // A line that begins so would begin another mail of the box.
  return bytes
    .toString("utf8")
    .replaceAll("\r\n", "\n")
    .replace(/^(>*From )/gm, ">$1");
}
