import type { HtmlDocument } from "../html/token.ts";
import type { FinishStep } from "./finish-step.ts";

/** What React Email's `Column` marks its cell with, for no one but a style sheet of the author's. */
const columnMark = ' data-id="__react-email-column"';

/** Takes out the mark that React Email gives each column, where no style sheet asks for it. */
export const columnMarks: FinishStep = {
  name: "column-marks",
  apply(document) {
    let isUsed: boolean | undefined;
    for (const token of document.tokens) {
      if (token.type !== "open" || token.name !== "td" || !token.raw.includes(columnMark)) continue;
      isUsed ??= hasAttributeSelector(document);
      if (isUsed) return;
      token.raw = token.raw.replace(columnMark, "");
    }
  },
};

function hasAttributeSelector({ tokens }: HtmlDocument): boolean {
  return tokens.some(({ type, raw }) => type === "raw-text" && raw.includes("data-id"));
}
