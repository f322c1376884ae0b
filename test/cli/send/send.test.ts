import { existsSync, readFileSync } from "node:fs";
import { beforeAll, describe, expect, onTestFinished, test, vi } from "vitest";
import { openResults } from "../../../src/cli/send/results-file.ts";
import { send } from "../../../src/cli/send.ts";
import { readSendArguments } from "../../../src/cli/send-arguments.ts";
import { createInbox, type Inbox } from "../../../src/inbox/index.ts";
import { createProject } from "../../preview/server/test-project.ts";
import { buildCli, runCli } from "../run-cli.ts";

beforeAll(buildCli);

const receipt = `import { defineEmail } from "letterpress";
interface Props { readonly name: string; readonly total: number; readonly due: Date; readonly note?: string }
console.log("an email that talks");
function Receipt({ name, total, due, note }: Props) {
  return <p>{name} owes {(total * 2).toFixed(2)} until {due.getUTCFullYear()}{note}</p>;
}
export default defineEmail({
  id: "receipt", component: Receipt, subject: ({ name }) => \`For \${name}\`,
  variants: {
    default: { name: "Example", total: 1, due: new Date(0) },
    "large sum": { name: "Example", total: 1e6, due: new Date(0) },
  },
});
`;

function openProject(files: Readonly<Record<string, string>> = {}) {
  const project = createProject({ "emails/receipt.tsx": receipt, ...files });
  onTestFinished(() => project.dispose());
  return project;
}

async function openInbox(): Promise<Inbox> {
  const inbox = await createInbox({ port: 0 });
  onTestFinished(() => inbox.close());
  return inbox;
}

describe("letterpress send", () => {
  test("one email: to the inbox with props of one's own, or as a file; what is wrong is named", async () => {
    const [project, inbox] = [openProject({ "props.json": `{ "total": 12 }` }), await openInbox()];
    const run = (...args: readonly string[]) =>
      runCli(["send", "emails/receipt.tsx", "--inbox", inbox.smtpUrl, ...args], project.root);
    const own = ["--props", "props.json", "--prop", "name=Ada", "--prop", "due=2026-03-14"];
    const sent = run("--to", "ada@example.com", "--json", ...own);
    const dry = run("--to", "ada@example.com", "--variant", "large sum", "--dry-run=mail.eml");
    const wrong = run("--to", "ada@example.com", "--prop", "naem=Ada", "--prop", "total=much");
    expect([await sent.ends(), await dry.ends(), await wrong.ends()]).toEqual([0, 0, 1]);
    const mail = await inbox.waitFor(({ subject }) => subject === "For Ada");
    expect(mail.text).toContain("Ada owes 24.00 until 2026");
    // What an email prints is not in the way of those who read standard output.
    expect(sent.errors()).toContain("an email that talks");
    expect(JSON.parse(sent.output())).toMatchObject({
      ...{ state: "accepted", messageId: mail.messageId },
    });
    expect(readFileSync(project.path("mail.eml"), "latin1")).toContain("Example owes 2000000.00");
    expect(wrong.printed()).toMatch(/props\.total must be a number, got "much"/);
    expect(wrong.printed()).toMatch(/props\.due is missing.*props\.naem is unknown; there is name/);
    expect(inbox.list()).toHaveLength(1);
  });

  test("a list with bad rows: each is named by its line, and nothing is sent", async () => {
    const people = `to,key,name,total,due
ada@example.com,,"Ada, née Byron",12.5,2026-03-14
nobody,,Nobody,1,2026-03-14
bob@example.com,,Bob,a lot,2026-03-14
Bob <BOB@example.com>,,Bob,1,2026-03-14
`;
    const [project, inbox] = [openProject({ "people.csv": people }), await openInbox()];
    const command = runCli(
      ["send", "receipt", "--list", "people.csv", "--inbox", inbox.smtpUrl],
      project.root,
    );
    expect(await command.ends()).toBe(1);
    const printed = command.printed();
    expect(printed).toMatch(/people\.csv:3: "to" .*\n/);
    expect(printed).toMatch(/people\.csv:4: .*props\.total must be a number, got "a lot"/);
    expect(printed).toMatch(/people\.csv:5: bob@example\.com is in line 4 already/);
    expect(printed).toMatch(/3 rows wrong, as shown above; nothing was sent/);
    expect(inbox.list()).toHaveLength(0);
  });

  test("a list that is killed in the middle goes on: nobody gets it twice, and what is not known is told", async () => {
    const rows = Array.from({ length: 12 }, (_, at) =>
      JSON.stringify({
        to: `reader-${at}@example.com`,
        props: { name: `Reader ${at}`, total: at, due: "2026-03-14T00:00:00Z" },
      }),
    );
    const project = openProject({ "people.jsonl": `${rows.join("\n")}\n` });
    const inbox = await openInbox();
    // The inbox takes this one, and its answer never comes.
    const fault = inbox.addFault({
      ...{ when: { stage: "final-dot", to: "reader-5@example.com" }, do: { delayMs: 60_000 } },
    });
    const args = ["send", "receipt", "--list", "people.jsonl", "--inbox", inbox.smtpUrl];
    const options = ["--results", "results.jsonl", "--concurrency", "1"];
    const first = runCli([...args, ...options], project.root);
    const results = () =>
      existsSync(project.path("results.jsonl"))
        ? readFileSync(project.path("results.jsonl"), "utf8")
        : "";
    await vi.waitFor(() => expect(results()).toContain('"reader-5@example.com"'), 20_000);
    await vi.waitFor(() => expect(inbox.list().length).toBeGreaterThanOrEqual(5), 20_000);
    const file = project.path("results.jsonl");
    await expect(openResults(file, { email: "receipt", target: "inbox" })).rejects.toThrow(
      /Cannot lock the results in .*: process \d+ writes it now/,
    );
    first.child.kill("SIGKILL");
    await first.ends();
    fault();

    // As a disk that was full would leave it.
    project.write("results.jsonl", `${results()}{"key":"reader-9`);
    const third = runCli([...args, ...options, "--json"], project.root);
    expect(await third.ends()).toBe(1);
    expect(third.printed()).toMatch(/people\.jsonl:6: reader-5@example\.com may have been sent/);
    const lines = third.printed().split("\n");
    const summary = JSON.parse(lines.find((line) => line.startsWith('{"accepted"')) ?? "{}");
    expect(summary).toMatchObject({ accepted: 6, failed: 0, unknown: 1, before: 5, left: 0 });
    const timesTo = (address: string) =>
      inbox.list().filter(({ to }) => to.some((one) => one.address === address)).length;
    for (const at of rows.keys()) {
      if (at !== 5) expect(timesTo(`reader-${at}@example.com`), `reader ${at}`).toBe(1);
    }
    expect(timesTo("reader-5@example.com")).toBeLessThanOrEqual(1);

    const last = runCli([...args, ...options, "--retry-unknown"], project.root);
    expect(await last.ends()).toBe(0);
    expect(last.printed()).toMatch(
      /^1 accepted by .*, 0 failed, 0 unknown, 11 done before, 0 left/m,
    );
    await expect(
      send(readSendArguments(["receipt", "--to", "a@b.example", "--real"])),
    ).rejects.toThrow("--real needs --yes where no one can be asked");
  });
});
