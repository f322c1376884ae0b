import { parseAst } from "vite";

/**
 * Rewrites `import { Html, Text as T } from "barrel"` to one import per package that has the name.
 * Lines keep their numbers, so that a stack still points at the author's.
 *
 * An import with a default, a namespace or a name that no package has is left as it is.
 *
 * @param code JavaScript, types and JSX already gone
 * @param isBarrel whether imports of this specifier are to be split
 * @param findPackage the package that exports a name
 */
export async function splitImports(
  code: string,
  isBarrel: (specifier: string) => boolean,
  findPackage: (name: string, specifier: string) => Promise<string | undefined>,
): Promise<string> {
  let result = "";
  let done = 0;
  for (const node of parseAst(code).body) {
    if (node.type !== "ImportDeclaration" && node.type !== "ExportNamedDeclaration") continue;
    if (!node.source || !isBarrel(node.source.value)) continue;
    const keyword = node.type === "ImportDeclaration" ? "import" : "export";
    const statements: string[] = [];
    for (const specifier of node.specifiers) {
      const pair = readSpecifier(specifier);
      const from = pair && (await findPackage(pair.name, node.source.value));
      if (!from) break;
      statements.push(`${keyword} { ${pair.name} as ${pair.as} } from ${JSON.stringify(from)};`);
    }
    if (statements.length === 0 || statements.length < node.specifiers.length) continue;
    const newlines = code.slice(node.start, node.end).match(/\n/g)?.join("") ?? "";
    result += code.slice(done, node.start) + statements.join(" ") + newlines;
    done = node.end;
  }
  return result + code.slice(done);
}

type Specifiers = Extract<
  ReturnType<typeof parseAst>["body"][number],
  { type: "ImportDeclaration" | "ExportNamedDeclaration" }
>["specifiers"];

/** The imported or exported name and what it is called here; `undefined` for other forms. */
function readSpecifier(specifier: Specifiers[number]) {
  const [source, target] =
    specifier.type === "ImportSpecifier"
      ? [specifier.imported, specifier.local]
      : specifier.type === "ExportSpecifier"
        ? [specifier.local, specifier.exported]
        : [];
  if (source?.type !== "Identifier" || target?.type !== "Identifier") return undefined;
  return { name: source.name, as: target.name };
}
