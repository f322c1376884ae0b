import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Body, Head, Html, Img, Link, Text } from "@react-email/components";
import { type RenderOptions, renderElement } from "letterpress";
import { createElement, type ReactNode } from "react";
import { afterAll, beforeAll, expect, test } from "vitest";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "addresses-"));
  await mkdir(join(folder, "images"));
  await writeFile(join(folder, "images/a b.png"), "x");
  await writeFile(join(folder, "logo.png"), "x");
});
afterAll(() => rm(folder, { recursive: true }));

async function warningsOf(children: ReactNode, options?: RenderOptions) {
  const element = (
    <Html>
      <Head />
      <Body>{children}</Body>
    </Html>
  );
  const { warnings = [] } = await renderElement(element, options);
  return warnings.map(({ code, message }) => [code, message]);
}

test.each([
  ["no href", <Link key="a">x</Link>, "its <a> has no href"],
  [
    "an empty one",
    <Link key="a" href="">
      x
    </Link>,
    'its href is ""',
  ],
  [
    "what a template makes of nothing",
    <a key="a" href={`${undefined}`}>
      x
    </a>,
    'its href is "undefined"',
  ],
])("a link with %s is a warning", async (_what, link, words) => {
  expect(await warningsOf(link)).toEqual([
    ["link-without-address", expect.stringContaining(words)],
  ]);
});

test.each([
  ["an image", <Img key="a" src="file:///home/ada/a.png?token=1" alt="" />],
  [
    "a background",
    <Text key="a" style={{ background: "url('file:///home/ada/a.png')" }}>
      x
    </Text>,
  ],
  [
    "a link",
    <Link key="a" href="file:///home/ada/a.png#x">
      x
    </Link>,
  ],
])("an address of this machine is a warning, without its query: %s", async (_what, part) => {
  const found = await warningsOf(part);
  expect(found).toEqual([
    ["address-not-reachable", expect.stringMatching(/file:\/\/\/home\/ada\/a\.png; use an https/)],
  ]);
});

test("a path with a drive is one too", async () => {
  expect(await warningsOf(<Img src={"C:\\images\\a.png"} alt="" />)).toEqual([
    ["address-not-reachable", expect.stringContaining("C:\\images\\a.png")],
  ]);
});

test("an image that its folder does not have is a warning, with its name", async () => {
  const images = (
    <>
      <Img src="/static/logo.png?v=2" alt="" />
      <Img src="/static/images/a%20b.png" alt="" />
      <Img src="/static/gone.png?v=2" alt="" />
      <Img src="/static/../../etc/passwd" alt="" />
    </>
  );
  expect(await warningsOf(images, { staticDir: folder })).toEqual([
    ["image-not-found", expect.stringContaining("the static folder has no /gone.png; add it")],
    ["image-not-found", expect.stringContaining("the static folder has no /../../etc/passwd")],
  ]);
});

test("so is one of the folder that an app serves at its root", async () => {
  const images = (
    <>
      <Img src="/logo.png" alt="" />
      <Img src="/gone.png" alt="" />
      <Img src="//cdn.example/x.png" alt="" />
    </>
  );
  expect(await warningsOf(images, { publicDir: folder })).toEqual([
    ["image-not-found", expect.stringContaining("the public folder has no /gone.png")],
  ]);
});

test("an image of /static may be the app's, and an imported one lies below the root", async () => {
  const images = (
    <>
      <Img src="/static/gone.png" alt="" />
      <Img src="/images/a%20b.png" alt="" />
      <Img src="/@fs/home/ada/logo.png" alt="" />
    </>
  );
  const empty = join(folder, "none");
  expect(await warningsOf(images, { staticDir: empty, publicDir: [empty, folder] })).toEqual([
    ["image-not-found", expect.stringContaining("the static folder has no /gone.png")],
  ]);
});

test("what is in order is none", async () => {
  const parts = (
    <>
      <Link href="#top">x</Link>
      <Link href="{{ url }}">x</Link>
      <Link href="mailto:ada@example.com">x</Link>
      {createElement("a", { id: "top" })}
      <Img src="/static/a.png" alt="" />
      <Img src="https://cdn.example/a.png" alt="" />
      <Img src="cid:a" alt="" />
    </>
  );
  expect(await warningsOf(parts)).toEqual([]);
});
