import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { letterpress } from "letterpress/vite";
import { createServer } from "vite";
import type { EmailList, EmailView } from "../../../preview/protocol/index.ts";
import { exportPreview } from "../../../preview/server/export/export-preview.ts";
import type { Project } from "../../build/workspace.ts";

const repository = resolve(import.meta.dirname, "../../..");

/** What became of an email: its HTML, or why there is none. */
export type Outcome = { readonly html: string } | { readonly refusal: string };

/** What became of each email, by id. */
export type Outcomes = Readonly<Record<string, Outcome>>;

/** The preview as a page asks it. */
export async function throughDev({ root }: Project): Promise<Outcomes> {
  const server = await createServer({
    ...{ root, configFile: undefined, logLevel: "silent", server: { port: 0 } },
    plugins: [letterpress({ smtpPort: 0, base: "/", inbox: false, renderTimeoutMs: 60_000 })],
  });
  try {
    await server.listen();
    const url = server.resolvedUrls?.local[0] ?? "";
    const ask = async <T>(path: string) => (await fetch(url + path)).json() as Promise<T>;
    const { emails } = await ask<EmailList>("api/emails");
    const outcomes: Record<string, Outcome> = {};
    for (const { id } of emails) {
      outcomes[id] = outcomeOf(await ask<EmailView>(`api/emails/${id}`));
    }
    return outcomes;
  } finally {
    await server.close();
  }
}

function outcomeOf({ result }: EmailView): Outcome {
  if (result.status === "rendered") return { html: result.html };
  const { location, message } = result;
  return { refusal: refusalOf(location?.file, location?.line, message) };
}

/** The plain files of an export. */
export async function throughExport({ root }: Project): Promise<Outcomes> {
  const folder = mkdtempSync(join(tmpdir(), "letterpress-four-ways-"));
  try {
    const outDir = join(folder, "site");
    const done: string[] = [];
    const { failures } = await exportPreview({
      ...{ root, outDir, source: false, imageBaseUrl: "" },
      onProgress: ({ id }) => done.push(id),
    });
    return Object.fromEntries(
      done.map((id) => {
        const file = join(outDir, "emails", `${id}/default.html`);
        if (existsSync(file)) return [id, { html: readFileSync(file, "utf8") }];
        const failure = failures.find((one) => one.id === id);
        const [place, line] = failure?.place?.split(":") ?? [];
        return [id, { refusal: refusalOf(place, line, failure?.message) }];
      }),
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What a build made of a project. */
export interface BuiltOutcomes {
  /** Each email that is built, imported and rendered in plain Node. */
  readonly outcomes: Outcomes;
  /** What the build refuses. */
  readonly refusals: readonly string[];
}

/** Builds a project, and then what is left of it without the emails that cannot be built. */
export async function throughBuild(
  project: Project,
  refused: readonly string[],
): Promise<BuiltOutcomes> {
  const { problems } = await project.build({ types: false });
  const refusals = problems.map(({ file, line, message }) => refusalOf(file, line, message));
  if (problems.length > 0) {
    for (const id of refused) await project.remove(`emails/${fileOf(project, id)}`);
    await project.mustBuild({ types: false });
  }
  const { stdout } = await project.node(renderAll("./dist/emails/index.js"), { record: false });
  return { outcomes: JSON.parse(stdout), refusals };
}

const renderAll = (index: string) => `
  import { render } from "letterpress";
  import { emails } from ${JSON.stringify(index)};
  const outcomes = {};
  for (const [id, load] of Object.entries(emails)) {
    try {
      let { default: email } = await load();
      // Node's own reading of CommonJS that was compiled from an ES module.
      if (email?.__esModule) email = email.default;
      const props = email.variants?.default ?? email.PreviewProps ?? {};
      outcomes[id] = { html: (await render(email, props)).html };
    } catch (error) {
      outcomes[id] = { refusal: ":: " + String(error?.message ?? error) };
    }
  }
  process.stdout.write(JSON.stringify(outcomes));
`;

/** The project's own sources, compiled as they are loaded, as an app of theirs would. */
export async function throughSource(project: Project, ids: readonly string[]): Promise<Outcomes> {
  const list = ids.map(
    (id) => `${JSON.stringify(id)}: () => import("./emails/${fileOf(project, id)}")`,
  );
  await project.write("source-index.mjs", `export const emails = { ${list.join(", ")} };`);
  const { stdout } = await project.node(renderAll("./source-index.mjs"), {
    record: false,
    tsx: true,
  });
  return JSON.parse(stdout);
}

function fileOf(project: Project, id: string): string {
  const endings = [".tsx", ".jsx", ".ts", ".js", ".mjs", ".cjs", ".mts", ".cts"];
  return `${id}${endings.find((one) => existsSync(project.path(`emails/${id}${one}`)))}`;
}

function refusalOf(file?: string, line?: number | string, message = ""): string {
  return `${file ?? ""}:${line ?? ""}: ${message}`;
}

/** Lays a fixture into a project; its folder `modules` is what it has installed. */
export function layFixture(
  folder: string,
  { root }: Project,
  installed: readonly string[] = [],
): void {
  for (const name of installed) {
    const from = join(repository, "node_modules", name);
    cpSync(from, join(root, "node_modules", name), { recursive: true, dereference: true });
  }

  cpSync(folder, root, {
    recursive: true,
    filter: (path) => path !== join(folder, "modules"),
  });
  const modules = join(folder, "modules");
  if (existsSync(modules)) {
    cpSync(modules, join(root, "node_modules"), { recursive: true, verbatimSymlinks: true });
  }
}
