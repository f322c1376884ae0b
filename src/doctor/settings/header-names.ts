/** Headers that Postmark reads on SMTP. @see https://postmarkapp.com/developer/user-guide/send-email-with-smtp */
const known = [
  ...["X-PM-Message-Stream", "X-PM-Tag", "X-PM-TrackOpens", "X-PM-TrackLinks", "X-PM-KeepID"],
  ...["X-PM-Bounce-Type"],
];

const plain = (name: string) => name.toLowerCase().replace(/[^a-z]/g, "");

/** Headers in a text that begin as Postmark's do and are none, each with the one that was meant. */
export function findMisspelt(
  text: string,
): readonly { readonly written: string; readonly meant: string | undefined }[] {
  const names = new Set(text.match(/\bx[-_]?pm[-_][a-z_-]+/gi) ?? []);
  return [...names]
    .filter((name) => !/^x-pm-metadata-./i.test(name))
    .filter((name) => !known.some((one) => one.toLowerCase() === name.toLowerCase()))
    .map((written) => ({
      written,
      meant: /^x[-_]?pm[-_]?metadata/i.test(written)
        ? "X-PM-Metadata-<key>"
        : known.find((one) => plain(one) === plain(written) || plain(one) === `${plain(written)}s`),
    }));
}

/** A token header in a text: it logs no one in over SMTP, and goes to every recipient. */
export function findTokenHeader(text: string): string | undefined {
  return /x[-_]postmark[-_](?:server|account)[-_]token/i.exec(text)?.[0];
}
