import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { bundleWhatCan } from "../../../preview/server/export/browser/bundle-what-can.ts";
import { createProject, emailShowing } from "./test-project.ts";

test("an email that cannot be bundled for a browser is left out, and stops no other", async () => {
  const project = createProject({
    "emails/good.tsx": emailShowing("Good"),
    "emails/bad.tsx": emailShowing("Bad", `import { notThere } from "node:fs";\nvoid notThere;`),
  });
  onTestFinished(() => project.dispose());
  const emails = ["good", "bad"].map((id) => ({
    ...{ id, exportName: "default" },
    file: project.path(`emails/${id}.tsx`),
  }));
  const { files, ids, leftOut } = await bundleWhatCan(emails, {
    ...{ root: project.root, emailsDir: join(project.root, "emails"), configFile: false },
  });
  expect([...ids]).toEqual(["good"]);
  expect(leftOut).toEqual([{ id: "bad", reason: expect.stringContaining("notThere") }]);
  expect(leftOut[0]?.reason).not.toContain(project.root);
  const paths = files.map(({ path }) => path);
  expect(paths).toContain("_letterpress/emails/render.js");
  const code = files.map(({ content }) => String(content)).join("\n");
  expect(code).toContain("Good for ");
  expect(code).not.toContain("Bad for ");
  expect(code).not.toMatch(/\bfrom\s*"node:/);
});
