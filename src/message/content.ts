import { hasControlCharacter, isLongerThan } from "./characters.ts";
import type { IssueLog } from "./issue-log.ts";
import { maxBodyBytes, maxSubjectLength } from "./limits.ts";

/** Subject and bodies after validation. */
export interface Content {
  readonly subject: string;
  readonly html: string | undefined;
  readonly text: string | undefined;
  readonly textFormat: "flowed" | undefined;
}

/** Checks the subject and the bodies; an empty body counts as none. */
export function checkContent(
  input: {
    readonly subject?: string | undefined;
    readonly html?: string | undefined;
    readonly text?: string | undefined;
    readonly textFormat?: "flowed" | undefined;
  },
  log: IssueLog,
): Content {
  const { subject, html, text, textFormat } = input;
  const problem = problemOfSubject(subject);
  if (problem) log.report("subject", problem);
  if (!html && !text) {
    log.report("html", "and 'text' are both empty; give at least one of them");
  }
  if (textFormat !== undefined && textFormat !== "flowed") {
    log.report("textFormat", "is not 'flowed'; leave it out for ordinary text");
  }
  return {
    textFormat,
    subject: subject ?? "",
    html: checkBody(html, "html", log),
    text: checkBody(text, "text", log),
  };
}

/** What is wrong with a subject, or `undefined`. */
function problemOfSubject(subject: unknown): string | undefined {
  if (subject === undefined) return "is missing; give the message a subject line";
  if (typeof subject !== "string") return "is not a string; write one line of text";
  if (subject.trim() === "") return "is empty; give the message a subject line";
  if (/[\r\n]/.test(subject)) return "holds a line break; a subject is one line";
  if (hasControlCharacter(subject)) return "holds a control character; remove it";
  if (subject.length > maxSubjectLength) {
    return `has ${subject.length} characters; Postmark takes ${maxSubjectLength}`;
  }
  return undefined;
}

/** A body that is wrong is left out, so that no later check trips over it. */
function checkBody(body: unknown, field: "html" | "text", log: IssueLog): string | undefined {
  if (body === undefined || body === "") return undefined;
  if (typeof body !== "string") {
    log.report(field, "is not a string; render it first, or pass a component as 'react'");
    return undefined;
  }
  if (isLongerThan(body, maxBodyBytes)) {
    log.report(
      field,
      `is larger than the ${maxBodyBytes / 1e6} MB that Postmark takes; shorten it`,
    );
    return undefined;
  }
  return body;
}
