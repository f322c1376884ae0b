import { describe, expect, test } from "vitest";
import { openPreview } from "./open-preview.ts";

function showing(expression: string): string {
  return `import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
const name: string = "b";
const shown = ${expression};
export default function Letter() {
  return <html lang="en"><body>{shown}</body></html>;
}
Letter.PreviewProps = {};
`;
}

describe("files that a template reads from beside itself", () => {
  test("show in the open preview when they are edited", async () => {
    const preview = await openPreview({
      "emails/url.tsx": showing(`readFileSync(new URL("./terms.txt", import.meta.url), "utf8")`),
      "emails/dirname.tsx": showing(`readFileSync(join(__dirname, "terms.txt"), "utf8")`),
      "emails/part.tsx": `export { default } from "./components/part";\nexport const PreviewProps = {};`,
      "emails/components/part.tsx": showing(
        `readFileSync(join(import.meta.dirname, \`../texts/\${name}.txt\`), "utf8")`,
      ),
      "emails/folder.tsx": showing(`readdirSync(join(import.meta.dirname, "texts")).map(
        (file) => readFileSync(join(import.meta.dirname, "texts", file), "utf8"))`),
      "emails/other.tsx": showing(`import.meta.filename.split("/").at(-1)`),
      "emails/terms.txt": "First terms",
      "emails/texts/a.txt": "Text A",
      "emails/texts/b.txt": "Text B",
    });
    expect(await preview.html("url")).toContain(">First terms</body>");
    expect(await preview.html("dirname")).toContain(">First terms</body>");
    expect(await preview.html("folder")).toContain(">Text AText B</body>");
    expect(await preview.html("other")).toContain(">other.tsx</body>");
    const events = await preview.events();

    preview.write("emails/terms.txt", "Second terms");
    const { ids } = await events.next("changed");
    expect([...(ids ?? [])].sort()).toEqual(["dirname", "url"]);
    expect(await preview.html("url")).toContain(">Second terms</body>");
    expect(await preview.html("dirname")).toContain(">Second terms</body>");

    preview.write("emails/texts/b.txt", "Text C");
    // A busy machine may tell of the first save twice.
    while (!(await events.next("changed")).ids?.includes("folder"));
    expect(await preview.html("folder")).toContain(">Text AText C</body>");
  });

  test("fail with the line that reads them when they are not there, and show once they are", async () => {
    const preview = await openPreview({
      "emails/url.tsx": showing(`readFileSync(new URL("./later.txt", import.meta.url), "utf8")`),
    });
    const { result } = await preview.view("url");
    expect(result).toMatchObject({
      status: "failed",
      message: expect.stringContaining("later.txt"),
      location: { file: "emails/url.tsx", line: 4 },
    });
    const events = await preview.events();
    preview.write("emails/later.txt", "At last");
    await events.next("changed");
    expect(await preview.html("url")).toContain(">At last</body>");
  });
});
