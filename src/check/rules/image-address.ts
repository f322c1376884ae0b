import { fileNameOf, imagesOf } from "../document/images.ts";
import { isPlaceholder } from "../document/links.ts";
import type { Rule } from "../rule.ts";

/** Letterpress attaches what lies there. */
const ownFolder = /^\/static\//;
/** What clients take in an address before the mail is too large. */
const mostData = 10 * 1024;

/** Each picture is where a reader's client finds it. */
export const imageAddress: Rule = {
  name: "image-address",
  subject: "images",
  severity: "error",
  summary: "Each picture has a whole address: none is empty, relative, `file:` or a long `data:`.",
  reason:
    "A mail has no site and no folder: the reader sees an empty frame. Gmail shows no `data:` picture.",
  source: "https://www.caniemail.com/features/image-base64/",
  check(email, report) {
    for (const { element, src } of imagesOf(email)) {
      if (isPlaceholder(src) || /^cid:./i.test(src) || email.images?.has(src)) continue;
      const fault = judge(src);
      if (!fault) continue;
      const [message, advice] = fault;
      report({
        message,
        evidence: src.startsWith("data:")
          ? `${src.slice(0, 30)}…, ${src.length} characters`
          : `src="${src.slice(0, 80)}"`,
        advice,
        element,
        literals: [src.slice(0, 60), fileNameOf(src)],
        same: message,
        ...(src.startsWith("//") && {
          fix: { kind: "replace", from: src, to: `https:${src}` } as const,
        }),
      });
    }
  },
};

function judge(src: string): readonly [message: string, advice: string] | undefined {
  const whole = "Give it a whole address, or put the file into the emails' static folder";
  if (src === "") return ["A picture has no address", whole];
  if (/^data:/i.test(src)) {
    return src.length > mostData
      ? ["A picture is in its address, which most clients do not show", whole]
      : undefined;
  }
  if (/^https?:\/\/[^/]/i.test(src))
    return URL.canParse(src) ? undefined : ["The address of a picture is malformed", whole];
  if (src.startsWith("//"))
    return ["The address of a picture lacks its https:", "Begin it with https:"];
  if (/^(?:file|blob):|^[a-z]:[\\/]|^\\\\/i.test(src))
    return ["A picture is on this machine, where no reader is", whole];
  if (ownFolder.test(src)) return undefined;
  return ["The address of a picture is relative, and a mail has no site", whole];
}
