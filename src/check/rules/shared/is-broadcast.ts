/** Whether a stream is one for mail to many: Postmark's own is named `broadcast`. */
export function isBroadcast(stream: string | undefined): stream is string {
  return stream !== undefined && /^broadcasts?\b/i.test(stream);
}
