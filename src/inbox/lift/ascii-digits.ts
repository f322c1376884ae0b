/** Zeros of the digits that people write in mail: full-width, Arabic, Persian, Devanagari, Bengali, Thai. */
const zeros: readonly number[] = [0xff10, 0x0660, 0x06f0, 0x0966, 0x09e6, 0x0e50];

const foreign = /[０-９٠-٩۰-۹०-९০-৯๐-๙Ａ-Ｚ－]/g;

const fullWidthOffset = 0xff21 - 0x41;

/**
 * Text with its digits, and full-width capitals and hyphens, in ASCII: what a form takes. Every
 * character stays one, so that places in the text stay the same.
 */
export function withAsciiDigits(text: string): string {
  return text.replace(foreign, (character) => {
    if (character === "－") return "-";
    const code = character.charCodeAt(0);
    const zero = zeros.find((start) => code >= start && code < start + 10);
    return zero === undefined ? String.fromCharCode(code - fullWidthOffset) : String(code - zero);
  });
}
