/**
 * A text as a search compares it: lower case, without accents, so that `jose` finds José. Marks of
 * other scripts stay: there they are letters.
 */
export function foldText(text: string): string {
  return text
    .toLowerCase()
    .normalize("NFD")
    .replace(/[\u0300-\u036f]/g, "")
    .normalize("NFC");
}
