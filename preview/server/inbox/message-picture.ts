import type { InboxMessage } from "../../../src/inbox/inbox.ts";
import type { Answer } from "../api/answer.ts";

const imageType = /^image\/[\w.+-]+$/;

/** The type that a file is shown under: of a picture, whatever it claims to be. */
export function pictureType({ contentType }: InboxMessage["attachments"][number]): string {
  // A browser knows a picture by its first octets, whichever type of picture is named.
  return imageType.test(contentType) ? contentType : "image/png";
}

/** A picture that a message's HTML shows, for an `<img>`. Opened by itself it can do nothing. */
export function pictureAnswer(file: InboxMessage["attachments"][number]): Answer {
  return {
    body: file.content,
    type: pictureType(file),
    headers: {
      // It never changes, and may stand in the HTML a hundred thousand times.
      "cache-control": "private, max-age=3600, immutable",
      "content-security-policy": "default-src 'none'; style-src 'unsafe-inline'; sandbox",
      "referrer-policy": "no-referrer",
      "x-content-type-options": "nosniff",
    },
  };
}
