import type { FoundEmails } from "../../src/build/find-emails.ts";
import type { AgentSources } from "./agent/agent-sources.ts";
import type { CheckService } from "./checks/check-service.ts";
import type { PreviewFolders, ServedPreview } from "./served-preview.ts";
import type { RenderService } from "./views/render-service.ts";

/** What the preview tells those who started its server. */
export interface LetterpressApi {
  /**
   * `smtp://127.0.0.1:2525` once the inbox listens, or `undefined` when it is switched off.
   *
   * @throws {Error} when it cannot listen, and what would fix that
   */
  smtpUrl(): Promise<string | undefined>;
  /** All that the API answers to; empty before the server is there. */
  routes(): ServedPreview["routes"];
  /** Where what is served lies; `undefined` before the server is there. */
  folders(): Promise<PreviewFolders | undefined>;
  /** What is to be said of the emails folder at the start; empty when all of it is emails. */
  remarks(): readonly string[];
  /** Where phones reach the emails; `undefined` when they do not. */
  phoneUrl(): string | undefined;
  /** What checks emails; `undefined` before the server is there. */
  checks(): CheckService | undefined;
  /** What renders emails; `undefined` before the server is there. */
  renders(): RenderService | undefined;
  /** What tools for agents work with; `undefined` before the server is there. */
  agent(): AgentSources | undefined;
  /** What the emails folder holds now; `undefined` before the server is there. */
  found(): FoundEmails | undefined;
}
