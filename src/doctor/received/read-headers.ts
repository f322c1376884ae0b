/** A header field: its name as written, its value unfolded. */
export interface HeaderField {
  readonly name: string;
  readonly value: string;
}

/** Reads the header of a message, from its first line to the first empty one. @see RFC 5322 §2.2 */
export function readHeaders(source: string): readonly HeaderField[] {
  const fields: { name: string; value: string }[] = [];
  for (const line of source.replace(/^\uFEFF?\s*/, "").split(/\r?\n/)) {
    if (line.trim() === "") break;
    const last = fields.at(-1);
    if (/^[ \t]/.test(line) && last) last.value += ` ${line.trim()}`;
    else {
      const [, name, value] = /^([!-9;-~]+)[ \t]*:(.*)$/.exec(line) ?? [];
      if (name !== undefined && value !== undefined) fields.push({ name, value: value.trim() });
    }
  }
  return fields;
}

/** Every value of a field, the topmost first, which is the one that was added last. */
export function valuesOf(fields: readonly HeaderField[], name: string): readonly string[] {
  return fields.filter((field) => field.name.toLowerCase() === name).map(({ value }) => value);
}
