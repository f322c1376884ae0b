import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { parseSync } from "vite";
import { describe, expect, onTestFinished, test, vi } from "vitest";
import type { ConsoleLine } from "../../../preview/protocol/index.ts";
import { findThreadProgram } from "../../../preview/server/thread/thread-program.ts";
import { watchThread } from "../../../preview/server/thread/watchdog.ts";
import { firstHalf, mergeLines } from "../../../preview/thread/console/console-lines.ts";
import { fromThrown, toThrown } from "../../../preview/thread/failure/thrown.ts";
import { InvalidMessageError, isInvalidMessageError } from "../../../src/errors.ts";

test("the thread's program starts without what it rarely needs", async () => {
  const { file } = await findThreadProgram(resolve(import.meta.dirname, "../../.."));
  const { module } = parseSync(file, readFileSync(file, "utf8"));
  const imported = module.staticImports.map(({ moduleRequest }) => moduleRequest.value);
  expect([...new Set(imported.filter((specifier) => !specifier.startsWith("node:")))]).toEqual([
    "vite/module-runner",
  ]);
});

describe("watchThread()", () => {
  const timeoutMs = 2_000;

  function watch() {
    vi.useFakeTimers({ toFake: ["setInterval", "clearInterval"] });
    onTestFinished(() => void vi.useRealTimers());
    let time = 0;
    const clock = vi.spyOn(performance, "now").mockImplementation(() => time);
    onTestFinished(() => clock.mockRestore());
    /** Lets time pass, and the watchdog look once. */
    const pass = (ms: number) => {
      time += ms;
      vi.advanceTimersByTime(125);
    };
    const told = { pings: 0, silent: 0, quietMs: 0, passedMs: 0 };
    const watchdog = watchThread({
      timeoutMs,
      ping: () => {
        told.pings += 1;
      },
      onSilent: () => {
        told.silent += 1;
      },
      onQuiet: (ms) => {
        told.quietMs = ms;
      },
      onPassed: (ms) => {
        told.passedMs += ms;
      },
    });
    onTestFinished(() => watchdog.stop());
    return { told, watchdog, pass };
  }

  test("tells once of a thread that is silent, even if it does nothing", () => {
    const { told, pass } = watch();
    for (let tick = 0; tick < 4; tick += 1) pass(250);
    expect(told.silent).toBe(0);
    // At the least a quarter of the time counts.
    for (let tick = 0; tick < 40; tick += 1) pass(250);
    expect(told.silent).toBe(1);
  });

  test("lets a thread be that answers, however long it takes, and tells how long", () => {
    const { told, watchdog, pass } = watch();
    for (let tick = 0; tick < 40; tick += 1) {
      pass(250);
      watchdog.heard();
    }
    expect(told).toMatchObject({ silent: 0, quietMs: 0, pings: 41, passedMs: 10_000 });
  });

  test("tells while a thread may yet answer", () => {
    const { told, watchdog, pass } = watch();
    pass(250);
    expect(told.quietMs).toBe(0);
    pass(250);
    expect(told).toMatchObject({ silent: 0, passedMs: 250 });
    expect(told.quietMs).toBeGreaterThan(0);
    watchdog.heard();
    pass(250);
    expect(told.passedMs).toBe(500);
  });

  test("counts no time that the machine slept", () => {
    const { told, pass } = watch();
    pass(3_600_000);
    expect(told.silent).toBe(0);
  });
});

describe("an error on its way between threads", () => {
  test("keeps its name, its fields and its brand", () => {
    const error = new InvalidMessageError([{ field: "to[0]", message: "'to[0]' is empty" }]);
    const arrived = fromThrown(structuredClone(toThrown(error)));
    expect(isInvalidMessageError(arrived)).toBe(true);
    expect(arrived).toMatchObject({ name: "InvalidMessageError", field: "to[0]" });
    expect(arrived.stack).toBe(error.stack);
  });

  test.each([
    ["a text", "struck", "struck"],
    ["nothing", undefined, "undefined"],
    ["an object that goes round", Object.assign(new Error("round"), { self: globalThis }), "round"],
  ])("is an error again when it was %s", (_, thrown, message) => {
    expect(fromThrown(structuredClone(toThrown(thrown))).message).toBe(message);
  });
});

describe("console lines", () => {
  const line = (text: string): ConsoleLine => ({ level: "log", text, place: null, count: 1 });

  test("the same one over and over is one", () => {
    const lines = mergeLines(["a", "b", "b", "b", "a"].map(line));
    expect(lines.map(({ text, count }) => `${text} ×${count}`)).toEqual(["a ×1", "b ×3", "a ×1"]);
  });

  test.each([
    [
      ["a", "b", "a", "b"],
      ["a", "b"],
    ],
    [
      ["a", "b", "a"],
      ["a", "b", "a"],
    ],
    [
      ["a", "b", "b", "a"],
      ["a", "b", "b", "a"],
    ],
    [[], []],
  ])("of %j the first half is %j", (given, kept) => {
    expect(firstHalf(given.map(line)).map(({ text }) => text)).toEqual(kept);
  });
});
