/** What nodemailer's connection tells its logger; only the two entries that show the dialogue. */
export interface DialogueListener {
  /**
   * A command was written.
   *
   * @param verb its first word
   * @param shown the command with what belongs to a login masked
   */
  readonly onCommand: (verb: string, shown: string) => void;
  /** A complete reply was read, before anything is done about it. */
  readonly onReply: (reply: string) => void;
}

/** Stands where a user name or a password stood. */
const mask = "••••";

/**
 * A logger for nodemailer's `transactionLog`, the one public place where its commands and replies
 * show. It writes nothing anywhere: nodemailer logs the user name, which with Postmark is the token.
 */
export function createDialogueLog(listener: DialogueListener) {
  const ignore = () => undefined;
  let isLogin = false;

  function hearCommand(text: string): void {
    const verb = /^\w*/.exec(text)?.[0] ?? "";
    // From AUTH until the server has no more questions, every line may be a secret.
    const [, mechanism] = /^AUTH (\S+)/i.exec(text) ?? [];
    const shown = mechanism ? `AUTH ${mechanism} ${mask}` : isLogin ? mask : text;
    isLogin ||= mechanism !== undefined;
    listener.onCommand(verb, shown);
  }

  return {
    debug(entry: { readonly tnx?: unknown }, message?: unknown) {
      if (entry.tnx === "server") {
        const reply = String(message);
        isLogin &&= reply.startsWith("334");
        listener.onReply(reply);
      } else if (entry.tnx === "client") hearCommand(String(message));
    },
    trace: ignore,
    info: ignore,
    warn: ignore,
    error: ignore,
    fatal: ignore,
  };
}
