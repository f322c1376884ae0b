/** Messages that were made to hold a reader up, each below the size limit. */
export const hostileMessages: Readonly<Record<string, () => Buffer>> = {
  "18 MB of links": () =>
    Buffer.from(`Content-Type: text/html\r\n\r\n${"<a href=x>y\r\n".repeat(1_380_000)}`),
  "300,000 parts": () =>
    Buffer.from(
      `Content-Type: multipart/mixed; boundary=b\r\n\r\n${"--b\r\nContent-Disposition: attachment\r\n\r\nx\r\n".repeat(300_000)}--b--`,
    ),
  "50,000 bad encoded words": () =>
    Buffer.from(`Subject: ${"=?utf-8?Q?=ZZ?= =?utf-8?B?/w==?= =?".repeat(50_000)}\r\n\r\nhi`),
  "19 MB of base64": () =>
    Buffer.from(
      `Content-Type: application/octet-stream; name=a.bin\r\nContent-Transfer-Encoding: base64\r\n\r\n${`${"QUJD".repeat(19)}\r\n`.repeat(243_000)}`,
    ),
};
