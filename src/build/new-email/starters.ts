/** What a new email begins as. */
export type Starter = "plain" | "list" | "code";

/** All of them, the simplest first. */
export const starterNames: readonly Starter[] = ["plain", "list", "code"];

/** What a starter is filled in with. */
export interface StarterNames {
  readonly id: string;
  /** Name of the component: `WelcomeBack`. */
  readonly component: string;
  /** In words: `Welcome back`. */
  readonly title: string;
  /** Package that the components come from. */
  readonly components: string;
  /** Whether types are written. */
  readonly typed: boolean;
}

/** Source of a new email. Types are marked by lines and taken out where JavaScript is written. */
export function writeStarter(starter: Starter, names: StarterNames): string {
  const { imports, props, parameters, subject, content, variants } = starters[starter](names);
  const { id, component, title, components, typed } = names;
  const type = typed ? `: ${component}Props` : "";
  const lines = [
    `import { ${["Body", "Container", "Head", "Html", "Preview", ...imports].sort().join(", ")} } from "${components}";`,
    'import { defineEmail } from "letterpress";',
    "",
    ...(typed ? [`export interface ${component}Props {`, ...props.map(indent), "}", ""] : []),
    `function ${component}({ ${parameters.join(", ")} }${type}) {`,
    "  return (",
    '    <Html lang="en" dir="ltr">',
    "      <Head>",
    `        <title>${title}</title>`,
    '        <meta name="color-scheme" content="light dark" />',
    '        <meta name="supported-color-schemes" content="light dark" />',
    "        <style>{darkMode}</style>",
    "      </Head>",
    ...content.preview.map((line) => `      ${line}`),
    '      <Body className="page" style={page}>',
    '        <Container className="sheet" style={sheet}>',
    ...content.body.map((line) => `          ${line}`),
    "        </Container>",
    "      </Body>",
    "    </Html>",
    "  );",
    "}",
    "",
    ...content.more,
    'const font = "Helvetica, Arial, sans-serif";',
    'const page = { backgroundColor: "#f4f4f5", fontFamily: font, margin: 0, padding: "24px 12px" };',
    'const sheet = { backgroundColor: "#ffffff", maxWidth: "560px", padding: "24px" };',
    'const heading = { color: "#18181b", fontSize: "24px", lineHeight: "32px", margin: "0 0 16px" };',
    'const text = { color: "#3f3f46", fontSize: "16px", lineHeight: "24px", margin: "0 0 16px" };',
    ...content.styles,
    "const darkMode = `@media (prefers-color-scheme: dark) {",
    "  .page { background-color: #18181b !important; }",
    "  .sheet { background-color: #27272a !important; }",
    "  .words { color: #e4e4e7 !important; }",
    "}`;",
    "",
    "export default defineEmail({",
    `  id: ${JSON.stringify(id)},`,
    `  component: ${component},`,
    `  subject: ${subject},`,
    "  variants: {",
    ...variants.map((line) => `    ${line}`),
    "  },",
    "});",
    "",
  ];
  return lines.join("\n");
}

interface StarterParts {
  readonly imports: readonly string[];
  /** Lines of the interface. */
  readonly props: readonly string[];
  readonly parameters: readonly string[];
  readonly subject: string;
  readonly content: {
    readonly preview: readonly string[];
    readonly body: readonly string[];
    readonly more: readonly string[];
    readonly styles: readonly string[];
  };
  readonly variants: readonly string[];
}

const buttonStyle = `const button = { backgroundColor: "#1d4ed8", borderRadius: "6px", color: "#ffffff", fontSize: "16px", lineHeight: "24px", padding: "12px 20px" };`;

