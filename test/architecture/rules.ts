import { posix } from "node:path";
import { parseSync } from "vite";

/** A source file: path from the project root with forward slashes, and its text. */
export interface SourceFile {
  readonly path: string;
  readonly code: string;
}

/** A broken promise of the layout. */
export interface Violation {
  readonly path: string;
  readonly message: string;
}

/** Which rooms each room may import from, its own apart. Data flows one way. */
const mayImport: Readonly<Record<string, readonly string[]>> = {
  errors: [],
  clock: [],
  "optional-package": [],
  "is-process-alive": [],
  files: [],
  message: ["errors", "clock"],
  template: ["errors", "clock", "files", "optional-package", "message"],
  transport: ["errors", "clock", "message"],
  "postmark-api": ["errors", "clock"],
  webhook: ["errors", "clock", "message", "postmark-api"],
  sender: [
    "errors",
    "clock",
    "files",
    "optional-package",
    "message",
    "template",
    "transport",
    "webhook",
  ],
  inbox: [
    ...["errors", "clock", "is-process-alive", "message", "template", "transport", "webhook"],
    "sender",
  ],
  outbox: [
    ...["errors", "clock", "optional-package", "message", "template", "transport", "webhook"],
    ...["sender", "postmark-api"],
  ],
  check: ["errors", "clock", "files", "message", "template", "transport", "webhook", "sender"],
  diff: ["errors", "template", "check"],
  doctor: ["errors", "clock", "message", "transport", "webhook", "postmark-api"],
  build: ["errors", "clock", "files", "is-process-alive", "message", "template"],
  testing: ["errors", "clock", "message", "template", "transport", "sender", "inbox", "check"],
  index: ["errors", "clock", "message", "template", "transport", "sender"],
  cli: [
    ...["errors", "clock", "message", "template", "transport", "sender", "inbox", "build"],
    ...["webhook", "postmark-api", "outbox", "check", "diff", "doctor", "index"],
    ...["is-process-alive", "files"],
  ],
  protocol: ["errors", "message", "template"],
  thread: [
    "errors",
    "files",
    "clock",
    "message",
    "template",
    "transport",
    "inbox",
    "build",
    "index",
    "protocol",
  ],
  server: [
    ...["errors", "clock", "message", "template", "transport", "sender", "inbox", "testing"],
    ...["webhook", "outbox", "check", "diff", "build", "index", "protocol", "thread"],
    ...["is-process-alive", "files"],
  ],
  app: ["protocol"],
  emails: [],
};

/** Packages that must never load with what an app imports to send. */
const neverInSender = [
  ...["vite", "vitest", "@vitejs/plugin-react", "smtp-server", "postal-mime", "mailparser"],
  ...["selfsigned", "playwright-core", "tsx", "cmdk", "lucide-react", "wouter", "pg"],
];

/** Packages of this repository that emails may use. */
const emailPackages = /^(letterpress|react|use-intl\/core|zod|@react-email\/[a-z-]+)$/;

/** Longest file that still reads as one thought. */
const maxLines = 300;

interface Import {
  readonly specifier: string;
  /** Path from the project root, for a relative import. */
  readonly target: string | undefined;
  readonly dynamic: boolean;
}

interface ParsedFile extends SourceFile {
  readonly room: string | undefined;
  readonly imports: readonly Import[];
  readonly undocumented: readonly string[];
}

/** Checks what the layout promises: who imports whom, no cycles, what loads, documentation, length. */
export function findViolations(files: readonly SourceFile[]): Violation[] {
  const parsed = new Map(files.map((file) => [file.path, parseFile(file)]));
  return [
    ...[...parsed.values()].flatMap((file) => [
      ...findForbiddenImports(file),
      ...findClockReads(file),
      ...findUndocumented(file),
      ...findLongFile(file),
    ]),
    ...findCycles(parsed),
    ...findHeavySender(parsed),
  ];
}

function roomOf(path: string): string | undefined {
  const [top, second, ...rest] = path.split("/");
  if (top === "emails") return "emails";
  if (second === undefined || (top !== "src" && top !== "preview")) return undefined;
  return rest.length > 0 ? second : second.replace(/\.tsx?$/, "");
}

/** The rules are asked about almost the same tree again and again. */
const parsedFiles = new WeakMap<SourceFile, ParsedFile>();

function parseFile(file: SourceFile): ParsedFile {
  const known = parsedFiles.get(file);
  if (known) return known;
  const parsed = readFile(file);
  parsedFiles.set(file, parsed);
  return parsed;
}

