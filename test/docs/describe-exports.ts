import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";

/** One export of an entry point, as its doc comment tells it. */
export interface DescribedExport {
  readonly name: string;
  readonly kind: "function" | "class" | "const" | "interface" | "type";
  /** The first paragraph. */
  readonly summary: string;
  /** What it throws, a line each. */
  readonly throws: readonly string[];
  /** Pages that say why. */
  readonly sources: readonly string[];
}

const declaration =
  /^export (?:declare )?(?:abstract )?(?:async )?(function|class|const|interface|type) (\w+)/;

/** Reads the exports of an entry point, through what it exports again, in the order of their names. */
export function describeExports(file: string): readonly DescribedExport[] {
  const found = new Map<string, DescribedExport>();
  for (const one of readExports(file, undefined)) {
    if (!found.has(one.name)) found.set(one.name, one);
  }
  return [...found.values()].sort((one, other) => one.name.localeCompare(other.name, "en"));
}

function readExports(file: string, wanted: ReadonlySet<string> | undefined): DescribedExport[] {
  const code = readFileSync(file, "utf8");
  const own = declarationsOf(code).filter(({ name }) => wanted?.has(name) ?? true);
  const again = [...code.matchAll(/^export (?:type )?(?:\*|\{([^}]*)\}) from "(\.[^"]+)";/gm)];
  const others = again.flatMap(([, names, path = ""]) => {
    const asked = names?.split(",").flatMap((name) => {
      const [, bare = ""] = /^\s*(?:type )?(\w+)/.exec(name) ?? [];
      return bare === "" || (wanted && !wanted.has(bare)) ? [] : [bare];
    });
    const target = join(dirname(file), path);
    if (asked?.length === 0 || !existsSync(target)) return [];
    return readExports(target, asked ? new Set(asked) : wanted);
  });
  return [...own, ...others];
}

function declarationsOf(code: string): DescribedExport[] {
  const lines = code.split("\n");
  return lines.flatMap((line, at): DescribedExport[] => {
    const [, kind, name] = declaration.exec(line) ?? [];
    if (kind === undefined || name === undefined) return [];
    const comment = commentAbove(lines, at);
    if (comment === undefined) return [];
    const { summary, throws, sources } = readComment(comment);
    return [{ name, kind: kind as DescribedExport["kind"], summary, throws, sources }];
  });
}

function commentAbove(lines: readonly string[], at: number): string | undefined {
  const end = at - 1;
  if (!lines[end]?.trimEnd().endsWith("*/")) return undefined;
  let start = end;
  while (start > 0 && !lines[start]?.startsWith("/**")) start -= 1;
  return lines
    .slice(start, end + 1)
    .map((line) =>
      line
        .replace(/^\/\*\* ?/, "")
        .replace(/\*\/$/, "")
        .replace(/^ ?\* ?/, "")
        .trimEnd(),
    )
    .join("\n")
    .trim();
}

function readComment(comment: string): Pick<DescribedExport, "summary" | "throws" | "sources"> {
  const [text = "", ...tags] = comment.split(/^(?=@)/m);
  const oneLine = (part: string) => part.replace(/\s+/g, " ").trim();
  const tagged = (name: string) =>
    tags
      .filter((tag) => tag.startsWith(`@${name} `))
      .map((tag) => oneLine(tag.slice(name.length + 2)));
  const [summary = ""] = text.split(/\n\s*\n/);
  return {
    summary: oneLine(summary).replace(/\{@link (\w+)\}/g, "`$1`"),
    throws: tagged("throws").map((line) => line.replace(/^\{([^}]+)\}/, "`$1`")),
    sources: tagged("see").filter((source) => source.startsWith("http")),
  };
}
