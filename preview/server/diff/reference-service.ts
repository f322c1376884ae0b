import { join, relative, resolve } from "node:path";
import { normalizePath } from "vite";
import { chooseReference } from "../../../src/build/checkout/choose-reference.ts";
import { findRepository } from "../../../src/build/checkout/find-repository.ts";
import { gitIn, orUndefined } from "../../../src/build/checkout/git.ts";
import { openCheckout } from "../../../src/build/checkout/open-checkouts.ts";
import type { RenderedState } from "../../../src/diff/states/state.ts";
import type { GitReference, ReferenceRenders, RenderSuccess } from "../../protocol/index.ts";
import { Refusal } from "../api/answer.ts";
import type { StartHeadless } from "../export/start-headless.ts";
import { createRecent } from "../views/recent.ts";
import { renderProjectBy } from "./render-project-by.ts";

/** Renders emails as they were at a git reference. */
export interface ReferenceService {
  /** What an email can be compared with; none where there is no repository. @param file absolute */
  list(file: string): readonly GitReference[];
  /** @throws {Refusal} when there is no such reference, or the email does not render there */
  render(id: string, ref: string): Promise<ReferenceRenders>;
}

/** The project whose emails are rendered. */
export interface ReferenceProject {
  readonly root: string;
  readonly emailsDir: string;
  /** Its Vite config, absolute; undefined: none. */
  readonly configFile: string | undefined;
  /** Starts a preview of it as it was. */
  readonly start: StartHeadless;
}

/** Commits of a file that are offered. */
const mostCommits = 12;
/** Renders of so many emails at so many commits are kept. */
const mostKept = 40;

/** Creates the service; it touches no repository before it is asked. */
export function createReferenceService(project: ReferenceProject): ReferenceService {
  const kept = createRecent<ReferenceRenders>(mostKept);
  let last: Promise<unknown> = Promise.resolve();

  async function renderAt(id: string, ref: string, commit: string): Promise<ReferenceRenders> {
    const repository = findRepository(project.root);
    const checkout = openCheckout(repository, commit);
    try {
      const root = join(checkout.folder, repository.path);
      const { configFile } = project;
      const { states } = await renderProjectBy(project.start, {
        ...{ root, emails: [id], emailsDir: relative(project.root, project.emailsDir) },
        configFile: configFile ? resolve(root, relative(project.root, configFile)) : false,
      });
      return { ref, commit, renders: toRenders(id, ref, states) };
    } finally {
      checkout.close();
    }
  }

  return {
    list(file) {
      const git = gitIn(project.root);
      const head = orUndefined(() => git("rev-parse", "--verify", "--quiet", "HEAD^{commit}"));
      if (!head) return [];
      const branches = ["main", "master", "origin/main", "origin/master"].filter((name) =>
        orUndefined(() => git("rev-parse", "--verify", "--quiet", `${name}^{commit}`)),
      );
      const log = orUndefined(() =>
        git("log", `-${mostCommits}`, "--format=%h%x09%s", "--", normalizePath(file)),
      );
      const commits = (log ?? "").split("\n").filter(Boolean);
      return [
        { ref: "HEAD", label: "the last commit" },
        ...branches.slice(0, 1).map((name) => ({ ref: name, label: name })),
        ...commits.map((line) => {
          const [ref = "", label = ""] = line.split("\t");
          return { ref, label: `${ref} ${label}` };
        }),
      ];
    },
    async render(id, ref) {
      let commit: string;
      try {
        ({ commit } = chooseReference(gitIn(findRepository(project.root).top), ref));
      } catch (error) {
        throw new Refusal(422, (error as Error).message);
      }
      const key = JSON.stringify([commit, id]);
      // One checkout at a time: each may be as large as the repository.
      const rendering = last.then(() => kept.get(key) ?? renderAt(id, ref, commit));
      last = rendering.catch(() => undefined);
      try {
        const rendered = await rendering;
        kept.set(key, rendered);
        return { ...rendered, ref };
      } catch (error) {
        if (error instanceof Refusal) throw error;
        throw new Refusal(422, `Cannot render ${id} at ${ref}: ${(error as Error).message}`);
      }
    },
  };
}

function toRenders(
  id: string,
  ref: string,
  states: readonly RenderedState[],
): Readonly<Record<string, RenderSuccess>> {
  const renders: Record<string, RenderSuccess> = {};
  for (const { variant, locale, result } of states) {
    if ("failure" in result) continue;
    const { subject, preheader, from, html, text } = result;
    renders[locale === null ? variant : `${variant}.${locale}`] = {
      ...{ status: "rendered", subject, preheader, from, html, text },
      ...{ htmlBytes: Buffer.byteLength(html), renderMs: 0 },
    };
  }
  if (Object.keys(renders).length > 0) return renders;
  const [failed] = states.flatMap(({ result }) => ("failure" in result ? result.failure : []));
  const reason = failed === undefined ? "it was not there yet" : `it does not render: ${failed}`;
  throw new Refusal(422, `Cannot show ${id} at ${ref}: ${reason}`);
}
