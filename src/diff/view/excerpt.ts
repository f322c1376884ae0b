const longest = 60;

/** A text in quotation marks, cut to what a line holds. */
export function excerpt(text: string): string {
  const characters = [...text];
  if (characters.length <= longest) return `“${text}”`;
  return `“${characters
    .slice(0, longest - 1)
    .join("")
    .trimEnd()}…”`;
}
