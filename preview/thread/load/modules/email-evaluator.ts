import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import {
  ESModulesEvaluator,
  type EvaluatedModuleNode,
  type ModuleEvaluator,
  type ModuleRunnerContext,
  ssrDynamicImportKey,
  ssrExportAllKey,
  ssrExportNameKey,
  ssrImportKey,
  ssrImportMetaKey,
  ssrModuleExportsKey,
} from "vite/module-runner";
import { isCommonJs } from "../../../../src/build/package-file.ts";
import type { CurrentRun } from "../../current-run.ts";
import { commonJs, toNamespace, valueKey } from "./common-js.ts";
import { findMissing, missingExportError, type StaticImport } from "./missing-exports.ts";

/** Runs modules as a bundle of them would run. */
export interface EmailEvaluator extends ModuleEvaluator {
  /** Fails when a module that was run names what another does not export. */
  refuseMissing(ids: Iterable<string>): void;
}

/** How an email's code calls what it needs of CommonJS. */
const commonJsKey = "__letterpress__";

const AsyncFunction = (async () => {}).constructor as FunctionConstructor;

/**
 * Runs modules as a bundler understands them: names may be imported out of CommonJS, and a name that
 * is not exported is an error where Vite would give `undefined`.
 *
 * @param root the project
 * @param isNodeCommonJs whether Node takes an external module for CommonJS
 * @param moduleOf a module, by its url
 */
export function createEmailEvaluator(
  current: CurrentRun,
  root: string,
  isNodeCommonJs: (url: string) => boolean,
  moduleOf: (url: string) => Pick<EvaluatedModuleNode, "file" | "evaluated"> | undefined,
): EmailEvaluator {
  const { startOffset, runExternalModule } = new ESModulesEvaluator();
  /** Imports in a circle, whose names cannot be known before the circle is run. */
  const open = new Map<string, StaticImport[]>();

  async function runInlinedModule(
    context: ModuleRunnerContext,
    code: string,
    module: Readonly<EvaluatedModuleNode>,
  ): Promise<void> {
    const run = current.get();
    if (run) run.ranModule = true;
    open.delete(module.id);
    const importer = { id: module.id, file: module.file };
    const body = new AsyncFunction(
      ...[ssrModuleExportsKey, ssrImportMetaKey, ssrImportKey, ssrDynamicImportKey],
      ...[ssrExportAllKey, ssrExportNameKey, commonJsKey, `"use strict";\n${code}`],
    );
    await body(
      ...[context[ssrModuleExportsKey], context[ssrImportMetaKey]],
      linking(importer, context[ssrImportKey]),
      linking(importer, (url) => context[ssrDynamicImportKey](url)),
      ...[context[ssrExportAllKey], context[ssrExportNameKey], commonJs],
    );
    Object.seal(context[ssrModuleExportsKey]);
  }

  function linking(
    importer: { readonly id: string; readonly file: string },
    request: (url: string, metadata?: { importedNames?: string[] }) => Promise<unknown>,
  ): (url: string, metadata?: { importedNames?: string[] }) => Promise<unknown> {
    let isNode: boolean | undefined;
    return async (url: string, metadata?: { importedNames?: string[] }) => {
      const found = await request(url, metadata);
      if (typeof found !== "object" || found === null) return found;
      if (valueKey in found) isNode ??= !isCommonJs(importer.file);
      const namespace = valueKey in found ? toNamespace(found[valueKey], isNode === true) : found;
      const names = metadata?.importedNames ?? [];
      const module = moduleOf(url);
      const one = { file: importer.file, target: module?.file, names, namespace };
      const missing = findMissing(one);
      if (missing !== undefined) {
        if (valueKey in found || module?.evaluated) throw missingExportError(one, missing, root);
        open.set(importer.id, [...(open.get(importer.id) ?? []), one]);
      }
      return namespace;
    };
  }

  return {
    ...{ startOffset, runInlinedModule },
    async runExternalModule(url) {
      if (!isNodeCommonJs(url)) return runExternalModule(url);
      const file = fileURLToPath(url);
      const exports = Object.create(null);
      commonJs.expose(exports, createRequire(file)(file));
      return exports;
    },
    refuseMissing(ids) {
      for (const id of ids) {
        for (const one of open.get(id) ?? []) {
          const missing = findMissing(one);
          if (missing !== undefined) throw missingExportError(one, missing, root);
        }
      }
    },
  };
}
