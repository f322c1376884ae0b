/** The preview as a Vite plugin, and as a folder of files: `letterpress/vite`. */
export { type StdioAddresses, type StdioOptions, serveStdio } from "./agent/serve-stdio.ts";
export {
  type CheckProgress,
  type CheckProjectOptions,
  type CheckResult,
  checkProject,
} from "./checks/check-project.ts";
export type { Unchecked } from "./checks/check-states.ts";
export { loadConfig } from "./checks/load-config.ts";
export { type WatchedCheck, watchChecks } from "./checks/watch-checks.ts";
export type { ComposeInput, StateInput } from "./compose/composer.ts";
export { type OpenEmails, type OpenEmailsOptions, openEmails } from "./compose/open-emails.ts";

export { type RenderProjectOptions, renderProject } from "./diff/render-project.ts";
export type { ExportFailure } from "./export/export-failure.ts";
export {
  exportPlaceholders,
  type PlaceholderOptions,
  type PlaceholderResult,
  type PlaceholderSyntax,
  placeholderSyntaxes,
  type RefusedState,
} from "./export/export-placeholders.ts";
export type {
  ExportOptions,
  ExportProgress,
  ExportResult,
} from "./export/export-preview.ts";
export { exportPreview } from "./export/export-preview.ts";
export type { ProofOptions } from "./export/proof-emails.ts";
export { proofEmails } from "./export/proof-emails.ts";
export type { ExportWarning } from "./export/render-warnings.ts";
export { letterpress } from "./letterpress-plugin.ts";
export type { LetterpressOptions } from "./options.ts";
