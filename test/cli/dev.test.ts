import { once } from "node:events";
import { connect, createServer, type Server } from "node:net";
import { resolve } from "node:path";
import { beforeAll, describe, expect, onTestFinished, test, vi } from "vitest";
import type { EmailList, EmailView, Project } from "../../preview/protocol/index.ts";
import { createProject, emailShowing } from "../preview/server/test-project.ts";
import { buildCli, runCli } from "./run-cli.ts";

beforeAll(buildCli);

function openProject(files: Readonly<Record<string, string>> = {}): string {
  const project = createProject({ "emails/a.tsx": emailShowing("A"), ...files });
  onTestFinished(() => project.dispose());
  return project.root;
}

/** Takes a port, any or a certain one. */
async function takePort(port = 0): Promise<number> {
  const server: Server = createServer();
  onTestFinished(() => void server.close());
  server.listen(port, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (typeof address !== "object" || address === null) throw new Error("no port");
  return address.port;
}

async function json<T>(url: string): Promise<T> {
  return (await fetch(url)).json() as Promise<T>;
}

function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, "127.0.0.1");
    socket.on("connect", () => resolve(true)).on("error", () => resolve(false));
    socket.on("connect", () => socket.destroy());
  });
}

describe("letterpress dev", () => {
  test("serves a project that has no Vite config, and says where", async () => {
    const command = runCli(["dev", "--port", "0", "--smtp-port", "0"], openProject());
    const [, url] = await command.prints(/Preview {2}(http:\/\/127\.0\.0\.1:\d+\/)\n/);
    const [, smtpUrl] = await command.prints(/Inbox {4}(smtp:\/\/127\.0\.0\.1:\d+)\n/);
    await command.prints(/^ {2}Ready in \d+ ms\. Ends with Ctrl-C\.$/m);
    expect(command.printed()).toMatch(/^\n {2}Letterpress \d+\.\d+\.\d+\n\n {2}Preview /);
    expect((await json<EmailList>(`${url}api/emails`)).emails.map(({ id }) => id)).toEqual(["a"]);
    expect((await json<Project>(`${url}api/project`)).send.address).toBe(smtpUrl);
  });

  test("says that the emails folder is not there, as build does", async () => {
    const project = createProject({ "mails/hello.tsx": emailShowing("Hello") });
    onTestFinished(() => project.dispose());
    const command = runCli(["dev", "--port", "0", "--smtp-port", "0"], project.root);
    await command.prints(/Warning: \S*emails is not there; name another with --emails/);
  });

  test("names the files of the emails folder that hold no email", async () => {
    const root = openProject({ "emails/theme.ts": "export default {};" });
    const command = runCli(["dev", "--port", "0", "--smtp-port", "0"], root);
    await command.prints(
      /1 file holds no email:\n {2}emails\/theme\.ts: its default export is an object/,
    );
  });

  test("takes the ports and the folder that it is told", async () => {
    const [port, smtpPort] = await freePorts();
    const root = openProject({ "mail/b.tsx": emailShowing("B") });
    const args = ["--port", `${port}`, "--smtp-port", `${smtpPort}`, "--emails", "mail"];
    const command = runCli(["dev", ...args], root);
    await command.prints(new RegExp(`http://127\\.0\\.0\\.1:${port}/`));
    await command.prints(new RegExp(`smtp://127\\.0\\.0\\.1:${smtpPort}\n`));
    const { emails } = await json<EmailList>(`http://127.0.0.1:${port}/api/emails`);
    expect(emails.map(({ id }) => id)).toEqual(["b"]);
  });

  test("honours a Vite config, one that has the plugin too, and the command line wins", async () => {
    const plugin = resolve(import.meta.dirname, "../../preview/server/index.ts");
    const config = `import { letterpress } from ${JSON.stringify(plugin)};
export default { plugins: [letterpress({ emailsDir: "mail" })] };`;
    const emails = { "mail/b.tsx": emailShowing("B"), "post/c.tsx": emailShowing("C") };
    const free = ["--port", "0", "--smtp-port", "0"];
    for (const [files, args, id] of [
      [{ "vite.config.ts": config }, [], "b"],
      [{ "vite.config.ts": config }, ["--emails", "post"], "c"],
      [{ "vite.config.js": `export default { letterpress: { emailsDir: "mail" } };` }, [], "b"],
    ] as const) {
      const command = runCli(["dev", ...free, ...args], openProject({ ...emails, ...files }));
      const [, url] = await command.prints(/Preview {2}(\S+)/);
      const listed = await json<EmailList>(`${url}api/emails`);
      expect(listed.emails.map((email) => email.id)).toEqual([id]);
      const { result } = await json<EmailView>(`${url}api/emails/${id}`);
      expect(result).toMatchObject({ status: "rendered", subject: "Hello Ada" });
    }
  });

  test("takes the next free port when the usual one is in use", async () => {
    for (const port of [5173, 2525]) if (!(await answers(port))) await takePort(port);
    const command = runCli(["dev"], openProject());
    const [, port] = await command.prints(/http:\/\/127\.0\.0\.1:(\d+)\//);
    const [, smtpPort] = await command.prints(/smtp:\/\/127\.0\.0\.1:(\d+)/);
    expect(Number(port)).toBeGreaterThan(5173);
    expect(Number(smtpPort)).toBeGreaterThan(2525);
  });

  test("fails when a port that was asked for is in use, and says which", async () => {
    const taken = await takePort();
    const root = openProject();
    const web = runCli(["dev", "--port", `${taken}`, "--smtp-port", "0"], root);
    expect(await web.ends()).toBe(1);
    expect(web.printed()).toBe(
      `Cannot start the preview: port ${taken} is in use; stop what listens there, or choose another with --port\n`,
    );
    const mail = runCli(["dev", "--port", "0", "--smtp-port", `${taken}`], root);
    expect(await mail.ends()).toBe(1);
    expect(mail.printed()).toBe(
      `Cannot start the inbox: SMTP port ${taken} is in use; stop what listens there, or choose another with --smtp-port\n`,
    );
  });

  test("lives on when an email's code fails after its render", async () => {
    const root = openProject({
      "emails/late.tsx": emailShowing(
        "Late",
        `Promise.reject(new Error("nobody waits"));\nsetTimeout(() => { throw new Error("too late"); });`,
      ),
    });
    const command = runCli(["dev", "--port", "0", "--smtp-port", "0"], root);
    const [, url] = await command.prints(/Preview {2}(\S+)/);
    const view = () => json<EmailView>(`${url}api/emails/late`);
    expect((await view()).result.status).toBe("rendered");
    await command.prints(/Failed outside of any render: Error: nobody waits/);
    await command.prints(/Failed outside of any render: Error: too late/);
    expect((await view()).result.status).toBe("rendered");
  });

  test.each(["SIGINT", "SIGTERM"] as const)(
    "ends cleanly at %s, open pages or not",
    async (signal) => {
      const command = runCli(["dev", "--port", "0", "--smtp-port", "0"], openProject());
      const [, url = ""] = await command.prints(/Preview {2}(\S+)/);
      const [, smtpPort] = await command.prints(/smtp:\/\/127\.0\.0\.1:(\d+)/);
      const events = await fetch(`${url}api/events`);
      const mail = connect(Number(smtpPort), "127.0.0.1");
      await once(mail, "data");
      const mailEnded = once(mail, "close");
      command.child.kill(signal);
      expect(await command.ends()).toBe(0);
      await events.text().catch(() => undefined);
      await mailEnded;
      expect(await answers(Number(new URL(url).port))).toBe(false);
      expect(await answers(Number(smtpPort))).toBe(false);
    },
  );
});

describe("letterpress", () => {
  test("shows its usage and its version", async () => {
    const root = openProject();
    const help = runCli([], root);
    expect(await help.ends()).toBe(0);
    expect(help.printed()).toContain("letterpress <command>");
    const devHelp = runCli(["dev", "--help"], root);
    expect(await devHelp.ends()).toBe(0);
    expect(devHelp.printed()).toContain("--smtp-port N");
    const version = runCli(["--version"], root);
    expect(await version.ends()).toBe(0);
    expect(version.printed()).toMatch(/^\d+\.\d+\.\d+\n$/);
  });

  test("stays quiet and goes on when nobody reads what it prints", async () => {
    const project = createProject({
      "emails/bare.tsx": "export default function Bare() { return <p>Hello</p>; }\n",
    });
    onTestFinished(() => project.dispose());
    const [port, smtpPort] = await freePorts();
    const args = ["dev", "--port", `${port}`, "--smtp-port", `${smtpPort}`];
    const command = runCli(args, project.root);
    command.child.stdout?.destroy();
    await vi.waitFor(() => fetch(`http://127.0.0.1:${port}/api/emails`), { timeout: 20_000 });
    command.child.kill("SIGTERM");
    expect(await command.ends()).toBe(0);
    expect(command.printed()).toBe("");
  });

  test("says what it does not know, and exits with 2", async () => {
    const root = openProject();
    const option = runCli(["dev", "--prot", "1"], root);
    expect(await option.ends()).toBe(2);
    expect(option.printed()).toMatch(
      /^Cannot run dev: unknown option '--prot'; did you mean --port\?\n\nUsage: letterpress dev/,
    );
    const command = runCli(["serve"], root);
    expect(await command.ends()).toBe(2);
    expect(command.printed()).toMatch(/^Cannot run "serve": there is no such command\n\nUsage:/);
  });
});

/** Two ports that nobody has taken just now. */
async function freePorts(): Promise<readonly [number, number]> {
  const servers = [createServer().listen(0, "127.0.0.1"), createServer().listen(0, "127.0.0.1")];
  const ports: number[] = [];
  for (const server of servers) {
    if (!server.listening) await once(server, "listening");
    const address = server.address();
    if (typeof address === "object" && address) ports.push(address.port);
    server.close();
    await once(server, "close");
  }
  const [first = 0, second = 0] = ports;
  return [first, second];
}
