/** What a copy of a message has of its own. */
export interface CopyIds {
  readonly oldId: string;
  readonly newId: string;
  /** Message-ID of the copy, with angle brackets. */
  readonly messageId: string;
  readonly date: Date;
}

/**
 * The text of a message as one of its own: another Message-ID, another id in its metadata, the date
 * of now. All else stays, to the octet.
 */
export function copyBytes(bytes: Buffer, { oldId, newId, messageId, date }: CopyIds): Buffer {
  const end = bytes.indexOf("\r\n\r\n");
  // One octet is one character: nothing changes that is not meant.
  const head = bytes.toString("latin1", 0, end < 0 ? undefined : end + 2);
  const fields = head.split(/\r\n(?![ \t])/);
  const copied = fields.map((field) => {
    if (/^message-id:/i.test(field)) return `Message-ID: ${messageId}`;
    if (/^date:/i.test(field)) return `Date: ${date.toUTCString().replace("GMT", "+0000")}`;
    return /^x-pm-metadata-/i.test(field) ? field.replaceAll(oldId, newId) : field;
  });
  const rest = end < 0 ? Buffer.alloc(0) : bytes.subarray(end + 2);
  return Buffer.concat([Buffer.from(copied.join("\r\n"), "latin1"), rest]);
}
