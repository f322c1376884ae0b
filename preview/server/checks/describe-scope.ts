import { readFileSync } from "node:fs";
import { relative } from "node:path";
import { normalizePath } from "vite";
import { clients, defaultClients } from "../../../src/check/clients/client.ts";
import { supportDate } from "../../../src/check/clients/support-data.ts";
import type { CheckOptions } from "../../../src/check/options.ts";
import { rules as allRules } from "../../../src/check/rules/index.ts";
import type { CheckScope, SourcePlace } from "../../protocol/index.ts";
import { findConfig } from "./load-config.ts";

/** Tells what emails are checked for, and where the project's config switches rules off. */
export function describeScope(options: CheckOptions, root: string): CheckScope {
  const { rules = {}, clients: counted = defaultClients } = options;
  const off = Object.keys(rules).filter((name) => rules[name] === "off");
  const isOn = ({ name, isOff = false }: (typeof allRules)[number]) =>
    !off.includes(name) && (!isOff || rules[name] !== undefined);
  return {
    ruleCount: allRules.filter(isOn).length,
    clients: [...new Set(counted.map((client) => clients[client].family))],
    supportDate,
    off: off.map((rule) => ({ rule, place: placeInConfig(rule, root) })),
  };
}

/** Where the config names a rule; null where its name is put together, or stands elsewhere. */
function placeInConfig(rule: string, root: string): SourcePlace | null {
  const path = findConfig(root);
  if (path === undefined) return null;
  const lines = readFileSync(path, "utf8").split("\n");
  const named = new RegExp(`(["'\`])${rule}\\1\\s*:|(?<![\\w-])${rule}\\s*:`);
  const line = lines.findIndex((text) => named.test(text));
  if (line < 0) return null;
  const column = (lines[line]?.indexOf(rule) ?? 0) + 1;
  return { file: normalizePath(relative(root, path)), line: line + 1, column };
}
