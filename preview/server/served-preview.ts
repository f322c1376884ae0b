import type { FoundEmails } from "../../src/build/find-emails.ts";
import type { Inbox } from "../../src/inbox/inbox.ts";
import type { AgentSources } from "./agent/agent-sources.ts";
import type { Route } from "./api/router.ts";
import type { CheckService } from "./checks/check-service.ts";
import type { RenderService } from "./views/render-service.ts";

/** A preview that is being served. */
export interface ServedPreview {
  /** The inbox, once it listens; `undefined` when it is switched off. @throws when it cannot */
  inbox(): Promise<Inbox | undefined>;
  /** Where phones reach the emails; `undefined` when they do not. */
  readonly phoneUrl: string | undefined;
  /** What is to be said of the emails folder: that it is not there, or which files hold no email. */
  remarks(): readonly string[];
  /** What the emails folder holds now. */
  found(): FoundEmails;
  readonly checks: CheckService;
  readonly renders: RenderService;
  /** What tools for agents work with. */
  readonly agent: AgentSources;
  /** All that the API answers to. */
  readonly routes: readonly Pick<Route, "method" | "path">[];
  /** Where what is served lies. @throws {Error} when the app cannot be built */
  folders(): Promise<PreviewFolders>;
  close(reason: "restart" | "close"): Promise<void>;
}

/** Absolute paths of what a preview serves. */
export interface PreviewFolders {
  /** The built app. */
  readonly appDir: string;
  readonly emailsDir: string;
}
