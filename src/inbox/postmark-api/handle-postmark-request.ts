import type { LocalServer } from "../local-server.ts";
import { checkToken } from "./check-token.ts";
import type { PostmarkRoute } from "./postmark-call.ts";
import { PostmarkRefusal, toErrorBody } from "./postmark-refusal.ts";
import { postmarkRoutes } from "./postmark-routes.ts";
import { readQuery } from "./read-query.ts";

/** Longest body that any endpoint reads, in octets. */
export const longestPostmarkBody = 50_000_000;

const usualLongestBody = 1024 * 1024;

/**
 * Answers a request to Postmark's API. Never throws. Who may ask is not its affair.
 *
 * @param path the path from the API's root, not decoded
 * @returns `undefined` when the path is none of Postmark's
 */
export async function handlePostmarkRequest(
  server: LocalServer,
  path: string,
  request: Request,
): Promise<Response | undefined> {
  const found = findRoute(request.method, path);
  if (!found) return undefined;
  try {
    if (found.route === undefined) throw methodRefusal();
    const { route, params } = found;
    const { token = "server" } = route;
    const isTest = token !== "none" && checkToken(request, token, server);
    const { searchParams } = new URL(request.url);
    const answer = await route.handle({
      ...{ server, params, isTest },
      userAgent: request.headers.get("user-agent") ?? undefined,
      query: readQuery(searchParams, route.queryCode ?? 300),
      json: () => readJson(request, route.longestBody ?? usualLongestBody),
    });
    return answer instanceof Response ? answer : Response.json(answer);
  } catch (error) {
    return toResponse(error);
  }
}

/** Whether a path is one of Postmark's, whatever the method. */
export function isPostmarkPath(path: string): boolean {
  return findRoute("GET", path) !== undefined;
}

function toResponse(error: unknown): Response {
  const refusal =
    error instanceof PostmarkRefusal
      ? error
      : new PostmarkRefusal(0, error instanceof Error ? error.message : String(error), 500);
  return Response.json(toErrorBody(refusal), {
    status: refusal.status,
    headers: { "x-pm-apierrorcode": String(refusal.code) },
  });
}

function methodRefusal(): PostmarkRefusal {
  return new PostmarkRefusal(12, "Resource not found: this path takes other methods.", 405);
}

type FoundRoute =
  | { readonly route: PostmarkRoute; readonly params: Readonly<Record<string, string>> }
  | { readonly route: undefined };

function findRoute(method: string, path: string): FoundRoute | undefined {
  const asked = method === "HEAD" ? "GET" : method;
  let isKnown = false;
  for (const route of postmarkRoutes) {
    const params = matchPath(route.path, path);
    if (!params) continue;
    if (route.method === asked) return { route, params };
    isKnown = true;
  }
  return isKnown ? { route: undefined } : undefined;
}

/** Clients write some paths in other cases, or with a slash at the end. */
function matchPath(pattern: string, path: string): Readonly<Record<string, string>> | undefined {
  const wanted = pattern.split("/");
  const given = path.replace(/\/$/, "").split("/");
  if (wanted.length !== given.length) return undefined;
  const params: Record<string, string> = {};
  for (const [index, part] of wanted.entries()) {
    const segment = given[index] ?? "";
    const name = /^\{(\w+)\}$/.exec(part)?.[1];
    if (name === undefined) {
      if (part.toLowerCase() !== segment.toLowerCase()) return undefined;
      continue;
    }
    const value = decode(segment);
    if (!value) return undefined;
    params[name] = value;
  }
  return params;
}

function decode(segment: string): string | undefined {
  try {
    return decodeURIComponent(segment);
  } catch {
    return undefined;
  }
}

async function readJson(request: Request, longest: number): Promise<unknown> {
  const type = request.headers.get("content-type") ?? "";
  if (!/^(?:application|text)\/(?:x-)?json\b/i.test(type.trim())) {
    throw new PostmarkRefusal(
      409,
      "Content-Type and Accept headers must be set to application/json, text/json, or text/x-json.",
      415,
    );
  }
  const body = await request.arrayBuffer();
  if (body.byteLength > longest) {
    throw new PostmarkRefusal(300, `The request is larger than ${longest} octets.`, 413);
  }
  try {
    return JSON.parse(Buffer.from(body).toString());
  } catch {
    throw new PostmarkRefusal(402, "Received invalid JSON input.");
  }
}
