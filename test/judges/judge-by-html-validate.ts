import { installPackage } from "../fetched/install-package.ts";
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

interface Module {
  readonly HtmlValidate: new (config: { readonly extends: readonly string[] }) => HtmlValidate;
}

/** Asks html-validate, with its standard rules. */
export const judgeByHtmlValidate: Judge = async (emails) => {
  const { HtmlValidate } = await installPackage<Module>("html-validate", version);
  const judge = new HtmlValidate({ extends: ["html-validate:standard"] });
  return emails.map(({ name, html }) => ({
    email: name,
    problems: judge
      .validateStringSync(html)
      .results.flatMap(({ messages }) => messages)
      .filter(({ ruleId }) => allowed[ruleId] === undefined)
      .map(({ ruleId, message, line, column }) => `${ruleId}: ${message} at ${line}:${column}`),
  }));
};
