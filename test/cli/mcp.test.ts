import { Client } from "@modelcontextprotocol/client";
import { StdioClientTransport } from "@modelcontextprotocol/client/stdio";
import { beforeAll, expect, onTestFinished, test } from "vitest";
import { createProject, emailShowing } from "../preview/server/test-project.ts";
import { buildCli, script } from "./run-cli.ts";

beforeAll(buildCli);

test("letterpress mcp serves its tools on standard input and output, whatever emails print", async () => {
  const project = createProject({
    "emails/hello.tsx": `console.log("from an email");\n${emailShowing("Hello")}`,
  });
  onTestFinished(() => project.dispose());
  const transport = new StdioClientTransport({
    ...{ command: process.execPath, args: [script, "mcp", "--smtp-port", "0"] },
    ...{ cwd: project.root, stderr: "pipe" },
  });
  let printed = "";
  transport.stderr?.on("data", (chunk) => {
    printed += chunk;
  });
  const client = new Client({ name: "test", version: "1" });
  onTestFinished(() => client.close());
  await client.connect(transport);
  const call = async (name: string, given: Record<string, unknown> = {}) =>
    JSON.stringify((await client.callTool({ name, arguments: given })).content);
  expect(await call("list_emails")).toContain("hello  emails/hello.tsx");
  expect(await call("render_email", { id: "hello" })).toContain("Hello");
  expect(await call("send_email", { id: "hello" })).toContain("Taken for you@example.com");
  expect(await call("list_messages")).toContain("you@example.com");
  expect(printed).toContain("from an email\n");
  expect(printed).toMatch(
    /^Preview http:\/\/127\.0\.0\.1:\d+\/ {2}Inbox smtp:\/\/127\.0\.0\.1:\d+\n/m,
  );
});
