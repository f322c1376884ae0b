import { describe, expect, test } from "vitest";
import { splitImports } from "../../../preview/server/emails/split-imports.ts";
import { openPreview } from "./open-preview.ts";

const packages = new Map([
  ["Html", "@react-email/html"],
  ["Text", "@react-email/text"],
  ["Body", "@react-email/body"],
]);

function split(code: string): Promise<string> {
  return splitImports(
    code,
    (specifier) => specifier === "barrel",
    async (name) => packages.get(name),
  );
}

describe("splitImports()", () => {
  test("imports each name from the package that has it", async () => {
    expect(await split(`import { Html, Text as T } from "barrel";\nx();`)).toBe(
      `import { Html as Html } from "@react-email/html"; import { Text as T } from "@react-email/text";\nx();`,
    );
  });

  test("keeps every line where it was", async () => {
    const code = `import {\n  Html,\n  Text,\n} from "barrel";\nimport { a } from "other";\nthrow a;`;
    const result = await split(code);
    expect(result.split("\n").indexOf("throw a;")).toBe(5);
  });

  test("treats what is exported again likewise", async () => {
    expect(await split(`export { Html as Root } from "barrel";`)).toBe(
      `export { Html as Root } from "@react-email/html";`,
    );
  });

  test.each([
    `import { Html, Unknown } from "barrel";`,
    `import * as all from "barrel";`,
    `import barrel from "barrel";`,
    `import barrel, { Html } from "barrel";`,
    `import "barrel";`,
    `export * from "barrel";`,
    `import { "Html" as Html } from "barrel";`,
    `import { Html } from "other";`,
    `const text = 'import { Html } from "barrel"';`,
    `const { Html } = await import("barrel");`,
  ])("leaves alone: %s", async (code) => {
    expect(await split(code)).toBe(code);
  });
});

const email = (source: string, names = "Html, Text") => `import { ${names} } from "${source}";
export default function Letter() {
  return <Html lang="en"><Text>Written with React Email</Text></Html>;
}
Letter.PreviewProps = {};
`;

describe("an email written for React Email", () => {
  test("renders whatever it imports its components from", async () => {
    const preview = await openPreview({
      "emails/components-package.tsx": email("@react-email/components"),
      "emails/successor.tsx": email("react-email"),
      "emails/namespace.tsx": `import * as E from "@react-email/components";
export default function Letter() {
  return <E.Html lang="en"><E.Text>Written with React Email</E.Text></E.Html>;
}
Letter.PreviewProps = {};
`,
    });
    for (const id of ["components-package", "successor", "namespace"]) {
      expect(await preview.html(id)).toContain("Written with React Email");
    }
  });

  test("loads the packages that it uses, and not the others behind the barrel", async () => {
    const preview = await openPreview({ "emails/a.tsx": email("@react-email/components") });
    await preview.html("a");
    const loaded = [
      ...(preview.server.environments.emails?.moduleGraph.idToModuleMap.values() ?? []),
    ];
    const letter = loaded.find(({ file }) => file?.endsWith("/emails/a.tsx"));
    const code = letter?.transformResult?.code ?? "";
    expect(code).toContain("/@react-email/html/");
    expect(code).toContain("/@react-email/text/");
    expect(code).not.toContain("@react-email/components");
  });

  test("may be plain JavaScript, with or without JSX", async () => {
    const preview = await openPreview({
      "emails/with.jsx": email("@react-email/components"),
      "emails/in-js.js": email("@react-email/components"),
      "emails/without.js": `import { createElement as h } from "react";
export default function Letter() { return h("p", null, "Written without JSX"); }
Letter.PreviewProps = {};
`,
    });
    expect(await preview.html("with")).toContain("Written with React Email");
    expect(await preview.html("in-js")).toContain("Written with React Email");
    expect(await preview.html("without")).toContain("Written without JSX");
  });

  test.each(["preserve", "react", "react-native"])(
    "renders under jsx: %s in tsconfig.json",
    async (jsx) => {
      const preview = await openPreview({
        "tsconfig.json": JSON.stringify({ compilerOptions: { jsx } }),
        "emails/a.tsx": email("@react-email/components"),
        "emails/classic.tsx": `import React from "react";\n${email("@react-email/components")}`,
      });
      expect(await preview.html("a")).toContain("Written with React Email");
      expect(await preview.html("classic")).toContain("Written with React Email");
    },
  );

  test("renders in a project that has neither a tsconfig.json nor letterpress", async () => {
    const preview = await openPreview({ "emails/a.tsx": email("@react-email/components") });
    preview.remove("tsconfig.json");
    preview.write("emails/b.tsx", email("@react-email/components"));
    expect(await preview.html("a")).toContain("Written with React Email");
  });
});
