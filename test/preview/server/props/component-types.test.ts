import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { readComponentType } from "../../../../preview/server/props/source/read-component-type.ts";

const field = (name: string, type: object) => ({ name, type });
const text = { kind: "text" };

/** Reads the type of the component in `email.tsx`, with other files beside it. */
function read(code: string, others: Readonly<Record<string, string>> = {}) {
  const folder = mkdtempSync(join(tmpdir(), "letterpress-types-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  for (const [name, content] of Object.entries({ "email.tsx": code, ...others })) {
    writeFileSync(join(folder, name), content);
  }
  return readComponentType(join(folder, "email.tsx"));
}

/** The type of one prop `it`. */
function readOne(type: string, rest = "", others: Readonly<Record<string, string>> = {}) {
  const code = `${rest}
    export default function Email({ it }: { it: ${type} }) { return <p>{it}</p>; }`;
  const found = read(code, others);
  return found?.kind === "object" ? found.fields[0]?.type : found;
}

describe("the props that a component's TypeScript states", () => {
  test.each([
    ["an email's component", `defineEmail({ component: Order, id: "x" })`, ""],
    ["a named email", "email", `const email = defineEmail({ component: Order } as const);`],
    ["a bare component", "Order", ""],
    ["a memo", "memo(Order)", ""],
    ["a satisfied one", "defineEmail({ component: Order } satisfies Definition)", ""],
  ])("are found of %s", (_, exported, before) => {
    const code = `
      interface Props {
        /** What the shop calls it, \`A-1\`. {@link Order} @default none */
        readonly number: string;
        total?: number; // in pence
      }
      function Order({ number, total }: Props) { return <p>{number}{total}</p>; }
      ${before}
      export default ${exported};`;
    expect(read(code)).toEqual({
      kind: "object",
      fields: [
        field("number", { ...text, description: "What the shop calls it, A-1. Order" }),
        field("total", { kind: "number", optional: true }),
      ],
    });
  });

  test.each([
    ["const Email: React.FC<Props> = () => null; export default Email;"],
    ["const Email = (props: Props) => null; export default Email;"],
    ["const Email = ({ a }: Props = {}) => null; export default Email;"],
    ["export default class Email extends Component<Props> {}"],
    ["export default forwardRef<HTMLElement, Props>(() => null);"],
  ])("are found of %s", (code) => {
    expect(read(`type Props = { a: string }; ${code}`)).toEqual({
      kind: "object",
      fields: [field("a", text)],
    });
  });

  test.each([
    ["boolean", { kind: "switch" }],
    ["Date", { kind: "date" }],
    ["bigint", { kind: "number", integer: true, big: true }],
    ["`#a`", text],
    ['"a" | "b" | undefined', { kind: "choice", options: ["a", "b"], optional: true }],
    ["1 | 2 | -1 | null", { kind: "choice", options: [1, 2, -1], nullable: true }],
    ['"a" | "b" | (string & {})', text],
    ["readonly string[]", { kind: "list", item: text }],
    [
      "ReadonlyArray<{ a: Date }>",
      { kind: "list", item: { kind: "object", fields: [field("a", { kind: "date" })] } },
    ],
    [
      "[string, number]",
      { kind: "list", item: { kind: "union", options: [text, { kind: "number" }] } },
    ],
    ["Record<string, number>", { kind: "object", fields: [], others: { kind: "number" } }],
    ['Record<"a" | "b", string>', { kind: "object", fields: [field("a", text), field("b", text)] }],
    ["{ [name: string]: string }", { kind: "object", fields: [], others: text }],
    [
      "Partial<{ a: string }>",
      { kind: "object", fields: [field("a", { ...text, optional: true })] },
    ],
    ['Omit<{ a: string; b: string }, "b">', { kind: "object", fields: [field("a", text)] }],
    ['Pick<{ a: string; b: string }, "b">', { kind: "object", fields: [field("b", text)] }],
    [
      "{ a: string } & { b: number }",
      { kind: "object", fields: [field("a", text), field("b", { kind: "number" })] },
    ],
    ["() => string", { kind: "unknown" }],
    ["ReactNode", { kind: "unknown" }],
    ["keyof Date", { kind: "unknown" }],
  ])("%s", (type, expected) => {
    expect(readOne(type)).toEqual(expected);
  });

  test("are found of a component from another file", () => {
    const other = `export default function Card({ a }: Props) { return a; } type Props = { a: string };`;
    const others = { "card.tsx": other, "index.ts": `export { default as Card } from "./card";` };
    const code = `import { Card } from "."; export default defineEmail({ component: Card });`;
    expect(read(code, others)).toEqual({ kind: "object", fields: [field("a", text)] });
  });

  test("are followed through names, generics, parents, enums and other files", () => {
    const rest = `
      import type { Line } from "./line.js";
      import { Tone as Mood } from "./barrel";
      import type { Gone } from "./gone";
      import type { Lib } from "library";
      enum Size { Small, Large }
      interface Base<T> { one: T; size: Size }
      interface All extends Base<string> { lines: Line[]; mood?: Mood; first: Line["title"]; gone: Gone; lib: Lib }`;
    const others = {
      "line.ts": "export interface Line { title: string; parent?: Line }",
      "barrel.ts": `export { Tone } from "./tone";`,
      "tone.ts": `export type Tone = "dry" | "warm";`,
    };
    const type = readOne("All", rest, others);
    expect(type).toMatchObject({
      fields: [
        field("one", text),
        field("size", { kind: "choice", options: [0, 1] }),
        field("lines", {
          kind: "list",
          item: { kind: "object", fields: [field("title", text), { name: "parent" }] },
        }),
        field("mood", { kind: "choice", options: ["dry", "warm"], optional: true }),
        field("first", text),
        field("gone", { kind: "unknown" }),
        field("lib", { kind: "unknown" }),
      ],
    });
  });

  test.each([
    ["export default 7;"],
    ["export default Email;"],
    ["const Email = Email; export default Email;"],
    ["export default function Email() { return null; }"],
    ["this is no program"],
    ["type A = A; export default function Email(props: A) { return null; }"],
  ])("%s: does not tell, and does not hang", (code) => {
    expect(read(code)?.kind ?? "unknown").toBe("unknown");
  });
});
