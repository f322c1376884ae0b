/** A character by its number, since it may not be seen: `U+D83D`. */
export function nameCodePoint(character: string): string {
  const number = character.codePointAt(0) ?? 0;
  return `U+${number.toString(16).toUpperCase().padStart(4, "0")}`;
}
