import type { EmailList, InitialState, Project } from "../../protocol/index.ts";
import { readQuery } from "../api/email-query.ts";
import type { RenderService } from "../views/render-service.ts";

/** So long the page waits for its email; a slower one is asked for by the page itself. */
const longestWaitMs = 1_000;

/**
 * What the page of an address begins with. At `/` it does not wait for any email, but the first one
 * of the gallery begins to render.
 */
export async function readInitialState(
  url: URL,
  project: Project,
  list: EmailList,
  renders: RenderService,
): Promise<InitialState> {
  const [first] = list.emails;
  if (url.pathname === "/" && first) void renders.view(readQuery(first.id, new URLSearchParams()));
  const id = emailIdIn(url.pathname);
  if (id === undefined) return { project, list, shown: null };
  const query = readQuery(id, url.searchParams);
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), longestWaitMs);
  });
  const view = await Promise.race([renders.view(query), late]);
  clearTimeout(timer);
  return { project, list, shown: view ? { query, view } : null };
}

function emailIdIn(pathname: string): string | undefined {
  const path = /^\/emails\/(.+)$/.exec(pathname)?.[1];
  return path === undefined ? undefined : decodeURIComponent(path);
}
