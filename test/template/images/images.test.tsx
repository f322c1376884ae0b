import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { renderElement } from "letterpress";
import type { ReactElement } from "react";
import { afterAll, describe, expect, test } from "vitest";

const root = mkdtempSync(join(tmpdir(), "letterpress-images-"));
const staticDir = join(root, "static");
const png = Buffer.from("89504e470d0a1a0a", "hex");
mkdirSync(join(staticDir, "icons"), { recursive: true });
writeFileSync(join(staticDir, "logo.png"), png);
writeFileSync(join(staticDir, "same.png"), png);
writeFileSync(join(staticDir, "icons", "a b.svg"), "<svg/>");
writeFileSync(join(staticDir, "notes.txt"), "secret");
writeFileSync(join(root, "secret.png"), "secret");
symlinkSync(join(root, "secret.png"), join(staticDir, "link.png"));
symlinkSync(root, join(staticDir, "up"));
symlinkSync(join(staticDir, "logo.png"), join(staticDir, "inside.png"));
mkdirSync(join(staticDir, "folder.png"));
mkdirSync(join(root, "static-other"));
if (process.platform !== "win32") {
  execFileSync("mkfifo", [join(staticDir, "pipe.png")]);
  symlinkSync("/dev/zero", join(staticDir, "device.png"));
}
writeFileSync(join(staticDir, "small.png"), Buffer.alloc(60, "x"));
/** Bytes whose base64, with its line ends, leaves 78 of 10 MB. */
const fittingBytes = 7_307_634;
for (const [name, sizeBytes] of [
  ["fits", fittingBytes],
  ["large", fittingBytes + 58],
] as const) {
  writeFileSync(join(staticDir, `${name}.png`), "");
  truncateSync(join(staticDir, `${name}.png`), sizeBytes);
}
writeFileSync(join(root, "static-other", "x.png"), "secret");
afterAll(() => rmSync(root, { recursive: true }));

const page = (children: ReactElement) => (
  <html lang="en">
    <head>
      <style>{".a{background:url(/static/logo.png)}"}</style>
    </head>
    <body>{children}</body>
  </html>
);
const sources = (html: string) => [...html.matchAll(/src="([^"]*)"/g)].map(([, src]) => src);

describe("baseUrl", () => {
  const everywhere = page(
    <table {...{ background: "/static/b.png" }}>
      <tbody>
        <tr>
          <td style={{ backgroundImage: "url('/static/c.png')" }}>
            <img src="/static/d.png?v=1&w=2" srcSet="/static/e.png 1x, /static/f.png 2x" alt="" />
            <img src="https://cdn.example/x.png" alt="" />
            <img src="//cdn.example/x.png" alt="" />
            <img src="data:image/png;base64,AA==" alt="" />
            <a href="/static/page">x</a>
          </td>
        </tr>
      </tbody>
    </table>,
  );

  test("makes images absolute wherever they are loaded, and nothing else", async () => {
    const { html } = await renderElement(everywhere, { baseUrl: "https://shop.example/mail/" });
    for (const name of ["logo", "b", "c", "d", "e", "f"]) {
      expect(html).toContain(`https://shop.example/mail/static/${name}.png`);
    }
    expect(html).toContain('src="https://shop.example/mail/static/d.png?v=1&amp;w=2"');
    expect(html).toContain('src="https://cdn.example/x.png"');
    expect(html).toContain('src="//cdn.example/x.png"');
    expect(html).toContain('src="data:image/png;base64,AA=="');
    expect(html).toContain('href="/static/page"');
  });

  test("leaves conditional comments to the byte", async () => {
    const comment = '<!--[if mso]><v:fill src="/static/d.png"/><![endif]-->';
    const element = page(<div {...{ dangerouslySetInnerHTML: { __html: comment } }} />);
    const { html } = await renderElement(element, { baseUrl: "https://shop.example" });
    expect(html).toContain(comment);
  });

  test("is refused when it is not absolute", async () => {
    await expect(renderElement(everywhere, { baseUrl: "/mail" })).rejects.toThrow(
      "baseUrl must be an absolute URL",
    );
  });
});

