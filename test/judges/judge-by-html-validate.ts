import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Judge } from "./judged-email.ts";

/** The last version for Node 20; too large to be installed for everybody. */
const version = "10.17.0";

/** What email needs and web pages do not, each with its reason. */
const allowed: Readonly<Record<string, string>> = {
  "doctype-html":
    "React Email writes the XHTML doctype: with it, and with HTML's own, clients are in standards mode",
  "no-deprecated-attr":
    "Outlook for Windows lays out by width, align, cellpadding and bgcolor, and knows no CSS for it",
};

interface Message {
  readonly ruleId: string;
  readonly message: string;
  readonly line: number;
  readonly column: number;
}

interface HtmlValidate {
  validateStringSync(html: string): {
    readonly results: readonly { readonly messages: readonly Message[] }[];
  };
}

/** Asks html-validate, with its standard rules. */
export const judgeByHtmlValidate: Judge = async (emails) => {
  const folder = mkdtempSync(join(tmpdir(), "letterpress-judge-"));
  try {
    writeFileSync(join(folder, "package.json"), "{}");
    const options = ["--no-audit", "--no-fund", "--silent", "--prefer-offline"];
    const install = spawnSync("npm", ["install", ...options, `html-validate@${version}`], {
      cwd: folder,
    });
    if (install.status !== 0) return "html-validate could not be installed";
    const { HtmlValidate } = createRequire(join(folder, "package.json"))("html-validate");
    const judge: HtmlValidate = new HtmlValidate({ extends: ["html-validate:standard"] });
    return emails.map(({ name, html }) => ({
      email: name,
      problems: judge
        .validateStringSync(html)
        .results.flatMap(({ messages }) => messages)
        .filter(({ ruleId }) => allowed[ruleId] === undefined)
        .map(({ ruleId, message, line, column }) => `${ruleId}: ${message} at ${line}:${column}`),
    }));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};
