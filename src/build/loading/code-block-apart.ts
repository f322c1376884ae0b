import type { Plugin } from "vite";

const codeBlock = "@react-email/code-block";
const fromTailwind = /\/@react-email\/tailwind\//;
const markName = "\0letterpress:code-block-mark-";
const wholeName = "\0letterpress:code-block-";

/**
 * Keeps Prism out of emails that use Tailwind and no code block.
 *
 * Tailwind's component imports `CodeBlock` only to know one when it sees it. It gets an object
 * that stands for it; where an email uses `CodeBlock`, that object becomes the component.
 */
export function codeBlockApart(): Plugin {
  const files: string[] = [];

  function numberOf(file: string): number {
    if (!files.includes(file)) files.push(file);
    return files.indexOf(file);
  }

  return {
    name: "letterpress:code-block-apart",
    enforce: "pre",
    async resolveId(id, importer, options) {
      if (id.startsWith(markName)) return { id, moduleSideEffects: false };
      if (id !== codeBlock || importer?.startsWith(wholeName)) return undefined;
      const found = await this.resolve(id, importer, { ...options, skipSelf: true });
      if (!found || found.external) return found;
      const name = importer && fromTailwind.test(importer) ? markName : wholeName;
      return { id: `${name}${numberOf(found.id)}`, moduleSideEffects: false };
    },
    load(id) {
      // The component's own type tells React what it is; until it has one, nothing renders it.
      if (id.startsWith(markName)) return "export const CodeBlock = {};\n";
      if (!id.startsWith(wholeName)) return undefined;
      const number = Number(id.slice(wholeName.length));
      const file = JSON.stringify(files[number]);
      return `
        import { CodeBlock as component } from ${file};
        import { CodeBlock as mark } from "${markName}${number}";
        export * from ${file};
        export const CodeBlock = /* @__PURE__ */ Object.assign(mark, component);
      `;
    },
  };
}
