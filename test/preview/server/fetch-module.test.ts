import type { DevEnvironment, HotPayload } from "vite";
import { expect, test } from "vitest";
import { fetchModule } from "../../../preview/server/thread/fetch-module.ts";

const url = "/project/emails/a.tsx";
const question: HotPayload = {
  ...{ type: "custom", event: "vite:invoke" },
  data: { id: "send:1", name: "fetchModule", data: [url] },
};

/** What Vite does for one module. @param onFetch told of each fetch, counted from 1 */
function environmentOf(
  module: { lastInvalidationTimestamp: number } | undefined,
  onFetch: (count: number) => void,
) {
  let count = 0;
  const environment = {
    moduleGraph: { getModuleByUrl: async () => module },
    hot: {
      handleInvoke: async () => {
        count += 1;
        onFetch(count);
        return { result: { code: `version ${count}` } };
      },
    },
  };
  return { environment: environment as unknown as DevEnvironment, fetches: () => count };
}

test("a module that is saved while Vite reads it is fetched again, with its new text", async () => {
  const module = { lastInvalidationTimestamp: 1 };
  const { environment } = environmentOf(module, (count) => {
    if (count < 3) module.lastInvalidationTimestamp += 1;
  });
  expect(await fetchModule(environment, question)).toEqual({ result: { code: "version 3" } });
});

test("Vite's clock may be ahead of the time: a module is fetched once all the same", async () => {
  const module = { lastInvalidationTimestamp: Date.now() + 3_600_000 };
  const { environment, fetches } = environmentOf(module, () => undefined);
  expect(await fetchModule(environment, question)).toEqual({ result: { code: "version 1" } });
  expect(fetches()).toBe(1);
});

test("a module that Vite does not know yet is fetched once", async () => {
  const { environment, fetches } = environmentOf(undefined, () => undefined);
  await fetchModule(environment, question);
  expect(fetches()).toBe(1);
});
