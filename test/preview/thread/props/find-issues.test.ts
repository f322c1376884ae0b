import { defineEmail, render } from "letterpress";
import { createElement } from "react";
import { expect, test } from "vitest";
import { z } from "zod";
import { findIssues } from "../../../../preview/thread/props/find-issues.ts";

const email = defineEmail({
  id: "order",
  component: ({ name }: { name: string; lines: { total: number }[] }) =>
    createElement("p", {}, name),
  subject: "Order",
  schema: z.strictObject({
    name: z.string().min(2, "at least two letters"),
    lines: z.array(z.strictObject({ total: z.int() })),
  }),
  variants: { default: { name: "Ada", lines: [] } },
});

async function issuesOf(props: object) {
  return render(email, props as never).then(
    () => [],
    (error: unknown) => findIssues(error),
  );
}

test("what a schema refuses is told by its path", async () => {
  expect(await issuesOf({ name: "A", lines: [{ total: 1 }, { total: 0.5 }] })).toEqual([
    { path: ["name"], message: "at least two letters" },
    { path: ["lines", 1, "total"], message: expect.stringContaining("int") },
  ]);
});

test("any other error has no issues", () => {
  expect(findIssues(new Error("x"))).toEqual([]);
  expect(findIssues(undefined)).toEqual([]);
  const issues = [{ field: "subject", message: "'subject' is empty" }];
  expect(findIssues({ code: "ERR_INVALID_MESSAGE", issues })).toEqual([]);
});
