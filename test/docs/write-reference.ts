/** Writes `docs/reference.md` from the doc comments of what the package exports. `npm run reference-docs` */
import { writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import packageJson from "../../package.json" with { type: "json" };
import { type DescribedExport, describeExports } from "./describe-exports.ts";

const root = resolve(import.meta.dirname, "../..");

/** The whole page. */
export function writeReference(): string {
  const entries = Object.keys(packageJson.exports).filter((entry) => entry !== "./package.json");
  const sections = entries.map((entry) => {
    const name = entry === "." ? "letterpress" : `letterpress/${entry.slice(2)}`;
    const described = describeExports(sourceOf(entry));
    const values = described.filter(({ kind }) => kind !== "interface" && kind !== "type");
    const types = described.filter((one) => !values.includes(one));
    return [
      `## \`${name}\``,
      ...values.map(writeValue),
      ...(types.length > 0 ? [`| type | |\n|---|---|\n${types.map(writeType).join("\n")}`] : []),
    ].join("\n\n");
  });
  return `# Reference

What the package exports, from its doc comments. Parameters, defaults and units stand in the types: an editor shows them. Written by \`npm run reference-docs\`.

${sections.join("\n\n")}
`;
}

function writeValue({ name, kind, summary, throws, sources }: DescribedExport): string {
  return [
    `### ${name}${kind === "function" ? "()" : ""}`,
    summary,
    ...throws.map((line) => `- Throws ${line}`),
    ...sources.map((line) => `- See <${line}>`),
  ]
    .join("\n\n")
    .replace(/\n\n- /g, (_, at: number, all: string) =>
      all.slice(0, at).includes("\n- ") ? "\n- " : "\n\n- ",
    );
}

function writeType({ name, summary }: DescribedExport): string {
  return `| \`${name}\` | ${summary.replaceAll("|", "\\|")} |`;
}

function sourceOf(entry: string): string {
  const target = packageJson.exports[entry as "."].default;
  return join(root, target.replace("./dist/", "").replace(/\.js$/, ".ts"));
}

if (process.argv[1] === import.meta.filename) {
  writeFileSync(join(root, "docs/reference.md"), writeReference());
}
