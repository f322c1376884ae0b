/** What {@link rawMessage} writes; what is left out has a value that Postmark takes. */
export interface RawMessageInput {
  readonly headers?: readonly string[];
  readonly from?: string;
  readonly subject?: string;
  readonly body?: string;
}

/** A message as a client writes it after DATA, without the final dot. */
export function rawMessage(input: RawMessageInput = {}): string {
  const { headers = [], from = "shop@example.com", subject = "Hello", body = "Hello." } = input;
  const lines = [`From: ${from}`, "To: ada@example.com", `Subject: ${subject}`, ...headers];
  return `${lines.join("\r\n")}\r\n\r\n${body}\r\n`;
}
