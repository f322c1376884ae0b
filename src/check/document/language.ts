/** Whether a text is a language tag whose language exists. @see https://www.rfc-editor.org/rfc/rfc5646 */
export function isLanguage(tag: string): boolean {
  try {
    const { language } = new Intl.Locale(tag);
    if (language.length > 3) return false;
    // What ICU has no name for is no language that anyone reads.
    return names.of(language) !== undefined;
  } catch {
    return false;
  }
}

const names = new Intl.DisplayNames("en", { type: "language", fallback: "none" });

/** `en` of `en-GB`; lower case. */
export function primaryLanguage(tag: string | undefined): string {
  return tag?.trim().toLowerCase().split(/[-_]/)[0] ?? "";
}
