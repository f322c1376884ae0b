import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test, vi } from "vitest";
import type {
  EmailFindings,
  EmailSpread,
  FindingCounts,
  FixPlan,
  SourceFile,
} from "../../../preview/protocol/index.ts";
import { faulty } from "./faulty-emails.ts";
import { openPreview, type TestPreview } from "./open-preview.ts";

const changing = { "x-letterpress": "1", "content-type": "application/json" };

function post<T>(preview: TestPreview, path: string, body: object) {
  return preview.json<T>(path, { method: "POST", headers: changing, body: JSON.stringify(body) });
}

const fix = (preview: TestPreview, keys: readonly string[], version: string | null = null) =>
  post<FixPlan>(preview, "/api/fixes/order", { variant: "default", keys, version });

function sourceOf(preview: TestPreview, file: string): string {
  return readFileSync(join(preview.root, file), "utf8");
}

test("findings have their elements, their line, and the states that they are in", async () => {
  const preview = await openPreview({
    ...faulty,
    "letterpress.config.ts": `export default {\n  checks: { rules: { "image-gap": "off" } },\n};\n`,
  });
  const { findings, scope, status } = await preview.json<EmailFindings>("/api/checks/order");
  expect(status).toBe("checked");
  const alt = findings.find(({ rule }) => rule === "image-alt");
  expect(alt).toMatchObject({
    ...{ severity: "error", fix: 'Add alt=""' },
    elements: [{ name: "img" }, { name: "img" }],
    place: { file: "emails/order.tsx", line: 14 },
  });
  const places = findings.filter(({ rule }) => rule === "insecure-link").map(({ place }) => place);
  expect(places.map((place) => place?.file).sort()).toEqual([
    "emails/components/footer.tsx",
    "emails/order.tsx",
  ]);
  expect(scope.ruleCount).toBeGreaterThan(80);
  expect(scope.clients).toContain("Gmail");
  expect(scope.off).toEqual([
    { rule: "image-gap", place: { file: "letterpress.config.ts", line: 2, column: 23 } },
  ]);

  // As it is edited, and in another variant.
  const edited = await post<EmailFindings>(preview, "/api/checks/order", {
    ...{ variant: "default", props: '{"lines":["a"]}' },
  });
  expect(edited.findings.find(({ rule }) => rule === "image-alt")?.elements).toHaveLength(1);
  const other = await preview.json<EmailFindings>("/api/checks/order?variant=no-lines");
  expect(other.findings.some(({ rule }) => rule === "image-alt")).toBe(false);
  const spread = await preview.json<EmailSpread>("/api/check-spread/order");
  expect(spread).toMatchObject({ variantCount: 2, localeCount: 0, isWhole: true });
  expect(spread.findings[alt?.key ?? ""]?.variants).toEqual(["default"]);
  const footer = findings.find(({ place }) => place?.file.endsWith("footer.tsx"));
  expect(spread.findings[footer?.key ?? ""]?.variants).toEqual(["default", "no lines"]);

  // The source of the component that the finding names, and of nothing else.
  const source = await preview.json<SourceFile>(
    "/api/source/order?file=emails/components/footer.tsx",
  );
  expect(source.code).toBe(faulty["emails/components/footer.tsx"]);
  const foreign = await preview.request("/api/source/order?file=package.json");
  expect(foreign.status).toBe(404);

  const broken = await preview.json<EmailFindings>("/api/checks/broken");
  expect([broken.status, broken.findings]).toEqual(["unchecked", []]);
  expect((await preview.request("/api/checks/missing")).status).toBe(404);
});

test("what was found is counted in the background, and again after a save", async () => {
  const preview = await openPreview(faulty);
  const events = await preview.events();
  const { counts } = await preview.json<FindingCounts>("/api/check-counts");
  expect(counts).toEqual([]);
  const first = await events.next("counted", ({ count }) => count.id === "order");
  expect(first.count.errors).toBe(1);
  const known = async () => (await preview.json<FindingCounts>("/api/check-counts")).counts;
  await vi.waitUntil(async () => (await known()).length === 2);
  expect(await known()).toContainEqual(
    expect.objectContaining({ id: "broken", fails: "render", errors: 0 }),
  );
  preview.write("emails/order.tsx", faulty["emails/order.tsx"].replace("<img", '<img alt=""'));
  const second = await events.next("counted", ({ count }) => count.id === "order");
  expect(second.count.errors).toBe(0);
});

