import { cp } from "node:fs/promises";
import { resolve } from "node:path";
import { version } from "react";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openWorkspace, type Project, type Workspace } from "../build/workspace.ts";
import { throughBuild, throughDev, throughExport, throughSource } from "./loading/four-ways.ts";

const react = resolve(import.meta.dirname, "../../node_modules/react");

function email(name: string, from: string): string {
  return `import { ${name} } from ${JSON.stringify(from)};
export default function Letter() {
  return <html lang="en"><body><${name}>Ada</${name}></body></html>;
}
Letter.PreviewProps = {};
`;
}

const hello = `import { useState } from "react";
import { jsx } from "react/jsx-runtime";
export function Hello({ children }) {
  const [word] = useState("Hello");
  return jsx("p", { title: word, children });
}
`;

const files = {
  "package.json": JSON.stringify({
    ...{ name: "shop", private: true, type: "module" },
    dependencies: { "es-ui": "1", "cjs-ui": "1", "over-ui": "1", "@shop/ui": "1" },
  }),
  "emails/es.tsx": email("Hello", "es-ui"),
  "emails/cjs.tsx": email("Hello", "cjs-ui"),
  "emails/over.tsx": email("Hello", "over-ui"),
  "emails/linked.tsx": email("Hello", "../../ui-source/hello"),
  "node_modules/es-ui/package.json": `{ "name": "es-ui", "version": "1.0.0", "type": "module", "exports": "./index.js", "dependencies": { "react": "*" } }`,
  "node_modules/es-ui/index.js": hello,
  "node_modules/cjs-ui/package.json": `{ "name": "cjs-ui", "version": "1.0.0", "main": "index.js" }`,
  "node_modules/cjs-ui/index.js": `"use strict";
const { useState, createElement } = require("react");
exports.Hello = function Hello({ children }) {
  const [word] = useState("Hello");
  return createElement("p", { title: word }, children);
};
`,
  "node_modules/over-ui/package.json": `{ "name": "over-ui", "version": "1.0.0", "type": "module", "exports": "./index.js", "dependencies": { "es-ui": "*" } }`,
  "node_modules/over-ui/index.js": `export * from "es-ui";\n`,
  "../ui-source/hello.tsx": `import { useState, type ReactNode } from "react";
export function Hello({ children }: { children: ReactNode }) {
  const [word] = useState("Hello");
  return <p title={word}>{children}</p>;
}
`,
};
const ids = ["cjs", "es", "linked", "over"];

describe("a project whose packages bring another copy of React", () => {
  let workspace: Workspace;
  let project: Project;

  beforeAll(async () => {
    workspace = await openWorkspace();
    project = await workspace.project(files);
    for (const folder of ["node_modules/es-ui", "node_modules/cjs-ui", "../ui-source"]) {
      await cp(react, project.path(`${folder}/node_modules/react`), { recursive: true });
    }
  });
  afterAll(() => workspace?.dispose());

  test("renders on one copy, alike in the preview, an export and a build", async () => {
    const dev = await throughDev(project);
    for (const id of ids) {
      expect
        .soft(dev[id], id)
        .toEqual({ html: expect.stringMatching(/title="Hello"[^>]*>Ada<\/p>/) });
    }
    expect(Object.keys(dev).sort()).toEqual(ids);
    expect(await throughExport(project)).toEqual(dev);
    expect((await throughBuild(project, [])).outcomes).toEqual(dev);
  });

  test("is told both copies, and what to do, where the app itself loads them", async () => {
    const { es } = await throughSource(project, ["es"]);
    const refusal = es && "refusal" in es ? es.refusal : "";
    expect(refusal).toMatch(/^:: Cannot render <Letter>: two copies of React are loaded, /);
    expect(refusal).toContain(
      `${version} in ${project.path("node_modules/es-ui/node_modules/react")}`,
    );
    expect(refusal).toContain("peer dependency");
  });
});
