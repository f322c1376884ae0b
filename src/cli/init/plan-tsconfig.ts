import { applyEdits, modify, type ParseError, parse } from "jsonc-parser";
import type { App } from "./look-at-app.ts";
import type { Plan } from "./plan.ts";

const fresh = {
  compilerOptions: {
    ...{ target: "es2023", module: "nodenext", jsx: "react-jsx", strict: true },
    ...{ noEmit: true, skipLibCheck: true, allowImportingTsExtensions: true },
  },
};

/** Plans what TypeScript needs for JSX. Comments of a tsconfig.json stay. */
export function planTsconfig({ typed, tsconfig }: App): Plan {
  const none: Plan = { steps: [], remarks: [] };
  const file = "tsconfig.json";
  if (!typed) return none;
  if (tsconfig === undefined) {
    const content = `${JSON.stringify(fresh, null, 2)}\n`;
    return { ...none, steps: [{ kind: "file", file, about: "make it, for JSX", content }] };
  }
  const errors: ParseError[] = [];
  const {
    compilerOptions,
    extends: base,
    references,
  } = (parse(tsconfig, errors, {
    allowTrailingComma: true,
  }) ?? {}) as {
    readonly compilerOptions?: { readonly jsx?: string };
    readonly extends?: unknown;
    readonly references?: unknown;
  };
  if (errors.length > 0) {
    return { ...none, remarks: ["tsconfig.json cannot be read; emails need jsx: react-jsx there"] };
  }
  const { jsx } = compilerOptions ?? {};
  if (jsx === "react-jsx" || jsx === "react-jsxdev" || jsx === "preserve") return none;
  if (jsx === undefined && (base !== undefined || references !== undefined)) {
    const remark =
      "emails need jsx: react-jsx under compilerOptions, here or in what tsconfig.json takes over";
    return { ...none, remarks: [remark] };
  }
  if (jsx !== undefined) {
    return {
      ...none,
      remarks: [`tsconfig.json says jsx: ${jsx}; emails are written for react-jsx`],
    };
  }
  const edits = modify(tsconfig, ["compilerOptions", "jsx"], "react-jsx", {
    formattingOptions: { insertSpaces: !/^\t/m.test(tsconfig), tabSize: 2 },
  });
  const content = applyEdits(tsconfig, edits);
  return { ...none, steps: [{ kind: "file", file, about: "set jsx: react-jsx", content }] };
}
