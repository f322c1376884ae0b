import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openWorkspace, type Project, tsconfig, type Workspace } from "./workspace.ts";

const sources = {
  "tsconfig.json": tsconfig({ paths: { "@/*": ["./*"] } }),
  "env.d.ts": `declare const __BRAND__: { readonly name: "Shop" };\n`,
  "lib/order.ts": `
    import type { Money } from "@/lib/money";
    export interface Order { readonly number: string; readonly total: Money; readonly note?: string }
  `,
  "lib/money.d.ts": `export interface Money { readonly amount: number; readonly currency: "EUR" | "USD" }\n`,
  "lib/plans.json": `{ "month": { "price": 12 } }`,
  "emails/components/total.tsx": `
    import type { ComponentProps } from "react";
    import { Text, type TextProps } from "react-email";
    import type { Order } from "@/lib/order.js";
    export type TotalProps = TextProps & { readonly order: Order };
    export function Total({ order, ...props }: TotalProps) {
      return <Text {...props}>{order.total.amount}</Text>;
    }
    export type Anchor = ComponentProps<"a">;
  `,
  "emails/orders/receipt.tsx": `
    import { defineEmail } from "letterpress";
    import { Html } from "react-email";
    import { Total, type TotalProps } from "@/emails/components/total";
    import plans from "../../lib/plans.json";
    export interface ReceiptProps extends Pick<TotalProps, "order"> {
      readonly plan?: keyof typeof plans;
    }
    function Receipt({ order }: ReceiptProps) {
      return <Html lang={__BRAND__.name}><Total order={order} /></Html>;
    }
    const order = { number: "1", total: { amount: 5, currency: "EUR" } } as const;
    export default defineEmail({
      id: "orders/receipt",
      component: Receipt,
      subject: ({ order: { number } }) => \`Order \${number}\`,
      variants: { default: { order }, monthly: { order, plan: "month" } },
    });
  `,
  "emails/bare.tsx": `
    import { Html } from "@react-email/components";
    interface BareProps { name?: string }
    export const Bare = ({ name = "you" }: BareProps) => <Html>{name}</Html>;
    Bare.PreviewProps = { name: "Ada" } as BareProps;
    export default Bare;
  `,
};

/** What an app does with the emails; every line marked must not compile. */
const app = `
import { render, type Email } from "letterpress";
import receipt, { type ReceiptProps } from "./mails/orders/receipt.js";
import bare from "./mails/bare.js";
import { emails, type EmailId } from "./mails/index.js";

type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
const same: Same<typeof receipt, Email<ReceiptProps>> = true;
const ids: Same<EmailId, "bare" | "orders/receipt"> = true;

const order = { number: "7", total: { amount: 1, currency: "USD" as const } };
export const { html } = await render(receipt, { order, plan: "month" });
await render(bare, { name: "Ada" });
const { default: loaded } = await emails["orders/receipt"]();
await render(loaded, { order });
// @ts-expect-error a prop is missing
await render(receipt, {});
// @ts-expect-error a currency that there is not
await render(receipt, { order: { number: "7", total: { amount: 1, currency: "GBP" } } });
// @ts-expect-error not the key of a plan
await render(receipt, { order, plan: "year" });
// @ts-expect-error an unknown prop
await render(receipt, { order, nmae: "Ada" });
// @ts-expect-error a wrong type
await render(bare, { name: 1 });
// @ts-expect-error no such email
emails["orders/recipe"];
`;

