import type { BrowserRenderer } from "./browser-render.ts";
import { fetchEmailView } from "./email-endpoints.ts";
import { type Site, site } from "./site.ts";

/** Gives the views of an export: from its files, and what was edited by this browser's own render. */
export function createStaticViews(): typeof fetchEmailView {
  let renderer: Promise<BrowserRenderer> | undefined;
  return async (query, options) => {
    const plain = await fetchEmailView({ ...query, props: null }, options);
    if (!plain.ok || query.props === null) return plain;
    if (!site.hasProps) return { ok: false, problem: { kind: "refused", message: noProps } };
    renderer ??= loadRenderer(site);
    return { ok: true, value: await (await renderer).view(query, plain.value) };
  };
}

const noProps = "This preview was exported without what it takes to edit props.";

/** Loaded with the first edit, and in no live preview. */
async function loadRenderer({ basePath }: Site): Promise<BrowserRenderer> {
  const { createBrowserRenderer, startRenderWorker } = await import("./browser-render.ts");
  return createBrowserRenderer(startRenderWorker(basePath));
}
