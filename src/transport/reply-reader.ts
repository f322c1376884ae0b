/** Far above any reply: a server that goes past it is not to be listened to. */
const maxReplyLength = 65_536;

const hyphen = 45;

/** Puts replies together from what a socket reads. */
export class ReplyReader {
  /** The line that has not ended yet. */
  #rest = "";
  /** Lines of a reply that goes on. */
  #begun = "";

  /** What was read of a reply that has not ended. */
  get rest(): string {
    return decode(`${this.#begun}${this.#rest}`).trimEnd();
  }

  /**
   * Reads on.
   *
   * @returns the replies that are complete now, lines joined with a line feed, each with its code;
   * `undefined` when one is longer than replies are
   */
  read(chunk: Buffer): readonly string[] | undefined {
    const text = this.#rest + chunk.toString("latin1");
    const replies: string[] = [];
    let start = 0;
    for (let end = text.indexOf("\n"); end >= 0; end = text.indexOf("\n", start)) {
      const line = text.slice(start, text[end - 1] === "\r" && end > start ? end - 1 : end);
      start = end + 1;
      if (line.charCodeAt(3) === hyphen && /^\d{3}/.test(line)) this.#begun += `${line}\n`;
      else if (line !== "" || this.#begun !== "") {
        replies.push(decode(this.#begun + line));
        this.#begun = "";
      }
    }
    this.#rest = text.slice(start);
    return this.#rest.length + this.#begun.length > maxReplyLength ? undefined : replies;
  }
}

/** Replies are ASCII, or UTF-8 where a server speaks another language (RFC 6531 §3.7.4.2). */
function decode(octets: string): string {
  return /[\x80-\xff]/.test(octets) ? Buffer.from(octets, "latin1").toString("utf8") : octets;
}
