import { problemOfFilename } from "./attachments.ts";
import type { IssueLog } from "./issue-log.ts";
import type { Calendar, CalendarInput, CalendarMethod } from "./message.ts";

const methods: Readonly<Record<CalendarMethod, true>> = {
  PUBLISH: true,
  REQUEST: true,
  REPLY: true,
  ADD: true,
  CANCEL: true,
  REFRESH: true,
  COUNTER: true,
  DECLINECOUNTER: true,
};

const defaultFilename = "invite.ics";

/**
 * Checks a calendar invitation. Gmail and Outlook show it as one only when the METHOD inside is the
 * method of its MIME type (RFC 6047 §2.4); line ends become CRLF (RFC 5545 §3.1).
 */
export function checkCalendar(
  input: CalendarInput | undefined,
  log: IssueLog,
): Calendar | undefined {
  if (input === undefined) return undefined;
  if (typeof input !== "object" || input === null) {
    log.report("calendar", "is not an invitation; write { method, content }");
    return undefined;
  }
  const { method, content, filename = defaultFilename } = input;
  const isMethod = Object.hasOwn(methods, method);
  if (!isMethod) log.report("calendar.method", `is none of ${Object.keys(methods).join(", ")}`);
  const contentProblem = problemOfContent(content, isMethod ? method : undefined);
  if (contentProblem) log.report("calendar.content", contentProblem);
  const filenameProblem = problemOfFilename(filename);
  if (filenameProblem) log.report("calendar.filename", filenameProblem);
  if (!isMethod || contentProblem || filenameProblem) return undefined;
  return {
    method,
    content: content
      .trim()
      .replace(/\r\n?|\n/g, "\r\n")
      .concat("\r\n"),
    filename,
  };
}

function problemOfContent(content: unknown, method: CalendarMethod | undefined) {
  if (typeof content !== "string") return "is not a string; write the iCalendar text";
  const lines = content.trim().split(/\r\n?|\n/);
  if (lines[0]?.toUpperCase() !== "BEGIN:VCALENDAR") {
    return "does not begin with BEGIN:VCALENDAR; write an iCalendar object";
  }
  if (lines.at(-1)?.toUpperCase() !== "END:VCALENDAR") {
    return "does not end with END:VCALENDAR; write an iCalendar object";
  }
  const stated = lines.filter((line) => /^METHOD[:;]/i.test(line));
  if (stated.length !== 1) {
    return `has ${stated.length} METHOD lines; it needs one that repeats 'calendar.method'`;
  }
  const value = stated[0]
    ?.slice(stated[0].indexOf(":") + 1)
    .trim()
    .toUpperCase();
  if (method && value !== method) {
    return `has another METHOD than 'calendar.method', which is ${method}; make them the same`;
  }
  return undefined;
}
