import { fileURLToPath } from "node:url";
import type { DevEnvironment, HotPayload } from "vite";
import { isCommonJs } from "../../../src/build/package-file.ts";
import { toPlain } from "../../thread/failure/thrown.ts";
import type { FetchAnswer } from "../../thread/messages.ts";
import { nodeSpecifier } from "../emails/node-packages.ts";

/**
 * Gives a module to the thread as Vite made it. A file may be saved again while Vite still reads
 * it; the runner shares one fetch among all who wait for it, so that a later render would get the
 * earlier text, too. What was invalidated meanwhile is therefore fetched again.
 *
 * @param payload the question of a module runner
 */
export async function fetchModule(
  environment: DevEnvironment,
  payload: HotPayload,
): Promise<FetchAnswer> {
  const url = fetchedUrl(payload);
  for (;;) {
    const before = await lastInvalidated(url, environment);
    const answer = fileForNode(payload) ?? (await environment.hot.handleInvoke(askedOf(payload)));
    if ((await lastInvalidated(url, environment)) === before) {
      return "error" in answer ? { error: sendable(answer.error) } : answer;
    }
  }
}

/** The answer to a question for a file that Node is to load. */
function fileForNode(payload: HotPayload): { readonly result: unknown } | undefined {
  const url = questionOf(payload)?.[0];
  const address = typeof url === "string" ? nodeSpecifier(url) : undefined;
  if (!address?.startsWith("file://")) return undefined;
  const type = isCommonJs(fileURLToPath(address)) ? "commonjs" : "module";
  return { result: { externalize: address, type } };
}

function questionOf(payload: HotPayload): readonly unknown[] | undefined {
  if (payload.type !== "custom" || payload.data?.name !== "fetchModule") return undefined;
  return payload.data.data;
}

/** The question as Vite is to hear it: what Node loads, by its name. */
function askedOf(payload: HotPayload): HotPayload {
  if (payload.type !== "custom" || payload.data?.name !== "fetchModule") return payload;
  const [url, ...rest] = payload.data.data;
  const specifier = typeof url === "string" ? nodeSpecifier(url) : undefined;
  if (specifier === undefined) return payload;
  return { ...payload, data: { ...payload.data, data: [specifier, ...rest] } };
}

/** The address of the module that is asked for, unless it is one of a package. */
function fetchedUrl(payload: HotPayload): string | undefined {
  if (payload.type !== "custom" || payload.data?.name !== "fetchModule") return undefined;
  const [url] = payload.data.data;
  return typeof url === "string" && url.startsWith("/") ? url : undefined;
}

/**
 * When a module was last invalidated, by Vite's own clock. It goes one on with each question and so
 * may be far ahead of the time: it is only ever compared with itself.
 */
async function lastInvalidated(
  url: string | undefined,
  { moduleGraph }: DevEnvironment,
): Promise<number> {
  // Where it cannot be resolved, Vite says so in its answer.
  const module = url && (await moduleGraph.getModuleByUrl(url).catch(() => undefined));
  return module ? module.lastInvalidationTimestamp : 0;
}

/** What plugins throw may carry functions and objects of all kinds; the place is plain data. */
function sendable(error: { name: string; message: string; stack?: string }): unknown {
  const { name, message, stack } = error;
  return { ...toPlain({ ...error }), name, message, stack };
}
