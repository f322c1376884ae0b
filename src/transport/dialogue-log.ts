/** What nodemailer's connection tells its logger; only the two entries that show the dialogue. */
export interface DialogueListener {
  /** A command was written; its first word only, for what follows may be a secret. */
  readonly onCommand: (verb: string) => void;
  /** A complete reply was read, before anything is done about it. */
  readonly onReply: (reply: string) => void;
}

/**
 * A logger for nodemailer's `transactionLog`, the one public place where its commands and replies
 * show. It writes nothing anywhere: nodemailer logs the user name, which with Postmark is the token.
 */
export function createDialogueLog(listener: DialogueListener) {
  const ignore = () => undefined;
  return {
    debug(entry: { readonly tnx?: unknown }, message?: unknown) {
      if (entry.tnx === "server") listener.onReply(String(message));
      else if (entry.tnx === "client") listener.onCommand(/^\w*/.exec(String(message))?.[0] ?? "");
    },
    trace: ignore,
    info: ignore,
    warn: ignore,
    error: ignore,
    fatal: ignore,
  };
}
