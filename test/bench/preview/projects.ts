import { cpSync, mkdirSync, readdirSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join, parse, resolve } from "node:path";

/** The repository itself. */
export const repository = resolve(import.meta.dirname, "../../..");

/** A folder of emails to open in the preview. */
export interface Project {
  readonly name: string;
  /** Absolute folder of the emails. */
  readonly emails: string;
  /** The email that is edited. */
  readonly edited: {
    readonly id: string;
    /** Text in its file that each save replaces. */
    readonly text: string;
    /** Label of a field of its props, and what its email then begins with before the value. */
    readonly prop: { readonly label: string; readonly before: string };
  };
}

/** The emails of this repository. */
export function ownEmails(root: string): Project {
  const emails = join(createRoot(root), "emails");
  cpSync(join(repository, "emails"), emails, { recursive: true });
  const edited = {
    ...{ id: "orders/order-confirmation", text: "We have it, and the press has been told." },
    prop: { label: "name", before: "Thank you, " },
  };
  return { name: "twelve emails", emails, edited };
}

/** Five of each of the twelve templates that were written for React Email: sixty. */
export function foreignEmails(root: string): Project {
  cpSync(join(repository, "test/fixtures/react-email-project"), root, { recursive: true });
  symlinkSync(join(repository, "node_modules"), join(root, "node_modules"));
  const emails = join(root, "emails");
  const shared = ["_drafts", "components", "static", "utils", "palette.ts"];
  for (const entry of readdirSync(emails).filter((name) => !shared.includes(name))) {
    const { name, ext } = parse(entry);
    for (const copy of [2, 3, 4, 5]) {
      cpSync(join(emails, entry), join(emails, `${name}-${copy}${ext}`), { recursive: true });
    }
  }
  const edited = {
    ...{ id: "welcome", text: "Three things before you cast off:" },
    prop: { label: "firstName", before: "Welcome aboard, " },
  };
  return { name: "sixty foreign emails", emails, edited };
}

/** A thousand small emails in twenty-five folders. */
export function generatedEmails(root: string): Project {
  const emails = join(createRoot(root), "emails");
  for (let index = 0; index < 1000; index += 1) {
    const id = `folder-${index % 25}/email-${index}`;
    const file = join(emails, `${id}.tsx`);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, sourceOf(id));
  }
  const edited = {
    ...{ id: "folder-7/email-7", text: "Go on" },
    prop: { label: "name", before: "Hello " },
  };
  return { name: "a thousand emails", emails, edited };
}

function createRoot(root: string): string {
  mkdirSync(root, { recursive: true });
  symlinkSync(join(repository, "node_modules"), join(root, "node_modules"));
  const paths = { letterpress: [join(repository, "src/index.ts")] };
  const compilerOptions = { jsx: "react-jsx", module: "nodenext", paths };
  writeFileSync(join(root, "tsconfig.json"), JSON.stringify({ compilerOptions }));
  return root;
}

function sourceOf(id: string): string {
  return `import { Body, Button, Container, Html, Preview, Text } from "@react-email/components";
import { defineEmail } from "letterpress";

function Letter({ name }: { readonly name: string }) {
  return (
    <Html lang="en">
      <Preview>From ${id}</Preview>
      <Body>
        <Container>
          <Text>Hello {name}</Text>
          {Array.from({ length: 12 }, (_, index) => (
            <Text key={index}>Paragraph {index} of ${id}.</Text>
          ))}
          <Button href="https://example.com">Go on</Button>
        </Container>
      </Body>
    </Html>
  );
}

export default defineEmail({
  id: "${id}",
  component: Letter,
  subject: ({ name }) => \`${id} for \${name}\`,
  variants: { default: { name: "Ada" }, "long name": { name: "Ada ".repeat(40) } },
});
`;
}
