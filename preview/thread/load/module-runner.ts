import { SourceMap, type SourceMapPayload } from "node:module";
import {
  createDefaultImportMeta,
  createNodeImportMeta,
  type FetchResult,
  ModuleRunner,
  type ModuleRunnerImportMeta,
  type ModuleRunnerTransport,
} from "vite/module-runner";
import type { CurrentRun } from "../current-run.ts";
import type { StackFrame } from "../failure/stack.ts";
import type { FetchAnswer } from "../messages.ts";
import { createEmailEvaluator } from "./modules/email-evaluator.ts";

/** Runs the emails' modules in this thread. */
export interface EmailRunner {
  /** Runs a module, unless it was run already. */
  import<T>(url: string): Promise<T>;
  /** Lets modules run anew when they are next imported. */
  forget(ids: readonly string[]): void;
  /** Whether it waits for modules that Vite is still to give. */
  readonly isFetching?: (() => boolean) | undefined;
  /** The place in the source of a place in what was made of it; of a place elsewhere, the same. */
  toSource(frame: StackFrame): StackFrame;
}

/**
 * Creates the runner of the emails' modules.
 *
 * @param fetch asks Vite, as a module runner asks it
 * @param root the project
 */
export function createEmailRunner(
  fetch: (payload: unknown) => Promise<FetchAnswer>,
  current: CurrentRun,
  root: string,
): EmailRunner {
  let forgotten = 0;
  let fetches = 0;
  /** External modules that are CommonJS to Node. */
  const nodeCommonJs = new Set<string>();

  async function ask(payload: unknown): Promise<FetchAnswer> {
    fetches += 1;
    try {
      return await fetch(payload);
    } finally {
      fetches -= 1;
    }
  }

  const transport: ModuleRunnerTransport = {
    async invoke(payload) {
      const before = forgotten;
      const answer = (await ask(payload)) as { result: FetchResult };
      // "As you have it" is no answer when meanwhile we were told to have it no more.
      const isCache = forgotten !== before && answer.result && "cache" in answer.result;
      const last = isCache ? await ask(askedAnew(payload)) : answer;
      return noteExternal(last);
    },
  };

  /** Vite would look for names by itself, and knows less of CommonJS than the evaluator does. */
  function noteExternal(answer: FetchAnswer): FetchAnswer {
    const { result } = answer as { result?: FetchResult };
    if (!result || !("externalize" in result)) return answer;
    if (result.type === "commonjs") nodeCommonJs.add(result.externalize);
    return { result: { ...result, type: "builtin" } };
  }

  const options = {
    ...{ transport, hmr: false, createImportMeta },
    // Maps only what this runner runs.
    sourcemapInterceptor: "prepareStackTrace",
  } as const;
  const evaluator = createEmailEvaluator(
    current,
    root,
    (url) => nodeCommonJs.has(url),
    (url) => runner.evaluatedModules.getModuleByUrl(url),
  );
  const runner = new ModuleRunner(options, evaluator);

  /** Ids of a module and of all that it imports. */
  function reached(url: string): ReadonlySet<string> {
    const ids = new Set<string>();
    const root = runner.evaluatedModules.getModuleByUrl(url);
    if (root) ids.add(root.id);
    // A set hands out what is added while it is walked.
    for (const id of ids) {
      for (const one of runner.evaluatedModules.getModuleById(id)?.imports ?? []) ids.add(one);
    }
    return ids;
  }

  return {
    async import(url) {
      try {
        return await runner.import(url);
      } finally {
        // What a name stands for is told before whatever went wrong for the lack of it.
        evaluator.refuseMissing(reached(url));
      }
    },
    isFetching: () => fetches > 0,
    forget(ids) {
      forgotten += 1;
      for (const id of ids) {
        const module = runner.evaluatedModules.getModuleById(id);
        if (module) runner.evaluatedModules.invalidateModule(module);
      }
    },
    toSource(frame) {
      const map = runner.evaluatedModules.getModuleSourceMapById(frame.file)?.map;
      if (!map) return frame;
      const found = new SourceMap(map as SourceMapPayload).findEntry(
        frame.line - 1,
        frame.column - 1,
      );
      if (!("originalLine" in found)) return frame;
      return { ...frame, line: found.originalLine + 1, column: found.originalColumn + 1 };
    },
  };
}

/** The question for a module, without the claim to have it already. */
function askedAnew(payload: unknown): unknown {
  const asked = payload as { data: { data: [string, string?, object?] } };
  const [url, importer, options] = asked.data.data;
  return {
    ...asked,
    data: { ...asked.data, data: [url, importer, { ...options, cached: false }] },
  };
}

/**
 * `import.meta` as Vite's runner gives it. Its `resolve` costs a loader thread at the first module,
 * and few emails ask for it: they pay, the others do not.
 */
function createImportMeta(modulePath: string): ModuleRunnerImportMeta {
  return {
    ...createDefaultImportMeta(modulePath),
    main: false,
    resolve: (specifier, parent) => createNodeImportMeta(modulePath).resolve(specifier, parent),
  };
}
