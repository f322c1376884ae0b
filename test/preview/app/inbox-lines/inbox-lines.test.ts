import { describe, expect, test } from "vitest";
import { fitText } from "../../../../preview/app/inbox-lines/fit-text.ts";
import {
  describeCut,
  fitLine,
  inboxClients,
} from "../../../../preview/app/inbox-lines/inbox-clients.ts";
import { describeSnippet, readSnippet } from "../../../../preview/app/inbox-lines/snippet.ts";

/** Letters ten px wide, marks that combine none. */
const measure = (text: string) => [...new Intl.Segmenter().segment(text)].length * 10;

describe("a text in a line", () => {
  test.each([
    ["fits", 50, 1, ["abcde"], 5],
    ["is cut with an ellipsis", 40, 1, ["abc…"], 3],
    ["has no room at all", 5, 1, ["…"], 0],
  ])("that %s", (_, width, lines, expected, shown) => {
    expect(fitText("abcde", width, lines, measure)).toEqual({ lines: expected, shown, length: 5 });
  });

  test("breaks between words, and is cut where the last line ends", () => {
    const text = "One two three four five";
    expect(fitText(text, 100, 2, measure).lines).toEqual(["One two", "three fou…"]);
    expect(fitText(text, 240, 2, measure).lines).toEqual([text]);
    expect(fitText("unbreakable", 50, 2, measure).lines).toEqual(["unbr…"]);
  });

  test("never cuts a character that is made of several", () => {
    const family = "👩‍👩‍👧‍👦";
    expect(fitText(`${family}${family}${family}`, 20, 1, measure).lines).toEqual([`${family}…`]);
  });

  test("that is empty takes no line", () => {
    expect(fitText("", 50, 2, measure)).toEqual({ lines: [], shown: 0, length: 0 });
  });

  test("that runs right-to-left is cut at its own end", () => {
    expect(fitText("שלום עולם", 60, 1, measure).lines).toEqual(["שלום…"]);
  });
});

describe("a message in three lists", () => {
  const [gmail, iphone] = inboxClients;
  if (!gmail || !iphone) throw new Error("no clients");
  const message = { sender: "Shop", subject: "Order confirmed", snippet: "Three items, paid." };

  test("shows whole where there is room, the preheader behind the subject in Gmail", () => {
    const line = fitLine(gmail, message, () => measure);
    expect(line.snippet.lines).toEqual(["Three items, paid."]);
    expect(describeCut(line)).toBeNull();
  });

  test("leaves the preheader what the subject leaves, or nothing", () => {
    const long = fitLine(gmail, { ...message, subject: "s".repeat(60) }, () => measure);
    expect(long.snippet.lines).toEqual(["Thr…"]);
    const longer = fitLine(gmail, { ...message, subject: "s".repeat(90) }, () => measure);
    expect(longer.snippet.lines).toEqual([]);
    expect(describeCut(longer)).toBe("subject: 66 of 90, preheader: 0 of 18 characters");
  });

  test("has two lines of preheader on an iPhone", () => {
    const line = fitLine(iphone, { ...message, snippet: "word ".repeat(30).trim() }, () => measure);
    expect(line.snippet.lines).toHaveLength(2);
    expect(describeCut(line)).toMatch(/^preheader: \d+ of 149 characters$/);
  });
});

describe("what stands behind the subject", () => {
  const padding = "\u034f\u200c\u00a0".repeat(63);

  test("is the preheader alone when its padding reaches far enough", () => {
    const snippet = readSnippet({ hidden: `Thanks, Ada. ${padding}`, body: "Shop Order 1" });
    expect(snippet).toMatchObject({
      text: "Thanks, Ada.",
      preheader: "Thanks, Ada.",
      padding: 189,
    });
    expect(describeSnippet(snippet)).toBe("Preheader of 12 characters, then 189 invisible ones");
  });

  test("is followed by the body when there is none, or too little of it", () => {
    const bare = readSnippet({ hidden: "Thanks.", body: " Shop   Order 1 " });
    expect(bare.text).toBe("Thanks. Shop Order 1");
    expect(describeSnippet(bare)).toBe(
      "Preheader of 7 characters without padding: the body follows",
    );
    const short = readSnippet({ hidden: "Thanks.\u200c\u200c", body: "Shop" });
    expect(describeSnippet(short)).toBe(
      "Preheader of 7 characters, 2 invisible ones, then the body",
    );
  });

  test("is the body where nothing was written for it", () => {
    const none = readSnippet({ hidden: "", body: "Shop Order 1" });
    expect(none.text).toBe("Shop Order 1");
    expect(describeSnippet(none)).toBe("No preheader: inboxes show the first words of the body");
    expect(describeSnippet(readSnippet({ hidden: "", body: "" }))).toBe("No preheader");
  });
});
