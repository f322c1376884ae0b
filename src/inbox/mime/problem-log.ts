import type { InboxProblem, InboxProblemCode } from "../problem.ts";
import type { DecodedText } from "./charset/decode-text.ts";

/** Gathers what is wrong with a message while it is read; each thing once. */
export interface ProblemLog {
  readonly problems: readonly InboxProblem[];
  add(code: InboxProblemCode, message: string, effect?: InboxProblem["effect"]): void;
  /** Notes a label that was not right, and gives the text. */
  decoded(result: DecodedText, label: string | undefined): string;
}

/** More would be read by no one. */
const maxProblems = 50;

/** Creates an empty log. */
export function createProblemLog(): ProblemLog {
  const problems = new Map<string, InboxProblem>();
  const add: ProblemLog["add"] = (code, message, effect = "unsure") => {
    if (problems.size < maxProblems) problems.set(`${code} ${message}`, { code, message, effect });
  };
  return {
    get problems() {
      return [...problems.values()];
    },
    add,
    decoded({ text, charset, label: verdict }, label) {
      if (verdict === "unknown") {
        add(
          "charset-unknown",
          `The charset ${quoteLabel(label)} is unknown; the text was read as ${charset} and may be wrong: use UTF-8`,
        );
      } else if (verdict === "differs") {
        add(
          "charset-differs",
          `The charset is given as ${quoteLabel(label)}, but the text is ${charset}; mail clients may show other characters: name the charset that is used`,
        );
      }
      return text;
    },
  };
}

function quoteLabel(label = ""): string {
  return JSON.stringify(label.slice(0, 40).replace(/[^\x20-\x7e]/g, "?"));
}
