/** A rule that names a class, and where it holds. */
export interface ClassRule {
  readonly selector: string;
  /** Whether it is for the dark only: by `prefers-color-scheme`, or as Outlook.com marks it. */
  readonly isDark: boolean;
  /** What is declared, to be searched. */
  readonly declarations: string;
}

interface Block {
  readonly selector: string;
  readonly isDark: boolean;
  readonly start: number;
}

const part =
  /"(?:[^"\\]|\\[\s\S])*"?|'(?:[^'\\]|\\[\s\S])*'?|\/\*[\s\S]*?(?:\*\/|$)|\\[\s\S]|[{};]/g;
const darkScheme = /prefers-color-scheme\s*:\s*dark|\[data-ogs[cb]\]/i;

/** The innermost rules of a style sheet that declare something, from its text alone. */
export function readRules(css: string): ClassRule[] {
  const rules: ClassRule[] = [];
  const stack: Block[] = [];
  let start = 0;
  for (const { 0: text, index } of css.matchAll(part)) {
    if (text === "{") {
      const prelude = css.slice(start, index).trim();
      const outer = stack.at(-1);
      const isDark = (outer?.isDark ?? false) || darkScheme.test(prelude);
      // An at-rule in a rule holds declarations of that rule.
      const selector = prelude.startsWith("@") ? (outer?.selector ?? "") : prelude;
      stack.push({ selector, isDark, start: index + 1 });
    } else if (text === "}") {
      const block = stack.pop();
      if (block && block.selector !== "") {
        const { selector, isDark } = block;
        rules.push({ selector, isDark, declarations: css.slice(block.start, index) });
      }
    } else if (text !== ";") {
      continue;
    }
    start = index + 1;
  }
  return rules;
}