const starters: Readonly<Record<Starter, (names: StarterNames) => StarterParts>> = {
  plain: ({ title }) => ({
    imports: ["Button", "Heading", "Text"],
    props: ["readonly name: string;", "/** Where the button leads. */", "readonly url: string;"],
    parameters: ["name", "url"],
    subject: `({ name }) => \`${title}, \${name}\``,
    content: {
      preview: ["<Preview>One link, and you are where you want to be.</Preview>"],
      body: [
        '<Heading className="words" style={heading}>',
        `  ${title}, {name}`,
        "</Heading>",
        '<Text className="words" style={text}>',
        "  Say here, in two sentences, what happened and what the reader can do about it. No one reads",
        "  a third one.",
        "</Text>",
        "<Button href={url} style={button}>",
        "  Open your account",
        "</Button>",
      ],
      more: [],
      styles: [buttonStyle],
    },
    variants: [
      'default: { name: "Ada", url: "https://shop.example/account" },',
      '"long name": { name: "Wolfeschlegelsteinhausenbergerdorff", url: "https://shop.example/account" },',
    ],
  }),
  list: ({ title, typed }) => ({
    imports: ["Column", "Heading", "Row", "Section", "Text"],
    props: [
      "readonly number: string;",
      "readonly lines: readonly { readonly name: string; readonly cents: number }[];",
    ],
    parameters: ["number", "lines"],
    subject: `({ number }) => \`${title}: order \${number}\``,
    content: {
      preview: ["<Preview>What you ordered, and what it comes to.</Preview>"],
      body: [
        '<Heading className="words" style={heading}>',
        "  Order {number}",
        "</Heading>",
        '<Text className="words" style={text}>',
        "  Thank you. This is what you ordered; we write again when it is on its way.",
        "</Text>",
        "<Section>",
        "  {lines.map(({ name, cents }) => (",
        "    <Row key={name}>",
        '      <Column className="words" style={text}>',
        "        {name}",
        "      </Column>",
        '      <Column className="words" style={amount}>',
        "        {inPounds(cents)}",
        "      </Column>",
        "    </Row>",
        "  ))}",
        "</Section>",
        '<Text className="words" style={text}>',
        "  <strong>In all: {inPounds(lines.reduce((sum, { cents }) => sum + cents, 0))}</strong>",
        "</Text>",
      ],
      more: [
        `function inPounds(cents${typed ? ": number" : ""}) {`,
        '  return new Intl.NumberFormat("en-GB", { style: "currency", currency: "GBP" }).format(cents / 100);',
        "}",
        "",
      ],
      styles: [`const amount = { ...text, textAlign: "right"${typed ? " as const" : ""} };`],
    },
    variants: [
      "default: {",
      '  number: "FC-20418",',
      '  lines: [{ name: "Notebook, dotted", cents: 1250 }, { name: "Pencils, a dozen", cents: 480 }],',
      "},",
      `"forty lines": { number: "FC-20419", lines: ${manyLines} },`,
    ],
  }),
  code: ({ title }) => ({
    imports: ["Heading", "Text"],
    props: ["readonly code: string;", "/** How long it holds. */", "readonly minutes: number;"],
    parameters: ["code", "minutes"],
    subject: `({ code }) => \`${title}: \${code}\``,
    content: {
      preview: ["<Preview>Your code; it holds for a short time.</Preview>"],
      body: [
        '<Heading className="words" style={heading}>',
        `  ${title}`,
        "</Heading>",
        '<Text className="words" style={text}>',
        "  Type this code where you were asked for it. It holds for {minutes} minutes.",
        "</Text>",
        '<Text className="words" style={codeBox}>',
        "  {code}",
        "</Text>",
        '<Text className="words" style={text}>',
        "  If it was not you who asked, do nothing: without the code no one gets in.",
        "</Text>",
      ],
      more: [],
      styles: [
        'const codeBox = { ...text, fontFamily: "Menlo, Consolas, monospace", fontSize: "32px", letterSpacing: "4px", lineHeight: "40px" };',
      ],
    },
    variants: [
      'default: { code: "384912", minutes: 10 },',
      '"leading zeros": { code: "000417", minutes: 10 },',
    ],
  }),
};

const manyLines = `Array.from({ length: 40 }, (_, at) => ({ name: \`Article \${at + 1}\`, cents: 100 + at }))`;

function indent(line: string): string {
  return `  ${line}`;
}
