import { describe, expect, test } from "vitest";
import { emptyStateReview } from "../../../../preview/app/review/empty-state-review.ts";
import {
  emptyReview,
  findState,
  fingerprintOf,
  longestReview,
  parseReview,
  printReview,
  type Review,
  withState,
} from "../../../../preview/app/review/review.ts";
import { readReviewHash, writeReviewHash } from "../../../../preview/app/review/review-link.ts";
import { describeReview } from "../../../../preview/app/review/review-words.ts";

const order = emptyStateReview({ id: "orders/order", variant: "default", locale: null }, "a");
const review: Review = {
  reviewer: "Zoë <b>",
  states: [
    { ...order, verdict: "approved" },
    { ...order, variant: "empty", locale: "de", verdict: "changes", comments: ["Größer", "ok\n?"] },
  ],
};

test("a review comes back out of a file and out of an address as it went in", async () => {
  expect(parseReview(printReview(review))).toEqual(review);
  const hash = await writeReviewHash(review);
  expect(hash).toMatch(/^#review=[\w-]+$/);
  expect(await readReviewHash(hash)).toEqual(review);
  expect(await readReviewHash("#top")).toBeUndefined();
});

describe("what is no review", () => {
  test.each([
    ["not JSON", "hello", "not a review of emails"],
    ["other JSON", '{"reviewer":"Ada","states":[]}', "not a review of emails"],
    ["a list", "[]", "not a review of emails"],
    [
      "a verdict that there is not",
      printReview({ ...review, states: [{ ...order, verdict: "fine" as never }] }),
      "not as it was written",
    ],
    [
      "a comment that is no text",
      printReview({ ...review, states: [{ ...order, comments: [{}] as never }] }),
      "not as it was written",
    ],
    ["far too much", " ".repeat(longestReview + 1), "too long"],
  ])("is refused: %s", (_, text, reason) => {
    expect(() => parseReview(text)).toThrow(reason);
  });

  test("is refused: an address that was cut off, or unpacks to far too much", async () => {
    const hash = await writeReviewHash(review);
    await expect(readReviewHash(hash.slice(0, -12))).rejects.toThrow("cut off");
    const bomb = await writeReviewHash({
      ...review,
      states: [{ ...order, comments: ["x".repeat(longestReview * 5)] }],
    });
    await expect(readReviewHash(bomb)).rejects.toThrow("cut off");
  });
});

test("a state of which nothing is said any more is none of the review", () => {
  const one = withState(emptyReview, { ...order, verdict: "approved" });
  const two = withState(one, { ...order, locale: "de", comments: ["Kürzer"] });
  expect(findState(two, { ...order, locale: "de" })?.comments).toEqual(["Kürzer"]);
  expect(withState(two, { ...order, locale: "de", comments: [] })).toEqual(one);
  expect(withState(one, order).states).toEqual([]);
});

test("a review is summed up in words", () => {
  expect(describeReview(emptyReview)).toBe("");
  expect(describeReview(review)).toBe("1 approved, 1 needs changes, 2 comments");
});

test("an email that changed has another fingerprint", () => {
  expect(fingerprintOf("<p>1</p>")).not.toBe(fingerprintOf("<p>2</p>"));
  expect(fingerprintOf("")).toBe("811c9dc5-0");
});
