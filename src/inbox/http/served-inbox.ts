import type { InboxView } from "../inbox.ts";
import type { LocalPostmark } from "../local-postmark.ts";

/** An inbox, or a mailbox of one; Postmark's API is that of the whole inbox. */
export type ServedInbox = InboxView & { readonly postmark?: LocalPostmark | undefined };

/** Where Postmark's API is served, beside the inbox's own. */
export const postmarkPrefix = "/postmark";