test("a config that changes holds at once, and one that is wrong says so", async () => {
  const config = (level: string) =>
    `export default { checks: { rules: { "image-alt": "${level}" } } };\n`;
  const preview = await openPreview({ ...faulty, "letterpress.config.ts": config("warning") });
  const severity = async () => {
    const { findings } = await preview.json<EmailFindings>("/api/checks/order");
    return findings.find(({ rule }) => rule === "image-alt")?.severity;
  };
  expect(await severity()).toBe("warning");
  const events = await preview.events();
  preview.write("letterpress.config.ts", config("info"));
  await events.next("changed", ({ ids }) => ids === null);
  expect(await severity()).toBe("info");
  preview.write("letterpress.config.ts", config("loud"));
  await events.next("changed", ({ ids }) => ids === null);
  const wrong = await preview.request("/api/checks/order");
  expect([wrong.status, await wrong.text()]).toEqual([422, expect.stringContaining("image-alt")]);
});

test("a fix is planned, written when it is the one that was looked at, and taken back", async () => {
  const preview = await openPreview(faulty);
  const { findings } = await preview.json<EmailFindings>("/api/checks/order");
  const keys = findings.filter((one) => one.fix !== null).map(({ key }) => key);
  const plan = await fix(preview, keys);
  expect(plan.undo).toBeNull();
  expect(plan.files.map(({ file, titles }) => [file, titles.length]).sort()).toEqual([
    ["emails/components/footer.tsx", 1],
    ["emails/order.tsx", 2],
  ]);
  expect(sourceOf(preview, "emails/order.tsx")).toBe(faulty["emails/order.tsx"]);

  const written = await fix(preview, keys, plan.version);
  const { after } = plan.files.find(({ file }) => file === "emails/order.tsx") ?? {};
  expect(sourceOf(preview, "emails/order.tsx")).toBe(after);
  expect(after).toContain('<a href="https://shop.test/item"><img alt="" src=');
  expect(sourceOf(preview, "emails/components/footer.tsx")).toContain("https://shop.test/help");

  await post(preview, "/api/undo-fix", { undo: written.undo ?? "" });
  for (const [file, code] of Object.entries(faulty)) expect(sourceOf(preview, file)).toBe(code);
  const again = await preview.request("/api/undo-fix", {
    ...{ method: "POST", headers: changing, body: JSON.stringify({ undo: written.undo }) },
  });
  expect(again.status).toBe(404);
});

test("a fix writes nothing where the file is another by now, or none of the project", async () => {
  const outside = `export function Outside() {
  return <a href="http://shop.test/outside">Out here</a>;
}
`;
  const preview = await openPreview({
    ...faulty,
    "../shared/outside.tsx": outside,
    "emails/linked.tsx": `import { Outside } from "../../shared/outside.tsx";
export default function Linked() {
  return <html lang="en"><body lang="en"><Outside /></body></html>;
}
`,
  });
  const { findings } = await preview.json<EmailFindings>("/api/checks/order");
  const keys = findings.filter((one) => one.fix !== null).map(({ key }) => key);
  const { version } = await fix(preview, keys);
  const events = await preview.events();
  const changed = `// changed\n${faulty["emails/order.tsx"]}`;
  preview.write("emails/order.tsx", changed);
  await events.next("changed");
  expect(await fix(preview, keys, version)).toMatchObject({
    error: expect.stringContaining("Cannot fix this"),
  });
  expect(sourceOf(preview, "emails/order.tsx")).toBe(changed);
  expect(sourceOf(preview, "emails/components/footer.tsx")).toBe(
    faulty["emails/components/footer.tsx"],
  );
  expect(await fix(preview, ["nothing"])).toMatchObject({
    error: expect.stringContaining("not found any more"),
  });

  const linked = await preview.json<EmailFindings>("/api/checks/linked");
  const link = linked.findings.find(({ rule }) => rule === "insecure-link");
  expect(link?.fix).not.toBeNull();
  const body = { variant: "default", keys: [link?.key] };
  const plan = await post<FixPlan>(preview, "/api/fixes/linked", { ...body, version: null });
  const refused = await post(preview, "/api/fixes/linked", { ...body, version: plan.version });
  expect(refused.error).toContain("it is no file of this project");
  expect(sourceOf(preview, "../shared/outside.tsx")).toBe(outside);
});
