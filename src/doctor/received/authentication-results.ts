/** One method of an `Authentication-Results` field, and what it came to. */
export interface AuthResult {
  /** "dkim", "spf", "dmarc", lower case. */
  readonly method: string;
  /** "pass", "fail", "none", lower case. */
  readonly result: string;
  /** `header.d`, `smtp.mailfrom`, lower case names. */
  readonly properties: ReadonlyMap<string, string>;
}

/** A field as a receiver wrote it. */
export interface AuthenticationResults {
  /** Who checked. */
  readonly by: string;
  readonly results: readonly AuthResult[];
}

/** Reads the value of an `Authentication-Results` field. @see RFC 8601 §2.2 */
export function readAuthenticationResults(value: string): AuthenticationResults {
  const [first = "", ...others] = splitOutsideQuotes(withoutComments(value));
  // Microsoft leaves out who it is, and begins with the first result.
  const isNamed = !/^[a-z][a-z\d-]*\s*=/i.test(first);
  const parts = isNamed ? others : [first, ...others];
  const results = parts.flatMap((part): AuthResult[] => {
    const [, method, result, rest = ""] =
      /^\s*([a-z][a-z\d-]*)\s*(?:\/\s*\d+\s*)?=\s*([a-z]+)(.*)$/is.exec(part) ?? [];
    if (method === undefined || result === undefined) return [];
    const properties = new Map<string, string>();
    for (const [, name = "", quoted, bare] of rest.matchAll(
      /([a-z]+\.[a-z\d_-]+|reason)\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s]+))/gi,
    )) {
      properties.set(name.toLowerCase(), quoted ?? bare ?? "");
    }
    return [{ method: method.toLowerCase(), result: result.toLowerCase(), properties }];
  });
  return { by: (isNamed && first.split(/\s+/)[0]) || "the receiver", results };
}

/** The domain in a property: `bounce@pm-bounces.shop.example`, `@shop.example`, `shop.example`. */
export function domainIn(property: string | undefined): string | undefined {
  const domain = property
    ?.replace(/^.*@/s, "")
    .replace(/[<>]/g, "")
    .replace(/\.$/, "")
    .toLowerCase();
  return domain || undefined;
}

function withoutComments(text: string): string {
  let depth = 0;
  let isQuoted = false;
  let out = "";
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at] ?? "";
    if (character === "\\") {
      if (depth === 0) out += text.slice(at, at + 2);
      at += 1;
    } else if (character === '"' && depth === 0) {
      isQuoted = !isQuoted;
      out += character;
    } else if (character === "(" && !isQuoted) depth += 1;
    else if (character === ")" && depth > 0) {
      depth -= 1;
      out += " ";
    } else if (depth === 0) out += character;
  }
  return out;
}

function splitOutsideQuotes(text: string): readonly string[] {
  return (text.match(/(?:"(?:[^"\\]|\\.)*"|[^;"]|")+/g) ?? []).map((part) => part.trim());
}
