import { parseSync } from "vite";
import { describe, expect, test } from "vitest";
import type { ExportVerdict } from "../../src/build/exports/export-verdict.ts";
import { readExports } from "../../src/build/exports/read-exports.ts";

function read(code: string, path = "welcome.tsx") {
  return readExports(parseSync, path, code, "welcome");
}

const jsx = "<Layout><p>Hello</p></Layout>";

describe("an email is a default export that is a component", () => {
  test.each<[string, string, string?]>([
    ["a function", `export default function Welcome() { return ${jsx}; }`],
    ["a function without a name", `export default function () { return ${jsx}; }`],
    [
      "a function in lower case that makes elements",
      `export default function mail() { return ${jsx}; }`,
    ],
    ["an async function", `export default async function Welcome() { return ${jsx}; }`],
    ["an arrow function", `export default () => ${jsx};`],
    ["a constant", `const Welcome = ({ name }: Props) => ${jsx};\nexport default Welcome;`],
    ["a constant exported twice", `export const Welcome = () => ${jsx};\nexport default Welcome;`],
    [
      "a typed constant",
      `const Welcome: FC<Props> = () => ${jsx};\nexport default Welcome satisfies FC;`,
    ],
    [
      "export { … as default }",
      `function Welcome() { return ${jsx}; }\nexport { Welcome as default };`,
    ],
    ["memo", `export default memo(function Welcome() { return ${jsx}; });`],
    ["React.memo of a name", `const Welcome = () => ${jsx};\nexport default React.memo(Welcome);`],
    [
      "a wrapper of one's own",
      `function Welcome() { return ${jsx}; }\nexport default withTheme("dark")(Welcome);`,
    ],
    ["lazy", `export default lazy(() => import("./parts/welcome"));`],
    ["a class", `export default class Welcome extends Component { render() { return ${jsx}; } }`],
    [
      "createElement in .js",
      `import { createElement as h } from "react";\nexport default () => h("html");`,
      "a.js",
    ],
    [
      "createElement in .ts",
      `export default function Welcome() { return createElement(Layout); }`,
      "a.ts",
    ],
    [
      "a capitalised function that calls another",
      "export default function Welcome(props) { return Layout(props); }",
      "a.js",
    ],
    ["CommonJS", `module.exports = function Welcome() { return ${jsx}; };`, "a.js"],
    [
      "CommonJS, compiled",
      `Object.defineProperty(exports, "__esModule", { value: true });\nexports.default = Welcome;\nfunction Welcome() { return _jsx("p", {}); }`,
      "a.js",
    ],
    [
      "CommonJS, an object with a default",
      `const Welcome = () => ${jsx};\nmodule.exports = { default: Welcome, other: 1 };`,
      "a.js",
    ],
    ["export =", `function Welcome() { return ${jsx}; }\nexport = Welcome;`, "a.tsx"],
    [
      "a choice",
      `const A = () => ${jsx}, B = () => ${jsx};\nexport default process.env.NEW ? A : B;`,
    ],
    [
      "defineEmail",
      `export default defineEmail({ id: "welcome", component: Welcome, subject: "Hi" });`,
    ],
    [
      "defineEmail under a name",
      `const email = defineEmail<Props>({ component: Welcome });\nexport default email;`,
    ],
    ["an element, told on its page", `export default <Html />;`],
    ["what is no program, told on its page", "export default function Welcome( { return <p>; }"],
  ])("%s", (_, code, path) => {
    expect(read(code, path).standard).toMatchObject({ kind: "email" });
  });
});

describe("what another file exports is followed there", () => {
  test.each<[string, string, ExportVerdict]>([
    [
      "export from",
      `export { default } from "../src/welcome";`,
      { kind: "elsewhere", specifier: "../src/welcome", name: "default" },
    ],
    [
      "a named one as default",
      `export { Welcome as default } from "@acme/mails";`,
      { kind: "elsewhere", specifier: "@acme/mails", name: "Welcome" },
    ],
    [
      "import and export",
      `import Welcome from "@/mails/welcome";\nexport default Welcome;`,
      { kind: "elsewhere", specifier: "@/mails/welcome", name: "default" },
    ],
    [
      "require",
      `module.exports = require("../src/welcome");`,
      { kind: "elsewhere", specifier: "../src/welcome", name: "default" },
    ],
  ])("%s", (_, code, verdict) => {
    expect(read(code).standard).toEqual(verdict);
  });
});

describe("anything else is not, and says what it is", () => {
  test.each<[string, string, string | undefined, string?]>([
    ["an object", "export default { colors: {} };", "an object"],
    [
      "an object under a name",
      "const theme = { a: 1 } as const;\nexport default theme;",
      "an object",
    ],
    ["a list", "export default ['a'];", "an array"],
    ["a string", "export default `text`;", "a string"],
    ["a number", "export default 102_000;", "a number"],
    [
      "a helper",
      "export default function format(n: number) { return n.toFixed(2); }",
      "a function that makes no React element",
      "format.ts",
    ],
    [
      "what a call returns",
      "export default createTheme({ dark: true });",
      "what createTheme(…) returns",
      "theme.ts",
    ],
    ["a type", "interface Props { name: string }\nexport default Props;", "a type", "props.ts"],
    [
      "a namespace",
      `import * as mails from "./mails";\nexport default mails;`,
      "a namespace",
      "all.ts",
    ],
    ["an instance", "export default new Map();", "an object"],
    ["nothing by default", "export const a = 1;", undefined],
    ["nothing at all", "const a = 1;", undefined],
    [
      "a comment that looks like one",
      "// export default defineEmail(\nexport const a = 1;",
      undefined,
    ],
    ["a string that looks like one", `export const a = "export default defineEmail(";`, undefined],
  ])("%s", (_, code, reason, path) => {
    expect(read(code, path).standard).toEqual(
      reason === undefined ? undefined : { kind: "other", reason },
    );
  });
});

test("named exports with PreviewProps or made by defineEmail are emails of their own", () => {
  const { standard, named } = read(`
    export const Welcome = () => ${jsx};
    (Welcome as any).PreviewProps = { name: "Ada" };
    export function Reset() { return ${jsx}; }
    Reset.PreviewProps = {};
    export const receipt = defineEmail({ id: "receipt", component: Welcome });
    export function Footer() { return ${jsx}; }
    function Hidden() { return ${jsx}; }
    Hidden.PreviewProps = {};
    function Late() { return ${jsx}; }
    Late.PreviewProps = {};
    export { Late as LateNotice };
  `);
  expect(standard).toBeUndefined();
  expect([...named.keys()]).toEqual(["Welcome", "Reset", "receipt", "LateNotice"]);
});

test("the default export is not listed again under its name", () => {
  const { standard, named } = read(
    `export function Welcome() { return ${jsx}; }\nWelcome.PreviewProps = {};\nexport default Welcome;`,
  );
  expect(standard).toEqual({ kind: "email" });
  expect(named.size).toBe(0);
});

test("an id that is not the path has a place; one that is, needs none", () => {
  const defined = (id: string) =>
    `import { defineEmail } from "letterpress";\n\nexport default defineEmail({\n  id: "${id}",\n  component: W,\n});\n`;
  expect(read(defined("welcom")).standard).toEqual({
    kind: "email",
    declaredId: { value: "welcom", line: 4, column: 7 },
  });
  expect(read(defined("welcome")).standard).toEqual({ kind: "email" });
});
