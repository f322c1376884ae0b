import { afterEach, describe, expect, test, vi } from "vitest";
import { openPreview } from "./open-preview.ts";

/** An email that shows variables as JSON, read when its module runs and when it renders. */
function emailReading(...names: readonly string[]): string {
  return `import { env } from "node:process";
const early = { ${names.map((name) => `${name}: process.env.${name}`).join(", ")} };
export default function Letter() {
  const late = { ${names.map((name) => `${name}: env[${JSON.stringify(name)}]`).join(", ")} };
  return <html lang="en"><body title={JSON.stringify(early)} id={JSON.stringify(late)} /></html>;
}
Letter.PreviewProps = {};
`;
}

function variablesIn(html: string): Record<string, unknown> {
  const read = (name: string) => {
    const [, value = "null"] = new RegExp(` ${name}="([^"]*)"`).exec(html) ?? [];
    return JSON.parse(value.replaceAll("&quot;", '"').replaceAll("&#x27;", "'"));
  };
  expect(read("id")).toEqual(read("title"));
  return read("title");
}

describe("the project's .env files", () => {
  afterEach(() => vi.unstubAllEnvs());

  test("are in process.env as dotenv reads them, the files of the mode before the others", async () => {
    const preview = await openPreview({
      "emails/a.tsx": emailReading(
        "SITE",
        "KEY",
        "LINES",
        "HASH",
        "EMPTY",
        "LOCAL",
        "OF_MODE",
        "ABSENT",
      ),
      ".env": [
        "# what everybody sees",
        "export HOST=shop.example # where it is",
        'SITE="https://$HOST/"',
        "KEY='a $HOST # b'",
        'LINES="one',
        'two"',
        'HASH="#fff"',
        "EMPTY=",
        "LOCAL=shared",
        "OF_MODE=shared",
      ].join("\n"),
      ".env.local": "LOCAL=own\nOF_MODE=own\n",
      ".env.development": "OF_MODE=development\n",
      ".env.production": "SITE=https://production.example\n",
    });
    expect(variablesIn(await preview.html("a"))).toEqual({
      SITE: "https://shop.example/",
      KEY: "a shop.example # b",
      LINES: "one\ntwo",
      HASH: "#fff",
      EMPTY: "",
      LOCAL: "own",
      OF_MODE: "development",
    });
  });

  test("do not override what the environment has, and stay out of this process", async () => {
    vi.stubEnv("SITE_URL", "https://outside.example");
    vi.stubEnv("NOTHING", "");
    const preview = await openPreview({
      "emails/a.tsx": emailReading("SITE_URL", "NOTHING", "INSIDE"),
      ".env": "SITE_URL=https://inside.example\nNOTHING=something\nINSIDE=yes\n",
    });
    expect(variablesIn(await preview.html("a"))).toEqual({
      SITE_URL: "https://outside.example",
      NOTHING: "",
      INSIDE: "yes",
    });
    expect("INSIDE" in process.env).toBe(false);
  });

  test("reach the open preview when they are edited, added and deleted", async () => {
    const preview = await openPreview({
      "emails/a.tsx": emailReading("SITE_URL", "OTHER"),
      ".env": "SITE_URL=https://one.example\nOTHER=a\n",
    });
    const shown = async () => variablesIn(await preview.html("a").catch(() => ""));
    expect(await shown()).toEqual({ SITE_URL: "https://one.example", OTHER: "a" });
    preview.write(".env", "SITE_URL=https://two.example\n");
    await expect.poll(shown, { interval: 300 }).toEqual({ SITE_URL: "https://two.example" });
    preview.write(".env.local", "OTHER=b\n");
    await expect
      .poll(shown, { interval: 300 })
      .toEqual({ SITE_URL: "https://two.example", OTHER: "b" });
    preview.remove(".env.local");
    await expect.poll(shown, { interval: 300 }).toEqual({ SITE_URL: "https://two.example" });
  });

  test("can be listed, changed and removed like the rest of process.env", async () => {
    const preview = await openPreview({
      "emails/a.tsx": `
        const { SITE_URL, ...others } = process.env;
        process.env.ADDED_BY_EMAIL = "1";
        const before = "DROPPED" in process.env;
        delete process.env.DROPPED;
        const facts = [SITE_URL, "OTHER" in others, process.env.ADDED_BY_EMAIL, before, "DROPPED" in process.env,
          Object.keys(process.env).includes("OTHER"), JSON.parse(JSON.stringify(process.env)).OTHER];
        delete process.env.ADDED_BY_EMAIL;
        export default () => <html lang="en"><body>{facts.join(" ")}</body></html>;
        export const PreviewProps = {};`,
      ".env": "SITE_URL=here\nOTHER=there\nDROPPED=soon\n",
    });
    expect(await preview.html("a")).toContain("here true 1 true false true there");
  });

  test("never show in what the preview answers unless an email prints them", async () => {
    const token = "0f5c1c0e-2d5f-4b6a-9c0e-7a1b2c3d4e5f";
    const preview = await openPreview({
      "emails/a.tsx": emailReading("SITE_URL"),
      "emails/broken.tsx": `if (process.env.POSTMARK_SERVER_TOKEN) throw new Error("no such order");\n${emailReading("SITE_URL")}`,
      ".env": `SITE_URL=https://shop.example\nPOSTMARK_SERVER_TOKEN=${token}\n`,
    });
    const pages = [
      "/",
      "/emails/broken",
      "/api/project",
      "/api/emails",
      "/api/emails/a",
      "/api/emails/broken",
      "/.env",
    ];
    for (const path of pages) {
      expect.soft(await (await preview.request(path)).text(), path).not.toContain(token);
    }
    const { result } = await preview.view("broken");
    expect(result).toMatchObject({ status: "failed", message: "no such order" });
  });
});
