import type { EmailSummary, InitialState, Project } from "../../protocol.ts";
import type { RenderService } from "../render/render-service.ts";

/** So long the page waits for its email; a slower one is asked for by the page itself. */
const longestWaitMs = 1_000;

/** What the page of an address begins with. */
export async function readInitialState(
  url: URL,
  project: Project,
  emails: readonly EmailSummary[],
  renders: RenderService,
): Promise<InitialState> {
  const id = url.pathname === "/" ? emails[0]?.id : emailIdIn(url.pathname);
  const slug = url.searchParams.get("variant") ?? undefined;
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), longestWaitMs);
  });
  const view = id === undefined ? null : Promise.race([renders.view(id, slug), late]);
  const state = { project, emails, view: (await view) ?? null };
  clearTimeout(timer);
  return state;
}

function emailIdIn(pathname: string): string | undefined {
  const path = /^\/emails\/(.+)$/.exec(pathname)?.[1];
  return path === undefined ? undefined : decodeURIComponent(path);
}
