import { existsSync, readFileSync } from "node:fs";
import { relative } from "node:path";
import { codeFrame } from "./code-frame.ts";
import type { FoundEmail, FoundEmails, PassedOver } from "./find-emails.ts";
import { type BuildProblem, formatProblem } from "./problem.ts";

/** What makes a file an email, in a sentence. */
export const whatIsAnEmail =
  "an email is a file whose default export is a component or defineEmail(…), or an export with PreviewProps";

/** Files passed over are named one by one up to so many. */
const mostNamed = 20;

/** Why there is no email in a folder: that it is not there, or what its files are instead. */
export function describeEmpty({ folder: emailsDir, passedOver }: FoundEmails): string {
  if (!existsSync(emailsDir)) return `${emailsDir} is not there; name another with --emails`;
  const said = `no email stands in ${emailsDir}; ${whatIsAnEmail}`;
  return passedOver.length === 0 ? said : `${said}\n${listPassedOver(emailsDir, passedOver)}`;
}

/** Names files that hold no email with their reasons, a line each. */
export function listPassedOver(folder: string, passedOver: readonly PassedOver[]): string {
  const lines = passedOver
    .slice(0, mostNamed)
    .map(({ path, reason }) => `  ${shownPath(folder, path)}: ${reason}`);
  const more = passedOver.length - mostNamed;
  return [...lines, ...(more > 0 ? [`  and ${more} more`] : [])].join("\n");
}

/**
 * What is to be said of an emails folder when a command begins: why there is no email in it, which
 * files hold none, and which ids contradict their paths. Empty when all is well.
 */
export function describeFound(root: string, found: FoundEmails): readonly string[] {
  const { emails, passedOver } = found;
  if (emails.length === 0) return [`Warning: ${describeEmpty(found)}`];
  return [
    ...idWarnings(root, emails).map((warning) => `Warning: ${formatProblem(warning)}`),
    ...(passedOver.length > 0 ? [describePassedOver(root, passedOver)] : []),
  ];
}

/** `2 files hold no email:`, and each with its reason. */
export function describePassedOver(root: string, passedOver: readonly PassedOver[]): string {
  const count = passedOver.length === 1 ? "1 file holds" : `${passedOver.length} files hold`;
  return `${count} no email:\n${listPassedOver(root, passedOver)}`;
}

/** Says of each email that is defined with another id than its path where that is written. */
export function idWarnings(root: string, emails: readonly FoundEmail[]): readonly BuildProblem[] {
  return emails.flatMap(({ id, path, declaredId }) => {
    if (!declaredId) return [];
    const { line, column } = declaredId;
    const frame = frameOf(path, line, column);
    return [
      {
        message: describeId(id, declaredId.value),
        ...{ file: shownPath(root, path), line, column, frame },
      },
    ];
  });
}

/** What is wrong with an id that is not the path of its email. */
export function describeId(id: string, declared: string): string {
  return `the id "${declared}" is not the path of the email, which is known as "${id}"; write id: "${id}"`;
}

function shownPath(folder: string, path: string): string {
  return relative(folder, path).replaceAll("\\", "/");
}

function frameOf(path: string, line: number, column: number): string | undefined {
  try {
    return codeFrame(readFileSync(path, "utf8"), line, column) ?? undefined;
  } catch {
    return undefined;
  }
}
