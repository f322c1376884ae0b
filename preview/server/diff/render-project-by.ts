import { realpathSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import { normalizePath } from "vite";
import { isLike } from "../../../src/check/exceptions.ts";
import type { RenderedState, Side } from "../../../src/diff/states/state.ts";
import type { EmailView } from "../../protocol/index.ts";
import { readStates } from "../export/read-states.ts";
import type { StartHeadless } from "../export/start-headless.ts";
import { createPictureFinder } from "./picture-prints.ts";

/** Options of `renderProject`. */
export interface RenderProjectOptions {
  /** The project. @default the working directory */
  readonly root?: string | undefined;
  /** Folder of the emails, relative to the root. @default what the Vite config says, else "emails" */
  readonly emailsDir?: string | undefined;
  /** The project's Vite config; `false` for none. @default the project's own */
  readonly configFile?: string | false | undefined;
  /** Ids of the emails to render, `*` standing for any characters. @default all */
  readonly emails?: readonly string[] | undefined;
  /** Told after each email. */
  readonly onProgress?:
    | ((progress: { readonly done: number; readonly total: number }) => void)
    | undefined;
}

/**
 * Renders every variant of the emails of a project, in each locale, to be compared with what the
 * same project renders elsewhere: the path of its root is not in it.
 *
 * @param start starts a preview of the project
 * @throws {Error} when the project's config does not load
 */
export async function renderProjectBy(
  start: StartHeadless,
  options: RenderProjectOptions = {},
): Promise<Side> {
  const root = realpathSync(resolve(options.root ?? process.cwd()));
  const preview = await start({
    ...{ root, emailsDir: options.emailsDir, configFile: options.configFile },
    renderTimeoutMs: undefined,
  });
  try {
    const picturesOf = createPictureFinder({
      staticDir: join(preview.emailsDir, "static"),
      publicDir: [join(root, "public"), root],
    });
    const asked = preview.found.emails.filter(
      ({ id }) => options.emails?.some((one) => isLike(id, one)) ?? true,
    );
    const states: RenderedState[] = [];
    for (const [index, { id }] of asked.entries()) {
      for await (const { view, locale, isAgain } of readStates(id, preview.json<EmailView>)) {
        if (isAgain) continue;
        states.push({
          ...{ id, variant: view.variant, locale },
          variantName:
            view.variants.find(({ slug }) => slug === view.variant)?.name ?? view.variant,
          result: await toResult(view, root, picturesOf),
        });
      }
      options.onProgress?.({ done: index + 1, total: asked.length });
    }
    const files = Object.fromEntries(
      asked.map(({ id, path }) => [id, normalizePath(relative(root, path))]),
    );
    return { states, files };
  } finally {
    await preview.close();
  }
}

async function toResult(
  { result }: EmailView,
  root: string,
  picturesOf: ReturnType<typeof createPictureFinder>,
): Promise<RenderedState["result"]> {
  const plain = (text: string) => text.replaceAll(normalizePath(root), "").replaceAll(root, "");
  if (result.status === "failed") return { failure: plain(result.message) };
  const { subject, preheader, from, html, text } = result;
  return {
    subject: plain(subject),
    preheader: plain(preheader),
    ...{ from, html: plain(html), text: plain(text) },
    pictures: await picturesOf(html),
  };
}
