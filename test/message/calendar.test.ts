import { describe, expect, test } from "vitest";
import { createMessage } from "../../src/message/create-message.ts";
import { goodInput, problemsOf } from "./message-input.ts";

const content =
  "BEGIN:VCALENDAR\nVERSION:2.0\nMETHOD:REQUEST\nBEGIN:VEVENT\nEND:VEVENT\nEND:VCALENDAR";

test("an invitation gets CRLF line ends and a file name", () => {
  const message = createMessage({ ...goodInput, calendar: { method: "REQUEST", content } });
  expect(message.calendar).toEqual({
    method: "REQUEST",
    content: `${content.replaceAll("\n", "\r\n")}\r\n`,
    filename: "invite.ics",
  });
});

describe("an invitation is refused when", () => {
  test.each([
    ["its method is none", { method: "INVITE", content }, /'calendar.method' is none of PUBLISH/],
    [
      "its method is another",
      { method: "CANCEL", content },
      /another METHOD than 'calendar.method', which is CANCEL/,
    ],
    [
      "it states no method",
      { method: "REQUEST", content: content.replace("METHOD:REQUEST\n", "") },
      /has 0 METHOD lines/,
    ],
    [
      "it states two",
      {
        method: "REQUEST",
        content: content.replace("METHOD:REQUEST", "METHOD:REQUEST\nMETHOD:CANCEL"),
      },
      /has 2 METHOD lines/,
    ],
    [
      "it is something else",
      { method: "REQUEST", content: "METHOD:REQUEST" },
      /begin with BEGIN:VCALENDAR/,
    ],
    [
      "it is cut off",
      { method: "REQUEST", content: content.replace("END:VCALENDAR", "") },
      /end with END:VCALENDAR/,
    ],
    ["it is bytes", { method: "REQUEST", content: new Uint8Array(1) }, /not a string/],
    [
      "its file name is a path",
      { method: "REQUEST", content, filename: "../a.ics" },
      /'calendar.filename' holds a path/,
    ],
  ])("%s", (_case, calendar, problem) => {
    expect(problemsOf({ calendar })).toEqual([expect.stringMatching(problem)]);
  });
});
