import { readFile } from "node:fs/promises";
import { parseAddress } from "../../message/address.ts";
import { type CsvRow, readCsv } from "../../webhook/suppressions/csv-rows.ts";

/** One person of a list, and what the email is to say. */
export interface ListRow {
  /** Counted from 1. */
  readonly line: number;
  /** By which a row is known from run to run. */
  readonly key: string;
  readonly to: string;
  readonly locale: string | undefined;
  /** Plain JSON. */
  readonly props: object | undefined;
  /** As text by path. */
  readonly texts: readonly (readonly [path: string, text: string])[];
}

/** Something in a list that cannot be sent. */
export interface ListProblem {
  readonly line: number;
  readonly message: string;
}

/** A list as it was read. */
export interface ReadList {
  readonly rows: readonly ListRow[];
  readonly problems: readonly ListProblem[];
}

/** Reads a list of people: CSV, or JSON lines. @throws {Error} when the file cannot be read */
export async function readListFile(file: string): Promise<ReadList> {
  const text = await readFile(file, "utf8").catch((error: unknown) => {
    throw new Error(`Cannot read the list: ${(error as Error).message}`, { cause: error });
  });
  const isJson = /\.(?:jsonl|ndjson)$/i.test(file) || /^\uFEFF?\s*\{/.test(text);
  const { rows, problems } = isJson ? readJsonLines(text) : readTable(text);
  const seen = new Map<string, number>();
  const repeated = rows.flatMap(({ key, line }): readonly ListProblem[] => {
    const first = seen.get(key);
    if (first === undefined) seen.set(key, line);
    return first === undefined
      ? []
      : [
          {
            line,
            message: `${key} is in line ${first} already; a column "key" tells two messages to one address apart`,
          },
        ];
  });
  return { rows, problems: [...problems, ...repeated].sort((a, b) => a.line - b.line) };
}

type Read = ListRow | ListProblem;

function split(read: readonly Read[]): ReadList {
  return {
    rows: read.filter((one) => "key" in one),
    problems: read.filter((one) => "message" in one),
  };
}

function readTable(text: string): ReadList {
  const [head, ...rows] = readCsv(text);
  const names = head?.cells ?? [];
  const problem = problemOfHead(names);
  if (!head || problem !== undefined) {
    return split([{ line: head?.line ?? 1, message: problem ?? "the list is empty" }]);
  }
  return split(rows.map((row) => readCells(names, row)));
}

function problemOfHead(names: readonly string[]): string | undefined {
  if (!names.includes("to")) {
    return `no column is called "to"; the first line must name the columns, such as to,name`;
  }
  if (names.includes("")) return "a column has no name";
  const twice = names.find((name, at) => names.indexOf(name) !== at);
  return twice === undefined ? undefined : `two columns are called "${twice}"`;
}

function readCells(names: readonly string[], { line, cells, isOpen }: CsvRow): Read {
  if (isOpen) return { line, message: 'a quote (") is never closed' };
  if (cells.length !== names.length) {
    return { line, message: `it has ${cells.length} cells, and the first line ${names.length}` };
  }
  const {
    to = "",
    key,
    locale,
    props,
    ...texts
  } = Object.fromEntries(names.map((name, at) => [name, cells[at] ?? ""]));
  const paths = Object.entries(texts).map(
    ([name, text]) => [name.replace(/^props\./, ""), text] as const,
  );
  const json = props ? parse(props) : undefined;
  if (props && !isObject(json)) return { line, message: `the column "props" is no JSON object` };
  return toRow({ line, to, key, locale, props: json as object | undefined, texts: paths });
}

const fields = ["to", "key", "locale", "props"];

function readJsonLines(text: string): ReadList {
  const lines = text.replace(/^\uFEFF/, "").split(/\r?\n/);
  return split(
    lines.flatMap((source, at): readonly Read[] => {
      const line = at + 1;
      if (source.trim() === "") return [];
      const row = parse(source);
      if (!isObject(row)) return [{ line, message: 'it is no JSON object such as {"to": …}' }];
      const unknown = Object.keys(row).find((name) => !fields.includes(name));
      if (unknown !== undefined) {
        return [{ line, message: `"${unknown}" is unknown; there is ${fields.join(", ")}` }];
      }
      const { to, key, locale, props } = row as Partial<Record<string, unknown>>;
      for (const [name, value] of Object.entries({ to, key, locale })) {
        if (typeof value !== "string" && (name === "to" || value != null)) {
          return [{ line, message: `"${name}" must be a text` }];
        }
      }
      if (props != null && !isObject(props)) return [{ line, message: '"props" is no object' }];
      return [
        toRow({
          ...{ line, to: to as string, texts: [], props: (props as object) ?? undefined },
          ...{ key: key as string | undefined, locale: locale as string | undefined },
        }),
      ];
    }),
  );
}

function toRow({
  key,
  locale,
  ...row
}: Omit<ListRow, "key"> & { readonly key: string | undefined }): Read {
  const { address, problem } = parseAddress(row.to);
  if (!address) return { line: row.line, message: `"to" ${problem}` };
  return { ...row, key: key || address.address.toLowerCase(), locale: locale || undefined };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
