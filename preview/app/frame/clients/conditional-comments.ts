/** What the Windows versions of Outlook that draw with Word call themselves. */
const outlookVersion = 16;

/**
 * Reads conditional comments as Outlook on Windows does: what is meant for it comes in, what is
 * meant for all others goes.
 *
 * @see https://learn.microsoft.com/previous-versions/windows/internet-explorer/ie-developer/compatibility/ms537512(v=vs.85)
 */
export function readConditionalComments(html: string): string {
  return (
    html
      // Shown by browsers: <!--[if !mso]><!--> … <!--<![endif]-->
      .replace(
        /<!--\[if ([^\]]*)\]>\s*<!--\s*(?:-->|>)([\s\S]*?)<!--\s*<!\[endif\]-->/gi,
        (_, condition: string, inside: string) => (isTrueInOutlook(condition) ? inside : ""),
      )
      // Hidden from browsers: <!--[if mso]> … <![endif]-->
      .replace(
        /<!--\[if ([^\]]*)\]>([\s\S]*?)<!\[endif\]\s*-->/gi,
        (_, condition: string, inside: string) => (isTrueInOutlook(condition) ? inside : ""),
      )
      // Shown by browsers, as Microsoft had it: <![if !mso]> … <![endif]>
      .replace(
        /<!\[if ([^\]]*)\]>([\s\S]*?)<!\[endif\]>/gi,
        (_, condition: string, inside: string) => (isTrueInOutlook(condition) ? inside : ""),
      )
  );
}

/** Whether a condition holds in Outlook: `mso`, `gte mso 9`, `!mso`, `(mso)|(IE)`, `vml`. */
export function isTrueInOutlook(condition: string): boolean {
  const text = condition.replace(/[\s()]+/g, " ").trim();
  return text.split("|").some((either) => either.split("&").every(holds));
}

function holds(term: string): boolean {
  const match =
    /^(!?)\s*(gte|gt|lte|lt)?\s*([a-z]+)\s*(\d+)?/i.exec(term.trim()) ?? ([] as string[]);
  const [, not, comparison, feature = "", number] = match;
  const known = feature.toLowerCase();
  if (known !== "mso" && known !== "vml" && known !== "true") return not === "!";
  const asked = Number(number ?? outlookVersion);
  const answer = {
    gte: outlookVersion >= asked,
    gt: outlookVersion > asked,
    lte: outlookVersion <= asked,
    lt: outlookVersion < asked,
    "": number === undefined || outlookVersion === asked,
  }[(comparison ?? "").toLowerCase() as "gte"];
  return not === "!" ? !answer : answer;
}
