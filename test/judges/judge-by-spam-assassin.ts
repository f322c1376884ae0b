import { spawnSync } from "node:child_process";
import MailComposer from "nodemailer/lib/mail-composer";
import type { Judge, JudgedEmail } from "./judged-email.ts";

/** From so many points on, a mail is not neutral. */
const mostPoints = 1;

/** Asks SpamAssassin, without the net. All mails go to one process: it takes seconds to start. */
export const judgeBySpamAssassin: Judge = async (emails) => {
  if (spawnSync("spamassassin", ["--version"]).status !== 0) {
    return "it is not installed (apt-get install spamassassin)";
  }
  const mails = await Promise.all(emails.map(toMail));
  const box = mails.map((mail) => `From shop@shop.example Thu Jan  1 00:00:00 2026\n${mail}\n`);
  const { stdout, status, stderr } = spawnSync("spamassassin", ["-L", "--mbox"], {
    input: box.join("\n"),
    encoding: "utf8",
    maxBuffer: 512 * 1024 * 1024,
  });
  if (status !== 0) return `it ended with ${status}: ${stderr.slice(0, 200)}`;
  const found = [
    ...stdout.matchAll(
      /^X-Spam-Status: \w+, score=(-?[\d.]+)[\s\S]*?tests=([\s\S]*?)(?:\s+autolearn|\s+version)/gm,
    ),
  ];
  if (found.length !== emails.length) return `it judged ${found.length} of ${emails.length} mails`;
  return emails.map(({ name }, at) => {
    const [, points = "0", tests = ""] = found[at] ?? [];
    const isHigh = Number(points) >= mostPoints;
    return {
      email: name,
      problems: isHigh ? [`${points} points: ${tests.replace(/\s+/g, " ")}`] : [],
    };
  });
};

async function toMail({ subject, from, text, html }: JudgedEmail): Promise<string> {
  const mail = new MailComposer({
    ...{ subject, from, text, html, to: "Ada Lovelace <ada@shop.example>" },
    date: new Date(),
  });
  const bytes = await mail.compile().build();
  // A line that begins so would begin another mail of the box.
  return bytes
    .toString("utf8")
    .replaceAll("\r\n", "\n")
    .replace(/^(>*From )/gm, ">$1");
}
