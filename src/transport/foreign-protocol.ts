/** How servers that are none of SMTP begin, and what listens there. */
const openings: readonly (readonly [RegExp, string])[] = [
  [/^HTTP\/|<!doctype|<html/i, "a web server listens there"],
  [/^\+OK\b/, "a POP3 server listens there"],
  [/^\* (?:OK|BYE|PREAUTH)\b/, "an IMAP server listens there"],
  [/^SSH-/, "an SSH server listens there"],
];

/** What to do about words that no SMTP server says. */
export function adviceForNonsense(words: string): string {
  const what = openings.find(([opening]) => opening.test(words))?.[1];
  const advice = "check that host and port are those of a mail server that takes mail (587)";
  return what ? `${what}: ${advice}` : advice;
}
