import { spawn } from "node:child_process";
import { readVerdicts, toVerdict, verdictHeaders } from "./read-verdicts.ts";
import { neutralMail, type SpamMail, toBoxedMail } from "./spam-mail.ts";
import type { SpamVerdict } from "./spam-verdict.ts";

/** It takes a second to start, and some tens of milliseconds for a mail. */
const patienceMs = { start: 60_000, mail: 1_000 } as const;

/** Nothing but the rules that came with it counts: no net, no settings of the user that runs it. */
const options: readonly string[] = [
  ...["--local", "--mbox", "--nocreate-prefs", "--prefspath=/dev/null"],
  ...["use_bayes 0", "dns_available no", ...verdictHeaders].map((line) => `--cf=${line}`),
];

/**
 * Asks the `spamassassin` on this machine about mails: one process for all of them, without the net.
 *
 * @returns verdicts in the order of the mails; undefined for those that cannot be sent at all
 * @throws {Error} when there is no `spamassassin`, or it fails
 */
export async function askSpamAssassin(
  mails: readonly SpamMail[],
): Promise<readonly (SpamVerdict | undefined)[]> {
  if (mails.length === 0) return [];
  const boxed = [neutralMail, ...mails].map(toBoxedMail);
  const box = Buffer.concat(boxed.filter((mail) => mail !== undefined));
  const found = readVerdicts(await run(box, patienceMs.start + mails.length * patienceMs.mail));
  const neutral = found.get(0);
  if (!neutral) throw new Error("Cannot check for spam: spamassassin gave no answer");
  return mails.map((_, index) => {
    const tests = found.get(index + 1);
    if (tests) return toVerdict(tests, neutral);
    if (!boxed[index + 1]) return undefined;
    throw new Error(`Cannot check for spam: spamassassin judged ${found.size} of ${boxed.length}`);
  });
}

function run(box: Buffer, timeout: number): Promise<string> {
  return new Promise((resolve, reject) => {
    const env = { ...process.env, LC_ALL: "C" };
    const child = spawn("spamassassin", options, { env, timeout });
    const printed: Buffer[] = [];
    const complaints: Buffer[] = [];
    child.stdout.on("data", (chunk: Buffer) => printed.push(chunk));
    child.stderr.on("data", (chunk: Buffer) => complaints.push(chunk));
    child.on("error", (error) => reject(toError(error)));
    child.on("close", (code, signal) => {
      if (code === 0) resolve(Buffer.concat(printed).toString("latin1"));
      else {
        const said = Buffer.concat(complaints).toString("utf8").trim().slice(0, 300);
        const end = signal ? `took more than ${timeout / 1000} s` : `ended with ${code}`;
        reject(new Error(`Cannot check for spam: spamassassin ${end}${said ? `: ${said}` : ""}`));
      }
    });
    // One that ends early closes its input: what it said tells why.
    child.stdin.on("error", () => {});
    child.stdin.end(box);
  });
}

function toError(error: NodeJS.ErrnoException): Error {
  if (error.code !== "ENOENT") {
    return new Error(`Cannot check for spam: spamassassin does not start: ${error.message}`);
  }
  return new Error(
    "Cannot check for spam: there is no 'spamassassin' on this machine. Install it: 'apt-get install spamassassin' (Debian, Ubuntu), 'dnf install spamassassin' (Fedora) or 'brew install spamassassin' (macOS)",
  );
}
