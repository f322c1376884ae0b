import { beforeAll, expect, test } from "vitest";
import { frameSource, orderSource } from "../check/faults/correct-email.ts";
import { findSpamAssassin } from "../judges/find-spam-assassin.ts";
import { createProject } from "../preview/server/test-project.ts";
import { buildCli, runCli } from "./run-cli.ts";

beforeAll(async () => {
  await buildCli();
  process.env.PATH = await findSpamAssassin();
  // Some forty packages are fetched where this machine has none of them.
}, 600_000);

test("check --spam has SpamAssassin judge all mails, and tells what it counts against one", async () => {
  const order = orderSource
    // Little text beside pictures is another thing that SpamAssassin counts.
    .replace(/<img[^>]*>/, "")
    .replace("<td>£12.50</td>", "<td>$12,500,000.00</td>");
  const project = createProject({
    "emails/_frame.tsx": frameSource.replace(/<img[^>]*>/, ""),
    "emails/dear.tsx": order.replace('"ID"', '"dear"'),
    "emails/cheap.tsx": order.replace('"ID"', '"cheap"').replace("$12,500,000.00", "£12.50"),
  });
  try {
    const args = ["check", "--no-config", "--spam", "--max", "warning", "--json"];
    const command = runCli(args, project.root);
    const code = await command.ends();
    const { findings } = JSON.parse(command.output());
    expect(findings).toMatchObject([
      {
        rule: "spam-points",
        evidence: expect.stringContaining("US_DOLLARS_3"),
        where: { emails: ["dear"], variants: ["default", "long name"] },
        source: { file: "emails/dear.tsx" },
      },
    ]);
    expect(code).toBe(1);
  } finally {
    project.dispose();
  }
});
