import { realpathSync } from "node:fs";
import { resolve } from "node:path";
import type { SourcePlace } from "../../protocol/index.ts";
import { normalPath } from "../../thread/normal-path.ts";
import { Refusal } from "../api/answer.ts";
import type { Route } from "../api/router.ts";
import { type OpenFile, openInEditor } from "./open-in-editor.ts";

/** What opening an editor needs. */
export interface EditorSources {
  /** The project; places are relative to it. */
  readonly root: string;
  readonly emailsDir: string;
  /** What only the preview's page knows, and sends along as `x-letterpress-token`. */
  readonly token: string;
  /** Files elsewhere that emails were loaded from. */
  readonly loadedFiles: () => readonly string[];
  /** @default the editor that runs, or the one that the environment names */
  readonly open?: OpenFile | undefined;
}

/** Opens a place of the project in the author's editor. */
export function openRoute(sources: EditorSources): Route {
  const { open = openInEditor } = sources;
  return {
    method: "POST",
    path: "/api/open",
    async handle(request) {
      if (request.raw.headers["x-letterpress-token"] !== sources.token) {
        throw new Refusal(403, "Refused: only the preview's own page opens the editor; reload it");
      }
      const { file, line, column } = readPlace(await request.json());
      const problem = await open({ file: findFile(file, sources), line, column });
      if (problem !== undefined) throw new Refusal(422, problem);
      return { json: {} };
    },
  };
}

/** @throws {Refusal} when the body is no {@link SourcePlace} */
function readPlace(body: unknown): SourcePlace {
  const { file, line = 1, column = 1 } = (body ?? {}) as Partial<Record<string, unknown>>;
  if (typeof file !== "string" || file === "" || !isCount(line) || !isCount(column)) {
    throw new Refusal(
      400,
      "Cannot open the editor: the body must be { file: string, line?: number, column?: number }",
    );
  }
  return { file, line, column };
}

function isCount(value: unknown): value is number {
  return Number.isInteger(value) && Number(value) >= 1;
}

/** @throws {Refusal} when there is no such file, or it is none of the project's */
function findFile(file: string, { root, emailsDir, loadedFiles }: EditorSources): string {
  const path = realPathOf(resolve(root, file));
  if (path === undefined) {
    throw new Refusal(404, `Cannot open ${file}: there is no such file any more`);
  }
  const folders = [root, emailsDir].flatMap((folder) => realPathOf(folder) ?? []);
  const isOwn = folders.some((folder) => path.startsWith(`${folder}/`));
  if (isOwn || loadedFiles().includes(path)) return path;
  throw new Refusal(403, `Cannot open ${file}: it is no file of the project`);
}

function realPathOf(path: string): string | undefined {
  try {
    return normalPath(realpathSync(path));
  } catch {
    return undefined;
  }
}
