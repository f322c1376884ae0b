/** What is wrong with an email before anyone receives it: `letterpress/check`. */
export { type Checker, checkEmail, createChecker } from "./check-email.ts";
export { type Client, defaultClients } from "./clients/client.ts";
export { supportDate } from "./clients/support-data.ts";
export { defineConfig, type LetterpressConfig } from "./define-config.ts";
export type { EmailToCheck, ImageFile } from "./email-to-check.ts";
export type * from "./finding.ts";
export { mergeFindings } from "./merge-findings.ts";
export type { Budgets, CheckOptions, Exception } from "./options.ts";
export type { Fault, Report, Rule } from "./rule.ts";
export { rules } from "./rules/index.ts";
export { applyEdits, type EditedSource } from "./trace/apply-edits.ts";
export type { LocatedHtml, LocatedPlace } from "./trace/located.ts";
export { traceFindings } from "./trace/trace-findings.ts";
