import { expect, test } from "vitest";
import type { EmailView, SourceFile } from "../../../preview/protocol/index.ts";
import { openPreview } from "./open-preview.ts";
import { emailShowing } from "./test-project.ts";

/** What a file system takes and an address, a module or a shell may trip over. */
const names = [
  `it's "quoted"`,
  "two  words",
  "100%",
  "%41",
  "a&b=c+d",
  "größe, 例",
  "back`tick $x",
  "semi;colon",
  "[id]",
];

/** What Vite takes for the end of a path, as it is in an address. */
const refused = ["what?", "what?raw", "number #1"];

const address = (id: string) => id.split("/").map(encodeURIComponent).join("/");

test("a file may be called whatever its system lets it be called", async () => {
  const files = names.map((name) => [
    `emails/in-${name}/${name}.tsx`,
    emailShowing(
      "old {part}",
      `import { part } from "./parts/${name.replace(/[?#%"`$]/g, "_")}.ts";`,
    ),
  ]);
  const parts = names.map((name) => [
    `emails/in-${name}/parts/${name.replace(/[?#%"`$]/g, "_")}.ts`,
    `export const part = "part";`,
  ]);
  const preview = await openPreview(Object.fromEntries([...files, ...parts]));
  expect([...(await preview.ids())].sort()).toEqual(
    names.map((name) => `in-${name}/${name}`).sort(),
  );
  const events = await preview.events();
  for (const name of names) {
    const id = `in-${name}/${name}`;
    const html = async () => {
      const { result } = await preview.json<EmailView>(`/api/emails/${address(id)}`);
      return result.status === "rendered" ? result.html.replaceAll("<!-- -->", "") : result.message;
    };
    expect([name, await html()]).toEqual([name, expect.stringContaining("old part for")]);
    const source = await preview.json<SourceFile>(`/api/source/${address(id)}`);
    expect(source.file).toBe(`emails/${id}.tsx`);
    preview.write(`emails/${id}.tsx`, emailShowing("new"));
    await events.next("changed", ({ ids }) => ids?.includes(id) === true);
    expect([name, await html()]).toEqual([name, expect.stringContaining("new for")]);
    preview.write(`emails/${id}.tsx`, emailShowing("{(() => { throw new Error('struck'); })()}"));
    await events.next("changed", ({ ids }) => ids?.includes(id) === true);
    const { result } = await preview.json<EmailView>(`/api/emails/${address(id)}`);
    expect(result).toMatchObject({
      status: "failed",
      location: { file: `emails/${id}.tsx`, line: 7 },
    });
  }
});

test.each(refused)(
  "an email called %s says why it cannot be shown, and how it can",
  async (name) => {
    const preview = await openPreview({ [`emails/${name}.tsx`]: emailShowing("A") });
    expect(await preview.ids()).toEqual([name]);
    const { result } = await preview.json<EmailView>(`/api/emails/${address(name)}`);
    const sign = name.includes("?") ? "?" : "#";
    expect(result).toMatchObject({
      status: "failed",
      message: `Cannot load "${name}": Vite takes the ${sign} in emails/${name}.tsx for the end of the path; rename the file or the folder`,
    });
    const source = await preview.json<SourceFile>(`/api/source/${address(name)}`);
    expect(source.code).toContain("defineEmail");
  },
);