function readFile(file: SourceFile): ParsedFile {
  const { module, comments } = parseSync(file.path, file.code, { lang: "tsx" });
  const reexports = module.staticExports.flatMap((statement) =>
    statement.entries.flatMap((entry) => entry.moduleRequest?.value ?? []),
  );
  const lazy = module.dynamicImports.flatMap(({ moduleRequest: { start, end } }) => {
    const literal = /^["'](.+)["']$/.exec(file.code.slice(start, end));
    return literal?.[1] ?? [];
  });
  const imports = [
    ...module.staticImports.map((statement) => statement.moduleRequest.value),
    ...reexports,
  ].map((specifier) => toImport(file.path, specifier, false));
  return {
    ...file,
    room: roomOf(file.path),
    imports: [...imports, ...lazy.map((specifier) => toImport(file.path, specifier, true))],
    undocumented: module.staticExports
      .filter((statement) => statement.entries.every((entry) => !entry.moduleRequest))
      .filter((statement) => !isDocumented(file.code, comments, statement.start))
      .flatMap((statement) => statement.entries.map((entry) => entry.exportName.name ?? "default")),
  };
}

function toImport(from: string, specifier: string, dynamic: boolean): Import {
  const target = specifier.startsWith(".")
    ? posix.join(posix.dirname(from), specifier.replace(/\?.*$/, ""))
    : undefined;
  return { specifier, target, dynamic };
}

function isDocumented(
  code: string,
  comments: readonly { type: string; value: string; end: number }[],
  start: number,
): boolean {
  return comments.some(
    (comment) =>
      comment.type === "Block" &&
      comment.value.startsWith("*") &&
      comment.end <= start &&
      code.slice(comment.end, start).trim() === "",
  );
}

function findForbiddenImports(file: ParsedFile): Violation[] {
  const { room } = file;
  if (room === undefined) return [];
  const allowed = mayImport[room];
  if (!allowed) return [{ path: file.path, message: `stands in the unknown room "${room}"` }];
  return file.imports.flatMap(({ specifier, target, dynamic }) => {
    if (target === undefined) return findForbiddenPackage(file.path, room, specifier, dynamic);
    const targetRoom = roomOf(target);
    if (targetRoom === room || (targetRoom && allowed.includes(targetRoom))) return [];
    return [{ path: file.path, message: `${room} must not import ${targetRoom ?? target}` }];
  });
}

function findForbiddenPackage(
  path: string,
  room: string,
  specifier: string,
  dynamic: boolean,
): Violation[] {
  const forbidden = (message: string) => [{ path, message: `${message} (${specifier})` }];
  if (room === "emails" && !emailPackages.test(specifier)) {
    return forbidden("emails import only letterpress, react, @react-email, zod and use-intl");
  }
  if (room === "app" && specifier.startsWith("node:")) {
    return forbidden("the browser app must not import Node's modules");
  }
  if (room === "thread" && specifier === "vite") {
    return forbidden("the emails' thread must not import Vite itself, only vite/module-runner");
  }
  const ownEntry = /^letterpress(\/|$)/.test(specifier);
  // `letterpress dev` reaches the preview by the package's public name, and only when it is run.
  const cliLoadsPreview = room === "cli" && specifier === "letterpress/vite" && dynamic;
  if (ownEntry && room !== "emails" && !cliLoadsPreview) {
    return forbidden("files of this package import each other by relative path");
  }
  return [];
}

function findClockReads(file: ParsedFile): Violation[] {
  if (!file.path.startsWith("src/") || file.room === "clock") return [];
  const read = /\bDate\.now\(|\bnew Date\(\)|\bperformance\.now\(|\bsetInterval\(/.exec(file.code);
  return read
    ? [{ path: file.path, message: `reads the time outside src/clock.ts: ${read[0]}` }]
    : [];
}

function findUndocumented(file: ParsedFile): Violation[] {
  if (!file.path.startsWith("src/") && file.room !== "protocol") return [];
  return file.undocumented.map((name) => ({
    path: file.path,
    message: `exports ${name} without a doc comment`,
  }));
}

function findLongFile(file: ParsedFile): Violation[] {
  const lines = file.code.split("\n").length;
  if (lines <= maxLines || file.room === "emails") return [];
  return [{ path: file.path, message: `has ${lines} lines, more than ${maxLines}` }];
}

function findCycles(files: ReadonlyMap<string, ParsedFile>): Violation[] {
  const done = new Set<string>();
  const cycles: Violation[] = [];
  const visit = (path: string, trail: readonly string[]): void => {
    const at = trail.indexOf(path);
    if (at >= 0) {
      const cycle = [...trail.slice(at), path].join(" → ");
      cycles.push({ path, message: `imports itself: ${cycle}` });
      return;
    }
    if (done.has(path)) return;
    for (const { target } of files.get(path)?.imports ?? []) {
      if (target && files.has(target)) visit(target, [...trail, path]);
    }
    done.add(path);
  };
  for (const path of files.keys()) visit(path, []);
  return cycles;
}

function findHeavySender(files: ReadonlyMap<string, ParsedFile>): Violation[] {
  const seen = new Set<string>();
  const violations: Violation[] = [];
  const visit = (path: string): void => {
    if (seen.has(path)) return;
    seen.add(path);
    for (const { specifier, target } of files.get(path)?.imports ?? []) {
      if (target) visit(target);
      else if (
        neverInSender.some((name) => specifier === name || specifier.startsWith(`${name}/`))
      ) {
        violations.push({ path, message: `loads ${specifier} with what an app imports to send` });
      }
    }
  };
  visit("src/index.ts");
  return violations;
}
