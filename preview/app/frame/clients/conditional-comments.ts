/** What the Windows versions of Outlook that draw with Word call themselves. */
const outlookVersion = 16;

/**
 * Where a condition begins or ends. `<!--[if mso]>` hides what follows from browsers; with another
 * comment behind it, or as `<![if !mso]>`, browsers show it. Each ends with `<![endif]`.
 */
const marks =
  /<!--\[if ([^\]]{0,200})\]>(?:\s{0,8}<!--\s?(?:-->|>))?|<!\[if ([^\]]{0,200})\]>|(?:<!--\s?)?<!\[endif\]\s?(?:--)?>/gi;

/**
 * Reads conditional comments as Outlook on Windows does: what is meant for it comes in, what is
 * meant for all others goes.
 *
 * @see https://learn.microsoft.com/previous-versions/windows/internet-explorer/ie-developer/compatibility/ms537512(v=vs.85)
 */
export function readConditionalComments(html: string): string {
  const open: boolean[] = [];
  let read = "";
  let from = 0;
  for (const mark of html.matchAll(marks)) {
    if (!open.includes(false)) read += html.slice(from, mark.index);
    from = mark.index + mark[0].length;
    const condition = mark[1] ?? mark[2];
    if (condition === undefined) open.pop();
    else open.push(isTrueInOutlook(condition));
  }
  return open.includes(false) ? read : read + html.slice(from);
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
