/**
 * Headers that may not be set by name, and why. Keys are in lower case; a key that ends in `*`
 * covers every name that begins so.
 */
const owned: Readonly<Record<string, string>> = {
  from: "is written from the option 'from'; use that",
  sender: "is Postmark's to write; use the option 'from'",
  to: "is written from the option 'to'; use that",
  cc: "is written from the option 'cc'; use that",
  bcc: "would show hidden recipients to everyone; use the option 'bcc'",
  "reply-to": "is written from the option 'replyTo'; use that",
  subject: "is written from the option 'subject'; use that",
  date: "is written when the message is made; leave it out",
  "message-id": "is written from the option 'messageId'; use that",
  "mime-*": "follows from the parts of the message; leave it out",
  "content-*": "follows from the parts of the message; leave it out",
  "resent-*": "belongs to mail programs that resend; leave it out",
  received: "is written by mail servers; leave it out",
  "return-path": "is written by mail servers; set the Return-Path domain in Postmark instead",
  "dkim-signature": "is written by Postmark, which signs the message; leave it out",
  "arc-*": "is written by mail servers; leave it out",
  "authentication-results": "is written by mail servers; leave it out",
  "feedback-id": "is written by Postmark; leave it out",
  "x-complaints-to": "is written by Postmark; leave it out",
  "x-job": "is written by Postmark; leave it out",
  "list-unsubscribe": "is written from the option 'unsubscribe'; use that",
  "list-unsubscribe-post": "is written from the option 'unsubscribe'; use that",
  priority: "is written from the option 'priority'; use that",
  "x-priority": "is written from the option 'priority'; use that",
  "x-msmail-priority": "is written from the option 'priority'; use that",
  importance: "is written from the option 'priority'; use that",
  "x-pm-message-stream": "is written from the option 'stream'; use that",
  "x-pm-messagestream": "is a misspelling that Postmark ignores; use the option 'stream'",
  "x-pm-tag": "is written from the option 'tag'; use that",
  "x-pm-trackopens": "is written from the option 'tracking.opens'; use that",
  "x-pm-track-opens": "is a misspelling that Postmark ignores; use the option 'tracking.opens'",
  "x-pm-tracklinks": "is written from the option 'tracking.links'; use that",
  "x-pm-track-links": "is a misspelling that Postmark ignores; use the option 'tracking.links'",
  "x-pm-metadata-*": "is written from the option 'metadata'; use that",
  "x-pm-keepid": "is written from the option 'keepMessageId'; use that",
  "x-pm-keep-id": "is a misspelling that Postmark ignores; use the option 'keepMessageId'",
  "x-pm-*": "is not a header that Postmark documents for sending; leave it out",
  "x-postmark-*":
    "is a header of Postmark's HTTP interface: in a message it authenticates nothing and shows the token to every recipient; give the token to the transport",
};

/** Why a header may not be set by name, or `undefined` when it may. */
export function reasonHeaderIsOwned(name: string): string | undefined {
  const key = name.toLowerCase();
  const exact = owned[key];
  if (exact) return exact;
  const prefixes = Object.keys(owned).filter(
    (entry) => entry.endsWith("*") && key.startsWith(entry.slice(0, -1)),
  );
  const longest = prefixes.sort((a, b) => b.length - a.length)[0];
  return longest === undefined ? undefined : owned[longest];
}
