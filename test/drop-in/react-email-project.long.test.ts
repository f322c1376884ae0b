import { cp, readFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { letterpress } from "letterpress/vite";
import { createServer, type ViteDevServer } from "vite";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type {
  EmailList,
  EmailView,
  InboxList,
  RenderSuccess,
  SendResult,
} from "../../preview/protocol/index.ts";
import { openWorkspace, type Project, type Workspace } from "../build/workspace.ts";

const fixture = resolve(import.meta.dirname, "../fixtures/react-email-project");

/** Every email of the project, and what a reader sees of it. */
const emails: Readonly<Record<string, readonly string[]>> = {
  "auth/magic-code": ["418-277", "Type this code"],
  "auth/reset-password": ["Hi Alan", "https://harbour.example/reset?token=aZ19"],
  "billing/invoice": ["Crew berth", "£147.00", "See the invoice"],
  "legacy/goodbye": ["Fair winds, Edsger."],
  "legacy/survey": ["Two questions", "https://harbour.example/survey"],
  "newsletter/changelog": ["Logbook 2.4", "Fewer clicks", "every port", "npx logbook@2.4"],
  "newsletter/digest": ["Tides of the month", "https://harbour.example/buoy"],
  "notifications/forecast": ["Wind at Whitby: 12 knots"],
  "orders/receipt": ["H-2041", "Dock line, 12 m", "£74.60"],
  "orders/shipped": ["Your parcel has left the quay", "It travels by courier."],
  "team/invite": ["asks you to join the crew", "Kittiwake"],
  welcome: ["Welcome aboard, Grace", "Name your boat", "Invite your crew"],
};
const ids = Object.keys(emails);

/** What a template's HTML must hold beside its words. */
const marks: Readonly<Record<string, readonly RegExp[]>> = {
  "newsletter/digest": [/border-bottom:\s*2px dashed #0b5c7a/, /background-color:/],
  "newsletter/changelog": [/<span[^>]*style="[^"]*color:/, /@font-face/, /color:\s*#0b5c7a/],
  "orders/shipped": [/padding:\s*18px/, /<style>[^<]*@media/, /color:\s*#06394c/],
};

async function serve({ root }: Project): Promise<ViteDevServer> {
  const server = await createServer({
    root,
    configFile: false,
    logLevel: "error",
    server: { port: 0 },
    plugins: [letterpress({ smtpPort: 0, base: "/" })],
  });
  return server.listen();
}

function urlOf(server: ViteDevServer): string {
  return server.resolvedUrls?.local[0]?.replace(/\/$/, "") ?? "";
}

describe("a project made for React Email, as it is", () => {
  let workspace: Workspace;
  let project: Project;
  let server: ViteDevServer;
  let url: string;

  beforeAll(async () => {
    workspace = await openWorkspace();
    project = await workspace.project({});
    await cp(fixture, project.root, { recursive: true });
    server = await serve(project);
    url = urlOf(server);
  });

  afterAll(async () => {
    await server?.close();
    await workspace?.dispose();
  });

  async function json<T>(path: string, init?: RequestInit): Promise<T> {
    return (await fetch(url + path, init)).json() as Promise<T>;
  }

  async function previewOf(id: string): Promise<RenderSuccess> {
    const { result } = await json<EmailView>(`/api/emails/${id}`);
    if (result.status === "rendered") return result;
    throw new Error(`${id}: ${result.message}\n${result.codeFrame}\n${result.stack.join("\n")}`);
  }

  test("shows its emails in the preview, and neither helpers, components nor drafts", async () => {
    const list = await json<EmailList>("/api/emails");
    expect(list.emails.map(({ id }) => id)).toEqual(ids);
  });

  test.each(ids)("shows %s with its PreviewProps", async (id) => {
    const { html, text } = await previewOf(id);
    for (const words of emails[id] ?? []) expect(text).toContain(words);
    for (const mark of marks[id] ?? []) expect(html).toMatch(mark);
    expect(html).not.toMatch(/undefined|\[object Object\]/);
  });

  test("serves its static folder", async () => {
    const response = await fetch(`${url}/static/icons/rope.png`);
    const file = await readFile(join(fixture, "emails/static/icons/rope.png"));
    expect(Buffer.from(await response.arrayBuffer()).equals(file)).toBe(true);
  });

  test.each(ids)("sends %s into the inbox", async (id) => {
    const sent = await json<SendResult>("/api/send", {
      method: "POST",
      headers: { "content-type": "application/json", "x-letterpress": "1" },
      body: JSON.stringify({ emailId: id, variant: "default", to: ["crew@harbour.example"] }),
    });
    expect(sent).toMatchObject({ status: "sent", accepted: ["crew@harbour.example"] });
    const { messages } = await json<InboxList>("/api/inbox");
    expect(messages.map((message) => message.id)).toContain(
      sent.status === "sent" ? sent.inboxId : undefined,
    );
  });

  test("is built, with types, and renders in plain Node what the preview shows", async () => {
    const { emails: built, warnings } = await project.mustBuild();
    expect(warnings).toEqual([]);
    expect(built.map(({ id }) => id)).toEqual(ids);
    const { stdout } = await project.node(
      `
      import { render } from "letterpress";
      import { emails } from "./dist/emails/index.js";
      const rendered = {};
      for (const [id, load] of Object.entries(emails)) {
        const { default: email } = await load();
        rendered[id] = await render(email, email.PreviewProps ?? {});
      }
      console.log(JSON.stringify(rendered));
    `,
    );
    const rendered: Record<string, { html: string; text: string }> = JSON.parse(stdout);
    for (const id of ids) {
      const { html, text } = await previewOf(id);
      expect(rendered[id]?.text).toBe(text);
      expect(rendered[id]?.html).toBe(html);
    }
    await project.write(
      "app.ts",
      `import { render } from "letterpress";
       import receipt from "./dist/emails/orders/receipt.js";
       import goodbye from "./dist/emails/legacy/goodbye.js";
       await render(receipt, { orderId: "1", lines: [{ title: "Rope", quantity: 1, price: 1 }] });
       await render(goodbye, { name: "Ada" });
       // @ts-expect-error no lines
       await render(receipt, { orderId: "1" });
       // @ts-expect-error a price in words
       await render(receipt, { orderId: "1", lines: [{ title: "Rope", quantity: 1, price: "one" }] });`,
    );
    // The project's own import of "react-email" waits for that package, or for this one's.
    expect(await project.tsc("-p", ".")).not.toMatch(/^(?:app|dist)/m);
  });

  test("addresses its images by the environment that it runs in", async () => {
    const { stdout } = await project.node(
      `
      import { render } from "letterpress";
      import welcome from "./dist/emails/welcome.js";
      console.log((await render(welcome, { firstName: "Ada" })).html);
    `,
      { env: { VERCEL_URL: "mail.harbour.example" } },
    );
    expect(stdout).toContain('src="https://mail.harbour.example/static/logo.png"');
    const logo = await project.read("dist/emails/static/logo.png");
    expect(logo).toBe(await readFile(join(fixture, "emails/static/logo.png"), "utf8"));
  });

  test("an imported image has the same address in the preview as where it is built", async () => {
    const other = await workspace.project({
      "emails/static/logo.svg": "<svg />",
      "emails/letter.tsx": `
        import { Html, Img } from "@react-email/components";
        import logo from "./static/logo.svg";
        export default () => <Html><Img src={logo} alt="Logo" /></Html>;`,
    });
    const preview = await serve(other);
    try {
      const response = await fetch(`${urlOf(preview)}/api/emails/letter`);
      const { result } = (await response.json()) as EmailView;
      expect(result).toMatchObject({ status: "rendered" });
      await other.mustBuild({ types: false });
      const { stdout } = await other.node(`
        import { render } from "letterpress";
        import Letter from "./dist/emails/letter.js";
        process.stdout.write((await render(Letter)).html);
      `);
      expect(stdout).toContain('src="/static/logo.svg"');
      expect(result.status === "rendered" && result.html).toBe(stdout);
    } finally {
      await preview.close();
    }
  });
});