describe('images: "cid"', () => {
  const images = (...srcs: string[]) =>
    page(
      <div>
        {srcs.map((src) => (
          <img key={src} src={src} alt="" />
        ))}
      </div>,
    );
  const inline = { images: "cid", staticDir } as const;

  test("attaches each image once, and shows it by its content id", async () => {
    const element = images("/static/logo.png", "/static/same.png", "/static/icons/a%20b.svg?v=1");
    const { html, attachments, warnings } = await renderElement(element, inline);
    expect(warnings).toBeUndefined();
    expect(attachments).toEqual([
      {
        filename: "same.png",
        content: png,
        contentType: "image/png",
        contentId: expect.any(String),
      },
      {
        filename: "a b.svg",
        content: Buffer.from("<svg/>"),
        contentType: "image/svg+xml",
        contentId: expect.any(String),
      },
    ]);
    const [first, second] = attachments?.map(({ contentId }) => `cid:${contentId}`) ?? [];
    expect(sources(html)).toEqual([first, first, second]);
    expect(html).toContain(`background:url("${first}")`);
  });

  test("follows a link that stays inside", async () => {
    const { attachments } = await renderElement(images("/static/inside.png"), inline);
    expect(attachments?.[0]?.content).toEqual(png);
  });

  test.each([
    ["out of the folder", "/static/../secret.png", "outside"],
    ["out of the folder, encoded", "/static/%2e%2e%2fsecret.png", "outside"],
    ["into a folder of a similar name", "/static/../static-other/x.png", "outside"],
    ["by a link", "/static/link.png", "outside"],
    ["by a link to a folder", "/static/up/secret.png", "outside"],
    ["to a folder", "/static/folder.png", "no file"],
    ["to a file that no message holds", "/static/large.png", "larger than the 10 MB"],
    ...(process.platform === "win32"
      ? []
      : [
          ["into a pipe that nobody writes into", "/static/pipe.png", "no file"],
          ["by a link to a device", "/static/device.png", "outside"],
        ]),
    ["to what is no image", "/static/notes.txt", "none of an image's"],
    ["to nothing", "/static/missing.png", "has no such file"],
    ["with a NUL", "/static/logo.png%00.png", ""],
    ["with a broken escape", "/static/%zz.png", ""],
  ])("reads nothing that leads %s, and says so", async (_what, src, reason) => {
    const { html, attachments, warnings } = await renderElement(images(src), inline);
    expect(JSON.stringify(attachments ?? [])).not.toContain("secret");
    expect(sources(html)).toEqual([src]);
    expect(warnings).toEqual([
      { code: "image-not-inlined", message: expect.stringContaining(reason) },
    ]);
    expect(warnings?.[0]?.message).not.toContain(root);
  });

  test("reads no more images than a message holds, and names those that are left out", async () => {
    const element = images("/static/fits.png", "/static/small.png", "/static/same.png");
    const { html, attachments, warnings } = await renderElement(element, inline);
    // The style sheet has the first.
    expect(attachments?.map(({ filename }) => filename)).toEqual(["same.png", "fits.png"]);
    expect(sources(html)[1]).toBe("/static/small.png");
    expect(warnings?.map(({ message }) => message)).toEqual([
      expect.stringMatching(/^\/static\/small\.png is not attached: .*larger than the 10 MB/),
    ]);
  });

  test("fetches nothing from elsewhere", async () => {
    const remote = ["https://127.0.0.1:1/x.png", "//127.0.0.1:1/static/x.png", "file:///etc/hosts"];
    const { html, warnings } = await renderElement(images(...remote), inline);
    expect(sources(html)).toEqual(remote);
    expect(warnings?.map(({ code }) => code)).toEqual(["address-not-reachable"]);
  });

  test("needs to know the folder", async () => {
    await expect(renderElement(images("/static/logo.png"), { images: "cid" })).rejects.toThrow(
      'images: "cid" needs staticDir',
    );
  });

  test("leaves the rest to baseUrl", async () => {
    const element = images("/static/logo.png", "/static/missing.png");
    const { html } = await renderElement(element, { ...inline, baseUrl: "https://shop.example" });
    expect(sources(html)).toEqual([
      expect.stringMatching(/^cid:/),
      "https://shop.example/static/missing.png",
    ]);
  });
});
