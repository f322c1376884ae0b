/** A language in its own words, with its tag: `Deutsch · de`. */
export function nameOfLocale(tag: string): string {
  const name = ownName(tag);
  return name === tag ? tag : `${name.charAt(0).toLocaleUpperCase(tag)}${name.slice(1)} · ${tag}`;
}

function ownName(tag: string): string {
  try {
    return new Intl.DisplayNames([tag], { type: "language" }).of(tag) ?? tag;
  } catch {
    return tag;
  }
}
