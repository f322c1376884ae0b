import type { DevEnvironment, HotPayload } from "vite";
import {
  createDefaultImportMeta,
  createNodeImportMeta,
  ESModulesEvaluator,
  ModuleRunner,
  type ModuleRunnerImportMeta,
  type ModuleRunnerTransport,
} from "vite/module-runner";

/** Creates what runs the emails' modules in this process. */
export function createEmailRunner(environment: DevEnvironment): ModuleRunner {
  const options = {
    transport: createTransport(environment),
    hmr: false,
    // Maps only what this runner runs, also where another tool owns the process.
    sourcemapInterceptor: "prepareStackTrace",
    createImportMeta,
  } as const;
  return new ModuleRunner(options, new ESModulesEvaluator());
}

/**
 * Fetches modules from Vite. A file may be saved again while Vite still reads it; the runner shares
 * one fetch among all who wait for it, so that a later render would get the earlier text, too. What
 * was invalidated meanwhile is therefore fetched again.
 */
function createTransport(environment: DevEnvironment): ModuleRunnerTransport {
  return {
    async invoke(payload) {
      for (;;) {
        const begun = Date.now();
        const answer = await environment.hot.handleInvoke(payload);
        if (!(await wasInvalidatedSince(begun, fetchedUrl(payload), environment))) return answer;
      }
    },
  };
}

/** The address of the module that is asked for, unless it is one of a package. */
function fetchedUrl(payload: HotPayload): string | undefined {
  if (payload.type !== "custom" || payload.data?.name !== "fetchModule") return undefined;
  const [url] = payload.data.data;
  return typeof url === "string" && url.startsWith("/") ? url : undefined;
}

async function wasInvalidatedSince(
  time: number,
  url: string | undefined,
  { moduleGraph }: DevEnvironment,
): Promise<boolean> {
  const module = url === undefined ? undefined : await moduleGraph.getModuleByUrl(url);
  return module !== undefined && module.lastInvalidationTimestamp >= time;
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