describe("the types of built emails", () => {
  let workspace: Workspace;
  let project: Project;

  beforeAll(async () => {
    workspace = await openWorkspace();
    project = await workspace.project(sources);
    const { warnings } = await project.mustBuild();
    expect(warnings).toEqual([]);
  });
  afterAll(() => workspace?.dispose());

  test.each([
    ["nodenext", { module: "nodenext", moduleResolution: "nodenext" }],
    ["bundler", {}],
  ])("stand by themselves and give the same props (%s)", async (_, options) => {
    const consumer = await workspace.project({
      "tsconfig.json": tsconfig({ ...options, noEmit: true, types: ["node"] }),
      "app.ts": app,
    });
    // Only what was built: no source, no alias, no JSX.
    for (const file of await project.list("dist/emails")) {
      await consumer.write(`mails/${file}`, await project.read(`dist/emails/${file}`));
    }
    // React Email's own declarations do not hold, so those of others are left unchecked below.
    expect(await consumer.tsc("-p", ".")).not.toMatch(/^(?:mails|app)/m);
    await consumer.write("tsconfig.json", tsconfig({ ...options, skipLibCheck: true }));
    expect(await consumer.tsc("-p", ".")).toBe("");
    await consumer.write("app.ts", app.replace(/^.*@ts-expect-error.*\n/gm, ""));
    const errors = (await consumer.tsc("-p", ".")).match(/error TS/g);
    expect(errors).toHaveLength(6);
  });

  test("are gathered from where the emails take them, and nothing more", async () => {
    const files = (await project.list("dist/emails")).filter((file) => /\.d\.ts$|json$/.test(file));
    expect(files).toEqual([
      ".letterpress-build.json",
      "_types/emails/components/total.d.ts",
      "_types/lib/money.d.ts",
      "_types/lib/order.d.ts",
      "_types/lib/plans.json.d.ts",
      "bare.d.ts",
      "index.d.ts",
      "orders/receipt.d.ts",
      "package.json",
    ]);
    const declared = await project.read("dist/emails/_types/emails/components/total.d.ts");
    expect(declared).toContain(`from "@react-email/components"`);
    expect(declared).toContain(`from "../../lib/order.js"`);
  });

  test("leave nothing behind in node_modules", async () => {
    const modules = await project.list("node_modules");
    expect(modules.filter((file) => file.startsWith(".letterpress"))).toEqual([]);
  });

  test("are made where the project has a solution of several configs, or none", async () => {
    const email = `
      declare const __BRAND__: string;
      export default function Letter({ name }: { name: string }) { return <html>{name + __BRAND__}</html>; }
      Letter.PreviewProps = { name: "Ada" };`;
    const solution = await workspace.project({
      "tsconfig.json": `{ "files": [], "references": [{ "path": "./tsconfig.app.json" }, { "path": "./mail" }] }`,
      "tsconfig.app.json": `{ "compilerOptions": { "composite": true, "strict": true }, "include": ["src"] }`,
      "src/app.ts": "export const app = 1;",
      "mail/tsconfig.json": `{ "compilerOptions": { "composite": true, "tsBuildInfoFile": "./info", "strict": true, "module": "esnext", "moduleResolution": "bundler", "target": "es2022", "jsx": "preserve" }, "include": ["."] }`,
      "mail/emails/letter.tsx": email,
    });
    await solution.mustBuild({ emailsDir: "mail/emails" });
    expect(await solution.read("dist/emails/letter.d.ts")).toMatch(/name: string/);

    const none = await workspace.project({ "emails/letter.tsx": email });
    await none.remove("tsconfig.json");
    await none.mustBuild();
    expect(await none.read("dist/emails/letter.d.ts")).toMatch(/name: string/);
  });

  test("are made of emails that load pictures and texts, with no types for those", async () => {
    const project = await workspace.project({
      "tsconfig.json": tsconfig({ types: [] }),
      "emails/letter.tsx": `
        import words from "./words.txt?raw";
        import logo from "./logo.svg";
        export default function Letter({ name }: { name: string }) { return <html>{name + words}<img src={logo} alt="" /></html>; }
        Letter.PreviewProps = { name: "Ada" };`,
      "emails/words.txt": "words",
      "emails/logo.svg": "<svg xmlns='http://www.w3.org/2000/svg'/>",
    });
    await project.mustBuild();
    expect(await project.read("dist/emails/letter.d.ts")).toMatch(/name: string/);
  });

  test("are made of emails that use Node without its types, with a warning", async () => {
    const project = await workspace.project({
      "tsconfig.json": tsconfig({ types: [] }),
      "emails/letter.tsx": `
        import { basename } from "node:path";
        const base = process.env.VERCEL_URL ? "https://" + process.env.VERCEL_URL : "";
        export default function Letter({ name }: { name: string }) { return <html>{name + base + basename("/a/b")}</html>; }
        Letter.PreviewProps = { name: "Ada" };`,
    });
    const { warnings } = await project.mustBuild();
    expect(warnings).toEqual([
      {
        message: `node:path, process of Node have no type in this project: run 'npm install --save-dev @types/node', and add "node" to "types" in tsconfig.json`,
      },
    ]);
    expect(await project.read("dist/emails/letter.d.ts")).toMatch(/name: string/);
  });

  test("a wrong option is reported in the project's own config", async () => {
    const project = await workspace.project({
      "tsconfig.json": tsconfig({ moduleResolution: "classic" }),
      "emails/letter.tsx": "export default function Letter() { return <html />; }",
    });
    const { problems } = await project.build();
    expect(problems).toEqual([
      { file: "tsconfig.json", message: expect.stringMatching(/^TS\d+: [^\n]*classic/i) },
    ]);
  });

  test("are made of JavaScript too, and left out where there is no TypeScript", async () => {
    const script = await workspace.project({
      "emails/letter.jsx": `
        /** @param {{ name: string }} props */
        export default function Letter({ name }) { return <html>{name}</html>; }
        Letter.PreviewProps = { name: "Ada" };`,
    });
    await script.mustBuild();
    expect(await script.read("dist/emails/letter.d.ts")).toMatch(/name: string/);

    await script.remove("node_modules/typescript");
    const { warnings } = await script.mustBuild();
    expect(warnings).toEqual([
      { message: "no types are written: TypeScript is not installed in the project" },
    ]);
    const files = await script.list("dist/emails");
    expect(files.filter((file) => file.endsWith(".d.ts"))).toEqual([]);
    expect(files).toContain("letter.js");
  });
});
