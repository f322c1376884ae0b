import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { McpServer } from "@modelcontextprotocol/server";
import { findPackageRoot } from "../package-root.ts";
import type { AgentSources } from "./agent-sources.ts";
import type { Tool } from "./tool.ts";
import { tools } from "./tools/index.ts";

const instructions = `Emails of this project, as React components, with a local Postmark. list_emails tells ids; describe_email what an email takes. After a change of a source: render_email, check_email, screenshot_email. send_email reaches the inbox on this machine only. To test an app's mail: let the app send to the inbox, then wait_for_message gives its links and codes.`;

/** The package that speaks the protocol; an optional peer. */
export type Mcp = typeof import("@modelcontextprotocol/server");

/** Loads the package that speaks the protocol. @throws {Error} with what installs it */
export async function loadMcp(): Promise<Mcp> {
  try {
    return await import("@modelcontextprotocol/server");
  } catch (error) {
    throw new Error(
      "Cannot serve MCP: @modelcontextprotocol/server is not installed; install with: npm install --save-dev @modelcontextprotocol/server@2",
      { cause: error },
    );
  }
}

/** Creates a server with all tools. It holds no state, so that one may be made for each request. */
export function createAgentServer(mcp: Mcp, sources: AgentSources): McpServer {
  const server = new mcp.McpServer(
    { name: "letterpress", version: ownVersion() },
    { instructions },
  );
  for (const tool of tools) {
    const { name, title, description, isReadOnly } = tool;
    server.registerTool(
      name,
      {
        ...{ title, description },
        inputSchema: mcp.fromJsonSchema<Record<string, unknown>>(toJsonSchema(tool)),
        annotations: { readOnlyHint: isReadOnly, destructiveHint: false, openWorldHint: false },
      },
      (given) => answer(tool, given, sources),
    );
  }
  return server;
}

function ownVersion(): string {
  return JSON.parse(readFileSync(join(findPackageRoot(), "package.json"), "utf8")).version;
}

function toJsonSchema({ input }: Tool) {
  const properties = Object.fromEntries(
    Object.entries(input).map(([name, { required: _, ...schema }]) => [name, schema]),
  );
  const required = Object.entries(input).flatMap(([name, one]) => (one.required ? [name] : []));
  return { type: "object" as const, properties, required, additionalProperties: false };
}

/** What fails is an answer too: an agent reads it, and tries again. */
async function answer(tool: Tool, given: Record<string, unknown>, sources: AgentSources) {
  try {
    const said = await tool.run(given as never, sources);
    const { text, picture = undefined } = typeof said === "string" ? { text: said } : said;
    const data = picture && Buffer.from(picture).toString("base64");
    return {
      content: [
        { type: "text" as const, text },
        ...(data ? [{ type: "image" as const, data, mimeType: "image/png" }] : []),
      ],
    };
  } catch (error) {
    const text = error instanceof Error ? error.message : String(error);
    return { isError: true, content: [{ type: "text" as const, text }] };
  }
}
