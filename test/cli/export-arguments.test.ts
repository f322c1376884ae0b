import { describe, expect, test } from "vitest";
import { readExportArguments } from "../../src/cli/export-arguments.ts";
import { createProgress } from "../../src/cli/export-progress.ts";
import { UsageError } from "../../src/cli/usage-error.ts";

describe("readExportArguments()", () => {
  test("leaves open what was not said", () => {
    expect(readExportArguments([])).toEqual({
      ...{ out: "dist/export", emails: undefined, imageBaseUrl: undefined },
      ...{ source: true, props: undefined, renderTimeoutMs: undefined, config: undefined },
      json: false,
    });
  });

  test("reads what was said", () => {
    const said = ["--out", "site", "--emails", "mail", "--image-base", "https://shop.example"];
    const switches = ["--no-source", "--no-props", "--no-config", "--timeout", "1.5", "--json"];
    expect(readExportArguments([...said, ...switches])).toEqual({
      ...{ out: "site", emails: "mail", imageBaseUrl: "https://shop.example" },
      ...{ source: false, props: false, renderTimeoutMs: 1500, config: false },
      json: true,
    });
  });

  test.each([
    [["--timeout", "0"], /--timeout must be a number of seconds above 0, got "0"/],
    [["--timeout", "long"], /got "long"/],
    [["--image-base", "shop.example"], /--image-base must be an address/],
    [["--image-base", "ftp://shop.example"], /--image-base must be an address/],
    [["site"], /unexpected argument 'site'/],
  ])("%j makes no sense", (args, reason) => {
    expect(() => readExportArguments(args)).toThrow(reason);
    try {
      readExportArguments(args);
    } catch (error) {
      expect(error).toBeInstanceOf(UsageError);
    }
  });
});

describe("progress", () => {
  const steps = (stream: { isTTY?: boolean; columns?: number }) => {
    let written = "";
    const progress = createProgress({ ...stream, write: (text) => (written += text) });
    progress.step("  1/2  a");
    progress.step("  2/2  a very long name");
    progress.end();
    return written;
  };

  test("is a line for each step in a log", () => {
    expect(steps({})).toBe("  1/2  a\n  2/2  a very long name\n");
  });

  test("is one line on a terminal, never longer than that, and leaves none behind", () => {
    expect(steps({ isTTY: true, columns: 12 })).toBe(
      "\r\u001b[K  1/2  a\r\u001b[K  2/2  a ve\r\u001b[K",
    );
  });
});
