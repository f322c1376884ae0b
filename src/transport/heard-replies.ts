import type { Socket } from "node:net";

/** A line that others of the same reply follow. @see RFC 5321 §4.2.1 */
const goesOn = /^\d{3}-/;

/** A refusal: known from its code, which every line of a reply repeats, so even when it is cut short. */
const refusal = /^[45]\d{2}[ -]/;

/**
 * What the server has said since a message was begun, whether or not the dialogue came to act on
 * it. nodemailer acts on one reply a turn and forgets the rest when the connection ends, which may
 * be the one that says why.
 */
export class HeardReplies {
  #chunks: Buffer[] = [];

  /** @param socket where the server's words come in, decrypted */
  constructor(socket: Socket) {
    socket.on("data", (chunk: Buffer) => this.#chunks.push(chunk));
  }

  /** Forgets all: another message begins. */
  clear(): void {
    if (this.#chunks.length > 0) this.#chunks = [];
  }

  /** The replies in order, the lines of each joined with a line feed. One cut short counts only as a refusal. */
  read(): readonly string[] {
    const lines = Buffer.concat(this.#chunks).toString("utf8").split(/\r?\n/);
    const unended = lines.pop() ?? "";
    const replies: string[] = [];
    let begun = "";
    for (const line of lines) {
      if (line.trim() === "") continue;
      const reply = begun === "" ? line : `${begun}\n${line}`;
      begun = goesOn.test(line) ? reply : "";
      if (begun === "") replies.push(reply);
    }
    const rest = [begun, unended].filter((line) => line !== "").join("\n");
    return refusal.test(rest) ? [...replies, rest] : replies;
  }
}
