import type { IncomingMessage, ServerResponse } from "node:http";
import type { Room } from "../front/entrance.ts";
import type { Destination } from "../front/guard.ts";
import { type Answer, Refusal, writeAnswer, writeError } from "./answer.ts";

/** What a route is told. */
export interface ApiRequest {
  /** The path's named parts, decoded. */
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  /** The body as JSON. @param most octets; else 1 MiB. @throws {Refusal} when it is none, or too long */
  json(most?: number): Promise<unknown>;
  readonly raw: IncomingMessage;
  readonly response: ServerResponse;
}

/** One row of the API. */
export interface Route {
  readonly method: "GET" | "POST" | "DELETE";
  /** `:name` stands for one segment, `:name+` for one or more. */
  readonly path: string;
  /** What a browser may ask for it as. @default `empty`: by a script of the page */
  readonly destinations?: readonly Destination[] | undefined;
  /** `undefined`: the route has answered by itself. */
  handle(request: ApiRequest): Answer | undefined | Promise<Answer | undefined>;
}

/** Longest body that the API reads, in octets. */
const longestBody = 1024 * 1024;

const byScript: readonly Destination[] = ["empty"];

/** Makes a room of a table of routes: all that begins with `/api/`. */
export function createRouter(routes: readonly Route[]): Room {
  const table = routes.map((route) => ({ ...route, pattern: toPattern(route.path) }));
  const fittingAt = (path: string) => table.filter(({ pattern }) => pattern.test(path));
  const chosenOf = (fitting: typeof table, asked: string | undefined) => {
    const wanted = asked === "HEAD" ? "GET" : asked;
    return fitting.find(({ method }) => method === wanted);
  };

  return {
    allows({ method }, path) {
      if (path !== "/api" && !path.startsWith("/api/")) return undefined;
      return chosenOf(fittingAt(path), method)?.destinations ?? byScript;
    },
    answer: answerRequest,
  };

  async function answerRequest(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? "/", "http://preview");
    try {
      const fitting = fittingAt(url.pathname);
      const route = chosenOf(fitting, request.method);
      if (!route) throw refuse(url.pathname, fitting);
      if (route.method !== "GET" && request.headers["x-letterpress"] !== "1") {
        throw new Refusal(
          403,
          'Refused: what changes something needs the header "x-letterpress: 1"',
        );
      }
      const groups = route.pattern.exec(url.pathname)?.groups ?? {};
      const params = Object.fromEntries(
        Object.entries(groups).map(([name, value]) => [name, decode(value)]),
      );
      const answer = await route.handle({
        params,
        query: url.searchParams,
        json: (most) => readJson(request, most),
        raw: request,
        response,
      });
      if (answer) writeAnswer(response, answer, request.method !== "HEAD");
    } catch (error) {
      const status = error instanceof Refusal ? error.status : 500;
      writeError(response, status, error instanceof Error ? error.message : String(error));
    }
  }
}

function refuse(path: string, fitting: readonly Route[]): Refusal {
  if (fitting.length === 0)
    return new Refusal(404, `Cannot find ${path}: the API has no such path`);
  return new Refusal(
    405,
    `Cannot answer: ${path} takes ${fitting.map((one) => one.method).join(", ")}`,
  );
}

function toPattern(path: string): RegExp {
  const source = path
    .replaceAll(".", "\\.")
    .replace(/:(\w+)(\+?)/g, (_, name, many) => `(?<${name}>${many ? ".+" : "[^/]+"})`);
  return new RegExp(`^${source}$`);
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    throw new Refusal(400, "Cannot read the address: a % in it is followed by no code");
  }
}

async function readJson(request: IncomingMessage, most = longestBody): Promise<unknown> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request) {
    length += chunk.length;
    if (length > most) {
      const size = Math.floor(most / 1024 / 1024);
      throw new Refusal(413, `Cannot read the body: it is longer than ${size} MiB`);
    }
    chunks.push(chunk);
  }
  try {
    return JSON.parse(Buffer.concat(chunks).toString());
  } catch {
    throw new Refusal(400, "Cannot read the body: it is not JSON");
  }
}
