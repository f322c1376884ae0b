import { join } from "node:path";
import { normalizePath } from "vite";
import type { EmailSummary, EmailView, PropsView } from "../../protocol/index.ts";
import { staticFileOf } from "../../protocol/static-file.ts";
import { bundleWhatCan } from "./browser/bundle-what-can.ts";
import type { HeadlessPreview } from "./headless-preview.ts";
import { publicProps } from "./public-view.ts";
import type { SiteFolder } from "./site-folder.ts";

/** An email whose props cannot be edited in the export, and why. */
export interface LeftOut {
  readonly id: string;
  readonly reason: string;
}

/**
 * Writes what it takes to edit props in an export: the emails as modules for a browser, and what
 * can be edited of each.
 *
 * @param views the first view of each email
 */
export async function writeBrowser(
  views: readonly EmailView[],
  summaries: readonly EmailSummary[],
  { json, emailsDir }: HeadlessPreview,
  site: SiteFolder,
  { root, configFile }: { readonly root: string; readonly configFile: string | false | undefined },
): Promise<readonly LeftOut[]> {
  const loaded = views.filter(({ variants }) => variants.length > 0);
  const exports = new Map(summaries.map(({ id, exportName = "default" }) => [id, exportName]));
  const emails = loaded.map(({ id, file }) => ({
    ...{ id, file: normalizePath(join(root, file)) },
    exportName: exports.get(id) ?? "default",
  }));
  const { files, ids, leftOut } = await bundleWhatCan(emails, { root, emailsDir, configFile });
  for (const { path, content } of files) await site.write(path, content);
  for (const { id, variants } of loaded.filter((view) => ids.has(view.id))) {
    for (const slug of new Set(["default", ...variants.map((variant) => variant.slug)])) {
      const address = `/api/props/${id.split("/").map(encodeURIComponent).join("/")}?variant=${encodeURIComponent(slug)}`;
      const view = publicProps(await json<PropsView>(address));
      await site.write(staticFileOf(address) ?? "", JSON.stringify(view));
    }
  }
  return leftOut;
}
