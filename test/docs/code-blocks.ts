import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";

/** The repository. */
export const root = resolve(import.meta.dirname, "../..");

/** A block of code of a page. */
export interface CodeBlock {
  /** `README.md`, `docs/sending.md` */
  readonly page: string;
  /** Line of the page that its first line of code stands on. */
  readonly line: number;
  readonly language: string;
  readonly code: string;
  /** The file that its first line names, such as `emails/account/welcome.tsx`. */
  readonly file: string | undefined;
}

/** The README, and all pages of the docs. */
export const pages = [
  "README.md",
  ...readdirSync(join(root, "docs"))
    .filter((name) => name.endsWith(".md"))
    .map((name) => `docs/${name}`),
];

/** The blocks of a page, in their order. */
export function codeBlocksOf(page: string): readonly CodeBlock[] {
  const text = readFileSync(join(root, page), "utf8");
  return [...text.matchAll(/^```(\w+)\n([\s\S]*?)^```$/gm)].map((match) => {
    const [, language = "", code = ""] = match;
    const line = text.slice(0, match.index).split("\n").length + 1;
    const file = /^\/\/ (\S+\.\w+)\n/.exec(code)?.[1];
    return { page, line, language, code, file };
  });
}
