import type { Inbox } from "../../../src/inbox/inbox.ts";
import type { CheckService } from "../checks/check-service.ts";
import type { EmailListing } from "../emails/email-list.ts";
import type { SendSources } from "../send/send-state.ts";
import type { RenderService } from "../views/render-service.ts";

/** What tools for agents work with: the preview that is open. */
export interface AgentSources {
  /** Absolute. */
  readonly root: string;
  /** Where images are looked for, `/static/` in the first; absolute. */
  readonly imageFolders: { readonly staticDir: string; readonly publicDir: readonly string[] };
  readonly listing: EmailListing;
  readonly renders: RenderService;
  readonly checks: CheckService;
  /** @throws {Error} when the inbox is switched off */
  readonly inbox: () => Promise<Inbox>;
  readonly send: SendSources;
  /** Address of the outbox's database; `undefined` where none is named. */
  readonly outboxUrl: string | undefined;
}
