import { ApiRefusal } from "./api-refusal.ts";
import { type ApiRoute, apiRoutes } from "./api-routes.ts";
import { describeApi } from "./openapi.ts";
import { postmarkPrefix, type ServedInbox } from "./served-inbox.ts";

/** Where the API is served, and its documentation below it. */
export const apiPath = "/api/v1";

/** Longest body that the API reads, in octets. */
export const longestBody = 64 * 1024;

/**
 * Answers a request to the API of an inbox. Never throws. Who may ask is not its affair.
 *
 * @returns `undefined` when the path is none of the API's
 */
export async function handleApiRequest(
  inbox: ServedInbox,
  request: Request,
): Promise<Response | undefined> {
  const { pathname, searchParams: query } = new URL(request.url);
  if (pathname !== apiPath && !pathname.startsWith(`${apiPath}/`)) return undefined;
  const path = pathname.slice(apiPath.length);
  try {
    if (path === "" || path === "/" || path === "/openapi.json") {
      return Response.json(describeApi(apiPath));
    }
    const { route, params } = findRoute(request.method, path);
    const { signal } = request;
    const host = request.headers.get("host") ?? new URL(request.url).host;
    return await route.handle({
      ...{ inbox, params, query, signal, postmarkUrl: `http://${host}${postmarkPrefix}` },
      json: () => readJson(request),
    });
  } catch (error) {
    const status = error instanceof ApiRefusal ? error.status : 500;
    const message = error instanceof Error ? error.message : String(error);
    return Response.json({ error: message }, { status });
  }
}

function findRoute(method: string, path: string) {
  const asked = method === "HEAD" ? "get" : method.toLowerCase();
  const fitting = apiRoutes.flatMap((route) => {
    const groups = toPattern(route).exec(path)?.groups;
    return groups ? [{ route, params: groups }] : [];
  });
  const found = fitting.find(({ route }) => route.method === asked);
  if (found) return { ...found, params: decodeAll(found.params) };
  if (fitting.length === 0) {
    throw new ApiRefusal(
      404,
      `Cannot find this path: the API's are listed in ${apiPath}/openapi.json`,
    );
  }
  const methods = fitting.map(({ route }) => route.method.toUpperCase()).join(", ");
  throw new ApiRefusal(405, `Cannot answer: this path takes ${methods}`);
}

function toPattern({ path }: ApiRoute): RegExp {
  // A group that is always there, so that a match has groups.
  return new RegExp(`^(?<_>)${path.replace(/\{(\w+)\}/g, "(?<$1>[^/]+)")}$`);
}

function decodeAll(params: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  try {
    return Object.fromEntries(
      Object.entries(params).map(([name, value]) => [name, decodeURIComponent(value)]),
    );
  } catch {
    throw new ApiRefusal(400, "Cannot read the address: a % in it is followed by no code");
  }
}

async function readJson(request: Request): Promise<unknown> {
  const body = await request.arrayBuffer();
  if (body.byteLength > longestBody) {
    throw new ApiRefusal(413, `Cannot read the body: it is longer than ${longestBody} octets`);
  }
  try {
    return JSON.parse(Buffer.from(body).toString());
  } catch {
    throw new ApiRefusal(400, "Cannot read the body: it is not JSON");
  }
}
