import { describe, expect, test } from "vitest";
import { readDevArguments } from "../../src/cli/dev-arguments.ts";
import { UsageError } from "../../src/cli/usage-error.ts";

describe("readDevArguments()", () => {
  test("leaves open what was not said", () => {
    expect(readDevArguments([])).toEqual({
      port: undefined,
      smtpPort: undefined,
      emails: undefined,
      open: false,
      config: undefined,
    });
  });

  test("reads every option, with a space or with =", () => {
    const args = ["--port", "4000", "--smtp-port=0", "--emails", "mail/templates", "--open"];
    expect(readDevArguments(args)).toMatchObject({
      port: 4000,
      smtpPort: 0,
      emails: "mail/templates",
      open: true,
    });
    expect(readDevArguments(["--config", "a.ts"])).toMatchObject({ config: "a.ts" });
    expect(readDevArguments(["--no-config"])).toMatchObject({ config: false });
  });

  test.each([
    [["--prot", "1"], /^Cannot run dev: unknown option '--prot'; did you mean --port\?$/],
    [["emails"], /^Cannot run dev: unexpected argument 'emails'/],
    [["--port"], /^Cannot run dev: option '--port <value>' argument missing/],
    [["--port", "80a"], /^Cannot run dev: --port must be a number from 0 to 65535, got "80a"$/],
    [["--port", "65536"], /--port must be a number from 0 to 65535/],
    [["--port", "-1"], /^Cannot run dev: option '--port' argument is ambiguous/],
    [["--smtp-port", ""], /--smtp-port must be a number/],
    [["--open=yes"], /^Cannot run dev: option '--open' does not take an argument/],
  ])("%j makes no sense, and says so", (args, message) => {
    expect(() => readDevArguments(args)).toThrow(message);
    expect(() => readDevArguments(args)).toThrow(UsageError);
  });
});
