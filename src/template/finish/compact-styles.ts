import { removeToken, type Token } from "../html/token.ts";
import type { FinishStep } from "./finish-step.ts";

/**
 * Writes `style` attributes in fewer octets, and takes out those and the `<style>` that hold nothing.
 * What styles compute to stays as it is.
 */
export const compactStyles: FinishStep = {
  name: "compact-styles",
  apply({ tokens }, { css }) {
    for (const [at, token] of tokens.entries()) {
      if (token.type !== "open") continue;
      if (token.raw === "<style>") removeEmpty(tokens, at);
      if (token.raw.includes("style=")) token.raw = css.compactTag(token.raw);
    }
  },
};

/** React Email's `Tailwind` writes a `<style>` whatever it has to say. */
function removeEmpty(tokens: readonly Token[], at: number): void {
  const content = tokens[at + 1];
  const isBlank = content?.type === "raw-text" && content.raw.trim() === "";
  const end = tokens[isBlank ? at + 2 : at + 1];
  if (end?.type !== "close") return;
  for (const token of tokens.slice(at, isBlank ? at + 3 : at + 2)) removeToken(token);
}
