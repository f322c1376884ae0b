import { createRequire } from "node:module";
import { dirname } from "node:path";

/** A file of the project that another may `require`: it runs when it is first asked for. */
export interface Required {
  load(): unknown;
}

type Body = (
  this: unknown,
  exports: unknown,
  require: unknown,
  module: unknown,
  filename: string,
  folder: string,
) => void;

/** What code that was made of CommonJS calls; it knows it as `__letterpress__`. */
export interface CommonJs {
  /** A CommonJS file. */
  define(file: string, body: Body, required: RequiredFiles): Required;
  /** An ES module as `require` gives it, or JSON. */
  wrap(namespace: object, isJson: boolean): Required;
  /** `require` for a file. */
  require(file: string, required: RequiredFiles): NodeJS.Require;
  /** Makes the module that stands for a CommonJS file. */
  expose(exports: object, value: unknown): void;
}

/** What a file requires, by what it says; a getter, because files may require each other. */
type RequiredFiles = Readonly<Record<string, () => Required>>;

/** Where the namespace of a CommonJS module keeps what the module exports. */
export const valueKey = Symbol.for("letterpress.commonjs");

/** Runs CommonJS as Node does: each file once, when it is first required, and its exports shared. */
export const commonJs: CommonJs = {
  define(file, body, required) {
    const module: { exports: unknown; loaded: boolean; readonly [key: string]: unknown } = {
      ...{ exports: {}, loaded: false, children: [], paths: [] },
      ...{ id: file, filename: file, path: dirname(file) },
    };
    let begun = false;
    let failure: { readonly error: unknown } | undefined;
    return {
      load() {
        if (failure) throw failure.error;
        if (begun) return module.exports;
        begun = true;
        const require = commonJs.require(file, required);
        Object.assign(module, { require });
        try {
          body.call(module.exports, module.exports, require, module, file, dirname(file));
        } catch (error) {
          failure = { error };
          throw error;
        }
        module.loaded = true;
        return module.exports;
      },
    };
  },
  wrap: (namespace, isJson) => ({
    load() {
      if (valueKey in namespace) return namespace[valueKey];
      if (isJson && "default" in namespace) return namespace.default;
      if ("module.exports" in namespace) return namespace["module.exports"];
      return Object.defineProperty(copyNames({}, namespace, true), "__esModule", { value: true });
    },
  }),
  require(file, required) {
    const native = createRequire(file);
    const own = (id: string) => (Object.hasOwn(required, id) ? required[id] : undefined);
    return Object.assign((id: string) => own(id)?.().load() ?? native(id), {
      resolve: native.resolve,
      cache: native.cache,
      extensions: native.extensions,
      main: undefined,
    }) as NodeJS.Require;
  },
  expose(exports, value) {
    Object.defineProperty(exports, valueKey, { value });
    Object.defineProperty(exports, "default", { enumerable: true, get: () => value });
    copyNames(exports, value, false);
  },
};

/**
 * A CommonJS module as bundlers give it to an `import`: its properties are the names, and the
 * default is all of it, or what it calls its default where both sides were compiled from ES modules.
 *
 * @param isNode whether the importing file is an ES module to Node, which knows no such agreement
 */
export function toNamespace(value: unknown, isNode: boolean): object {
  const target = Object.create(null);
  Object.defineProperty(target, Symbol.toStringTag, { value: "Module" });
  Object.defineProperty(target, valueKey, { value });
  const isCompiled = isObject(value) && "__esModule" in value && Boolean(value.__esModule);
  if (isNode || !isCompiled) {
    Object.defineProperty(target, "default", { enumerable: true, value });
  }
  return copyNames(target, value, true);
}

/** Gives a module the names of another; what it has it keeps. */
function copyNames(target: object, source: unknown, withDefault: boolean): object {
  if (!isObject(source)) return target;
  for (const name of Object.getOwnPropertyNames(source)) {
    if (name in target || (name === "default" && !withDefault) || hiddenOf(source).has(name))
      continue;
    Object.defineProperty(target, name, { enumerable: true, get: () => source[name] });
  }
  return target;
}

/** What every function and class has is nothing that it exports. */
const ofFunctions: ReadonlySet<string> = new Set([
  ...["length", "name", "prototype", "arguments", "caller"],
]);
const none: ReadonlySet<string> = new Set();

function hiddenOf(source: object): ReadonlySet<string> {
  return typeof source === "function" ? ofFunctions : none;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return (typeof value === "object" && value !== null) || typeof value === "function";
}
