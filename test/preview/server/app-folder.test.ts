import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { expect, onTestFinished, test, vi } from "vitest";
import { openAppFolder } from "../../../preview/server/app/app-folder.ts";
import { buildApp } from "../../../preview/server/app/build-app.ts";

const vite = resolve(import.meta.dirname, "../../../node_modules/vite");

/** This package in small: a page, one script, and Vite to build them. */
function createPackage() {
  const root = mkdtempSync(join(tmpdir(), "letterpress-package-"));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  const write = (path: string, text: string) => {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  };
  write("package.json", `{ "name": "letterpress", "type": "module" }`);
  write("vite.config.ts", `export default { root: "preview", build: { minify: false } };`);
  write("preview/index.html", `<body><script type="module" src="./app/main.ts"></script></body>`);
  write("preview/protocol/index.ts", "export {};");
  write("preview/app/main.ts", `console.log("one");`);
  mkdirSync(join(root, "node_modules"));
  symlinkSync(vite, join(root, "node_modules/vite"));
  return { root, write };
}

function scriptIn(folder: string): string {
  const [name = ""] = readdirSync(join(folder, "assets"));
  return readFileSync(join(folder, "assets", name), "utf8");
}

test("the app is built from its sources, and the same sources only once", async () => {
  const { root, write } = createPackage();
  const [first, second] = await Promise.all([buildApp(root), buildApp(root)]);
  expect(first).toBe(second);
  expect(scriptIn(first)).toContain("one");
  writeFileSync(join(first, "index.html"), "as it was");
  expect(readFileSync(join(await buildApp(root), "index.html"), "utf8")).toBe("as it was");
  write("preview/app/main.ts", `console.log("two");`);
  expect(scriptIn(await buildApp(root))).toContain("two");
  expect(readdirSync(dirname(first)).filter((name) => !name.startsWith("app-"))).toEqual([]);
});

test("the app is built anew when its sources change, and each page is told", async () => {
  const { root, write } = createPackage();
  const onRebuilt = vi.fn();
  const app = openAppFolder(root, onRebuilt);
  onTestFinished(() => app.close());
  expect(scriptIn(await app.current())).toContain("one");

  app.fileChanged(`${root}/emails/a.tsx`);
  write("preview/app/main.ts", "console.log(");
  app.fileChanged(`${root}/preview/app/main.ts`);
  await vi.waitFor(() => expect(onRebuilt).toHaveBeenCalledTimes(1), 20_000);
  await expect(app.current()).rejects.toThrow(/^Cannot build the preview's app:\n[\s\S]*main\.ts/);

  write("preview/app/main.ts", `console.log("fixed");`);
  app.fileChanged(`${root}/preview/app/main.ts`);
  await vi.waitFor(() => expect(onRebuilt).toHaveBeenCalledTimes(2), 20_000);
  expect(scriptIn(await app.current())).toContain("fixed");
});

test("an app that another server cleared away is built once more", async () => {
  const { root } = createPackage();
  const app = openAppFolder(root, () => {});
  onTestFinished(() => app.close());
  rmSync(await app.current(), { recursive: true });
  const [one, other] = await Promise.all([app.current(), app.current()]);
  expect(one).toBe(other);
  expect(scriptIn(one)).toContain("one");
});

test("a server never loses the app that it serves to builds of other sources", async () => {
  const { root, write } = createPackage();
  const served = await buildApp(root);
  const cache = dirname(served);
  // Newer ones, that nobody serves any more.
  const others = [1, 2, 3, 4, 5, 6].map((number) => join(cache, `app-${number}`));
  for (const folder of others) mkdirSync(folder);
  const longAgo = new Date(Date.now() - 3_600_000);
  utimesSync(served, longAgo, longAgo);
  write("preview/app/main.ts", `console.log("other");`);
  await buildApp(root);
  expect(scriptIn(served)).toContain("one");
  expect(others.filter((folder) => existsSync(folder))).toHaveLength(4);
});

test("an installed package has its app built already, and says when it is missing", async () => {
  const { root, write } = createPackage();
  rmSync(join(root, "preview"), { recursive: true });
  expect(() => openAppFolder(root, () => {})).toThrow(
    /dist\/app is missing; install letterpress anew$/,
  );
  write("dist/app/index.html", "<body></body>");
  expect(await openAppFolder(root, () => {}).current()).toBe(join(root, "dist/app"));
});
