/** What may not stand in a URL before its `@`, and how it is written there. @see RFC 3986 §3.2.1 */
const escapes: Readonly<Record<string, string>> = { "#": "%23", "/": "%2F", "?": "%3F" };

/** What may follow the last `@`: a host and perhaps a port. */
const hostAndPort = /^(?:\[[\da-f:.]+\]|[\p{L}\p{M}\p{N}._-]+)(?::\d*)?\/?$/iu;

/**
 * Reads the URL of an SMTP server. What is wrong with one is told without the URL, which may hold a
 * password.
 *
 * @throws {TypeError} that names the option `url` and says what to change
 */
export function parseSmtpUrl(input: unknown): URL {
  const text = typeof input === "string" ? input.trim() : "";
  const problem = problemOfText(text);
  if (problem) throw new TypeError(`Option 'url' ${problem}`);
  if (!URL.canParse(text)) {
    throw new TypeError("Option 'url' must be a URL such as smtp://127.0.0.1:2525");
  }
  const url = new URL(text);
  if (url.protocol === "smtps:") {
    throw new TypeError(
      "Option 'url' begins with smtps://, TLS from the first byte, which Postmark does not offer; use smtp:// and STARTTLS",
    );
  }
  if (url.protocol !== "smtp:" || url.hostname === "") {
    throw new TypeError("Option 'url' must look like smtp://host:port");
  }
  if (url.search || url.hash || !["", "/"].includes(url.pathname)) {
    throw new TypeError("Option 'url' must end after the port; there are no settings in it");
  }
  if ((url.username === "") !== (url.password === "")) {
    throw new TypeError("Option 'url' must hold both user name and password, or neither");
  }
  return url;
}

/** What a parser of URLs would read as something else, or refuse without saying where. */
function problemOfText(text: string): string | undefined {
  if (/^["'`“”‘’]|["'`“”‘’]$/u.test(text)) return "stands in quotes; take them off";
  const authority = /^smtps?:\/\/(.*)$/is.exec(text)?.[1];
  if (authority === undefined) return undefined;
  const at = authority.lastIndexOf("@");
  const login = authority.slice(0, Math.max(at, 0));
  const found = Object.keys(escapes).filter((character) => login.includes(character));
  if (found.length > 0 && hostAndPort.test(authority.slice(at + 1))) {
    const written = found.map((character) => `${character} as ${escapes[character]}`).join(", ");
    return `has a user name or password that holds ${found.join(" and ")}, which ends it there; percent-encode it: write ${written}`;
  }
  const port = /:(\d{5,})\/?$/.exec(authority)?.[1];
  return Number(port) > 65_535 ? "must name a port from 1 to 65535" : undefined;
}
