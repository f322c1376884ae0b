/** How text may pass for UTF-8. */
export interface Utf8Evidence {
  /** Characters of more than one octet that are whole. */
  readonly whole: number;
  /** Octets beyond ASCII that belong to none. */
  readonly broken: number;
}

/** Counts what speaks for and against UTF-8 (RFC 3629 §4, without the finer ranges). */
export function weighUtf8(octets: Uint8Array): Utf8Evidence {
  let whole = 0;
  let broken = 0;
  for (let at = 0; at < octets.length; at += 1) {
    const octet = octets[at] ?? 0;
    if (octet < 0x80) continue;
    const following = octet < 0xc2 ? 0 : octet < 0xe0 ? 1 : octet < 0xf0 ? 2 : octet < 0xf5 ? 3 : 0;
    let seen = 0;
    while (seen < following && ((octets[at + seen + 1] ?? 0) & 0xc0) === 0x80) seen += 1;
    if (following > 0 && seen === following) whole += 1;
    else broken += 1;
    at += seen;
  }
  return { whole, broken };
}
