import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, onTestFinished, test, vi } from "vitest";
import { frameSource, orderSource } from "../check/faults/correct-email.ts";
import { runGit } from "../diff/git-project.ts";
import { createProject, tsconfig } from "../preview/server/test-project.ts";
import { buildCli, runCli } from "./run-cli.ts";

beforeAll(buildCli);

const faulty = orderSource
  .replace('"ID"', '"order"')
  .replace("/static/desk.png", "https://shop.example/desk.png")
  .replace(
    'orderUrl: "https://shop.example/orders/4711" },\n    "long',
    'orderUrl: "http://shop.example/orders/4711" },\n    "long',
  )
  .replace("Hello {name},", "Hello {String(undefined)},");

const frame = frameSource.replace("/static/mark.png", "https://shop.example/mark.png");

function openProject(files: Readonly<Record<string, string>>) {
  const check = new URL("../../src/check/index.ts", import.meta.url).pathname;
  const project = createProject({
    "tsconfig.json": tsconfig({ "letterpress/check": [check] }),
    "emails/_frame.tsx": frame,
    ...files,
  });
  onTestFinished(() => project.dispose());
  return project;
}

async function run(root: string, ...args: readonly string[]) {
  const command = runCli(["check", "--no-config", ...args], root);
  return { code: await command.ends(), text: command.printed() };
}

describe("letterpress check", () => {
  test("tells what is wrong, with the line that makes it", async () => {
    const { root } = openProject({ "emails/order.tsx": faulty });
    const { code, text } = await run(root);
    expect(code).toBe(1);
    expect(text).toContain("error  A value is not there, and undefined stands in its place");
    expect(text).toMatch(/emails\/order\.tsx:11:\d+/);
    expect(text).toContain("> 11 |");
    expect(text).toContain("1 email, 2 variants checked: 1 error, 1 warning found");
  });

  test("makes the certain changes, knows a baseline, and says when it could not run", async () => {
    const project = openProject({ "emails/order.tsx": faulty });
    const { root } = project;
    expect((await run(root, "--write-baseline")).code).toBe(0);
    expect((await run(root, "--baseline", "letterpress.baseline.json", "--max", "info")).code).toBe(
      0,
    );

    expect((await run(root, "--fix")).text).toContain("1 change made");
    const fixed = readFileSync(project.path("emails/order.tsx"), "utf8");
    expect(fixed).toBe(faulty.replace('"http://shop', '"https://shop'));

    expect((await run(root, "--format", "poem")).code).toBe(2);
  });

  test("says what to install where there is no SpamAssassin to ask", async () => {
    const { root } = openProject({ "emails/order.tsx": faulty });
    vi.stubEnv("PATH", "");
    onTestFinished(() => void vi.unstubAllEnvs());
    const { code, text } = await run(root, "--spam");
    expect(code).toBe(2);
    expect(text).toContain("there is no 'spamassassin' on this machine. Install it: 'apt-get");
  });

  test("reads letterpress.config.ts, and fails an exception that lets nothing pass", async () => {
    const project = openProject({
      "emails/order.tsx": faulty.replace(
        "<Paragraph>Hello",
        "{/* letterpress-allow unrendered-values: it shows what the check does */}\n      <Paragraph>Hello",
      ),
      "letterpress.config.js": `export default { checks: {
        rules: { "insecure-link": "off" },
        exceptions: [{ rule: "contrast", emails: "order", reason: "an old brand colour" }],
      } };`,
    });
    const { code, text } = await run(project.root, "--max", "info");
    expect(code).toBe(1);
    expect(text).toContain("nothing found");
    expect(text).toContain("the exception for contrast (“an old brand colour”) lets nothing pass");
    expect(text).not.toContain("letterpress-allow unrendered-values");
  });

  test("--watch checks again what is made of a saved file; --changed what differs from a commit", async () => {
    const welcome = orderSource
      .replace('"ID"', '"welcome"')
      .replace("/static/desk.png", "https://shop.example/desk.png");
    const plain = `import { defineEmail } from "letterpress";
export default defineEmail({ id: "plain", subject: "Hi", component: () => <p>Hi</p>, variants: { default: {} } });
`;
    const project = openProject({
      "emails/order.tsx": faulty,
      "emails/welcome.tsx": welcome,
      "emails/plain.tsx": plain,
    });
    const { root } = project;
    project.write(".gitignore", "node_modules");
    runGit(root, "init", "--quiet");
    runGit(root, "add", "--all");
    runGit(root, "commit", "--quiet", "--message", "one");

    const watching = runCli(["check", "--no-config", "--watch"], root);
    await watching.prints(/Waiting for a change\. Ctrl-C ends/);
    expect(watching.printed()).toContain("3 emails, 5 variants checked");
    // The component that two of them share.
    project.write("emails/_frame.tsx", frame.replace("Shop Ltd", "Shop Ltd undefined"));
    await watching.prints(
      /2 emails, 4 variants checked[^\n]*\s+Waiting for a change; \d+ findings/,
    );
    watching.child.kill("SIGINT");
    expect(await watching.ends()).toBe(0);

    const changed = await run(root, "--changed");
    expect(changed.text).toContain("2 emails, 4 variants checked");
  });
});
