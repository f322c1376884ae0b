import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openWorkspace, type Project, type Workspace } from "./workspace.ts";

const footer = `import { Hr } from "@react-email/components";
export function Footer() {
  return <Hr />;
}
`;

/** An email whose component is a paragraph beside the JSX given. */
function email(id: string, imports: string, jsx: string): string {
  return `import { defineEmail } from "letterpress";
import { Body, Html, Text${imports} } from "@react-email/components";
import { Footer } from "./components/footer";

function Letter({ name }: { readonly name: string }) {
  return ${jsx.replace("…", "<Text>Hello {name}</Text><Footer />")};
}
export default defineEmail({
  id: "${id}",
  component: Letter,
  subject: ({ name }) => \`For \${name}\`,
  variants: { default: { name: "Ada" } },
});
`;
}

const sources = {
  "emails/components/footer.tsx": footer,
  "emails/plain.tsx": email("plain", "", "<Html><Body>…</Body></Html>"),
  "emails/account/other.tsx": email("account/other", "", "<Html><Body>…</Body></Html>").replace(
    "./components",
    "../components",
  ),
  "emails/coloured.tsx": email(
    "coloured",
    ", Tailwind",
    `<Tailwind><Html><Body className="bg-red-500">…</Body></Html></Tailwind>`,
  ),
  "emails/listing.tsx": email(
    "listing",
    ", CodeBlock, dracula, Tailwind",
    `<Tailwind><Html><Body>…<CodeBlock code="let a = 1" language="js" theme={dracula} /></Body></Html></Tailwind>`,
  ),
  "emails/letter.tsx": email(
    "letter",
    ", Markdown",
    `<Html><Body>…<Markdown>{"**bold**"}</Markdown></Body></Html>`,
  ),
};

describe("a folder of emails, built", () => {
  let workspace: Workspace;
  let project: Project;

  beforeAll(async () => {
    workspace = await openWorkspace();
    project = await workspace.project(sources);
    await project.mustBuild();
  });

  afterAll(() => workspace?.dispose());

  /** Renders an email in plain Node. @returns its HTML, and what packages came with its modules */
  async function render(id: string) {
    const { stdout, loaded } = await project.node(`
      import { render } from "letterpress";
      import email from "./dist/emails/${id}.js";
      const { subject, html, text } = await render(email, { name: "Bea" });
      console.log(JSON.stringify({ subject, html, text }));
    `);
    const maps = loaded
      .filter((file) => file.includes("/dist/emails/"))
      .map((file) => `${file}.map`);
    const sourcesOf = async (map: string): Promise<string[]> =>
      JSON.parse(await project.read(map.slice(project.root.length + 1))).sources;
    const compiledIn = (await Promise.all(maps.map(sourcesOf))).flat();
    const packages = [...compiledIn, ...loaded].flatMap((file) => {
      const [, name] = /.*\/node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(file) ?? [];
      return name ?? [];
    });
    return { ...JSON.parse(stdout), packages: [...new Set(packages)].sort() };
  }

  test("a plain email loads the components that it uses, and neither Prism, Markdown nor Tailwind", async () => {
    const plain = await render("plain");
    expect(plain.subject).toBe("For Bea");
    expect(plain.html).toMatch(/>Hello (?:<!-- -->)?Bea</);
    expect(plain.packages).toEqual(
      expect.arrayContaining(["@react-email/html", "@react-email/text", "@react-email/hr"]),
    );
    for (const heavy of ["prismjs", "marked", "tailwindcss"]) {
      expect(plain.packages).not.toContain(heavy);
    }
    expect(plain.packages).not.toContain("@react-email/button");
    expect(plain.packages).not.toContain("@react-email/components");
  });

  test("an email with Tailwind loads it, works, and leaves Prism out", async () => {
    const coloured = await render("coloured");
    expect(coloured.html).toMatch(/background-color:/);
    expect(coloured.html).not.toContain("bg-red-500");
    expect(coloured.packages).toContain("tailwindcss");
    expect(coloured.packages).not.toContain("prismjs");
    expect(coloured.packages).not.toContain("marked");
  });

  test("an email with a code block in Tailwind loads both, and the block is highlighted", async () => {
    const listing = await render("listing");
    expect(listing.html).toMatch(/<span[^>]*style="[^"]*color:[^>]*>let</);
    expect(listing.packages).toEqual(expect.arrayContaining(["prismjs", "tailwindcss"]));
  });

  test("an email with Markdown loads a parser and nothing else that is heavy", async () => {
    const letter = await render("letter");
    expect(letter.html).toMatch(/<strong[^>]*>bold<\/strong>/);
    expect(letter.packages).toContain("marked");
    expect(letter.packages).not.toContain("prismjs");
    expect(letter.packages).not.toContain("tailwindcss");
  });

  test("renders byte for byte what its source renders", async () => {
    const { render: renderSource } = await import("letterpress");
    const { CodeBlock, dracula, Tailwind, Html, Body, Text, Hr } = await import(
      "@react-email/components"
    );
    const { createElement: h } = await import("react");
    const source = await renderSource(
      () =>
        h(Tailwind, {
          children: h(
            Html,
            null,
            h(
              Body,
              null,
              h(Text, null, "Hello ", "Bea"),
              h(Hr),
              h(CodeBlock, { code: "let a = 1", language: "js", theme: dracula }),
            ),
          ),
        }),
      {},
    );
    expect((await render("listing")).html).toBe(source.html);
  });

  test("the list of all emails loads only the one that is asked for", async () => {
    const { stdout, loaded } = await project.node(`
      import { emails } from "./dist/emails/index.js";
      const { default: email } = await emails["account/other"]();
      console.log(JSON.stringify([Object.keys(emails), email.id]));
    `);
    expect(JSON.parse(stdout)).toEqual([
      ["account/other", "coloured", "letter", "listing", "plain"],
      "account/other",
    ]);
    expect(loaded.some((file) => file.endsWith("/dist/emails/account/other.js"))).toBe(true);
    expect(loaded.some((file) => file.endsWith("/dist/emails/coloured.js"))).toBe(false);
  });

  test("an error at run time points at the source through the map, which names no machine path", async () => {
    const map = JSON.parse(await project.read("dist/emails/account/other.js.map"));
    expect(map.sources).toContain("../../../emails/account/other.tsx");
    const all = (await project.list("dist/emails")).filter((file) => /\.(js|map|ts)$/.test(file));
    for (const file of all) {
      expect((await project.read(`dist/emails/${file}`)).includes(project.root)).toBe(false);
    }
  });

  test("a component helper is no email, and has no module of its own under its path", async () => {
    const files = await project.list("dist/emails");
    expect(files.filter((file) => file.endsWith(".js") && !file.startsWith("_"))).toEqual([
      "account/other.js",
      "coloured.js",
      "index.js",
      "letter.js",
      "listing.js",
      "plain.js",
    ]);
  });
});
