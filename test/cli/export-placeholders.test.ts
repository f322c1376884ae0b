import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, expect, onTestFinished, test } from "vitest";
import { createProject } from "../preview/server/test-project.ts";
import { buildCli, runCli } from "./run-cli.ts";

beforeAll(buildCli);

const order = `import { defineEmail } from "letterpress";

interface Props { name: string; count: number; lines: readonly { name: string }[] }
function Order({ name, count, lines }: Props) {
  return <html><body><p>Hello {name}, {count} things</p><ul>{lines.map((line) => <li key={line.name}>{line.name}</li>)}</ul></body></html>;
}
const schema = { "~standard": { version: 1, vendor: "own", validate: (value: Props) => typeof value.count === "number" ? { value } : { issues: [{ message: "must be a number", path: ["count"] }] } } } as const;
export default defineEmail({
  id: "order", component: Order, schema,
  subject: ({ name }) => \`Order of \${name}\`,
  variants: { default: { name: "Ada", count: 3, lines: [{ name: "Pen" }, { name: "Ink" }] } },
});
`;

const branching = `import { defineEmail } from "letterpress";

function Status({ status }: { status: string }) {
  return <html><body><p>{status === "late" ? "Sorry" : status}</p></body></html>;
}
export default defineEmail({
  id: "status", component: Status, subject: "Status",
  variants: { default: { status: "sent" }, late: { status: "late" } },
});
`;

test("emails become templates for other back ends; what branches on a prop is refused by its name", async () => {
  const project = createProject({ "emails/order.tsx": order, "emails/status.tsx": branching });
  onTestFinished(() => project.dispose());
  const args = ["export", "--placeholders", "postmark", "--out", "templates"];
  const command = runCli(args, project.root);
  const code = await command.ends();
  const output = command.printed();
  expect(output).toContain("1 template written into templates");
  expect(output).toContain("status (default) cannot be a template:");
  expect(output).toMatch(/props\.status: the code branches/);
  expect(code).toBe(1);
  const read = (path: string) => readFileSync(join(project.root, "templates", path), "utf8");
  expect(read("order/default.html")).toContain(
    "<p>Hello {{name}}, {{count}} things</p><ul>{{#each lines}}<li>{{name}}</li>{{/each}}</ul>",
  );
  expect(read("order/default.subject.txt")).toBe("Order of {{{name}}}\n");
  expect(read("order/default.txt")).toContain("{{{count}}} things");
  expect(existsSync(join(project.root, "templates/status"))).toBe(false);

  const again = runCli([...args, "--json"], project.root);
  expect(await again.ends()).toBe(1);
  expect(JSON.parse(again.output())).toEqual({
    ...{ outDir: "templates", templateCount: 1 },
    refused: ["default", "late"].map((state) => ({
      ...{ id: "status", state, faults: [expect.stringMatching(/^props\.status: /)] },
    })),
  });
});
