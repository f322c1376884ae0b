import type { PropIssue } from "../../protocol/index.ts";
import { isRecord, isSame, type Json, markOf } from "../../protocol/props/json.ts";
import type { PropType } from "../../protocol/props/prop-type.ts";
import { encodeName } from "./path.ts";
import { fits, guessType, kindNames, shapeOf } from "./prop-types.ts";

type Steps = readonly (string | number)[];

/**
 * What of edited props does not fit the component's types, told before the email breaks by it. Only
 * what was edited is judged: what the file has is TypeScript's to judge.
 *
 * @param original the same part as the variant has it
 */
export function typeIssues(
  type: PropType,
  value: Json | undefined,
  original: Json | undefined,
  path: Steps = [],
): readonly PropIssue[] {
  if (isSame(value, original)) return [];
  if (value === undefined) {
    if (type.optional || type.fallback !== undefined) return [];
    return [{ path, message: `Its type asks for ${expected(type)}, and it is not set` }];
  }
  // What JSON cannot express came from the file.
  if (markOf(value) === "$keep") return [];
  if (value === null) return type.nullable || fits(type, null) ? [] : [wrong(type, "null", path)];
  if (!fits(type, value)) return [wrong(type, describe(value), path)];
  return partIssues(type, value, original, path);
}

function partIssues(
  type: PropType,
  value: Json,
  original: Json | undefined,
  path: Steps,
): readonly PropIssue[] {
  if (type.kind === "list" && Array.isArray(value)) {
    const before = Array.isArray(original) ? original : [];
    return value.flatMap((item, at) => typeIssues(type.item, item, before[at], [...path, at]));
  }
  if (type.kind === "object" && isRecord(value)) {
    const before = isRecord(original) ? original : {};
    return type.fields.flatMap((field) => {
      const name = encodeName(field.name);
      return typeIssues(field.type, value[name], before[name], [...path, field.name]);
    });
  }
  if (type.kind !== "union") return [];
  const option = type.options[shapeOf(type.options, value)];
  return option ? partIssues(option, value, original, path) : [];
}

function wrong(type: PropType, found: string, path: Steps): PropIssue {
  return { path, message: `Its type asks for ${expected(type)}, this is ${found}` };
}

function expected(type: PropType): string {
  if (type.kind === "choice") return type.options.map((one) => JSON.stringify(one)).join(" or ");
  if (type.kind === "union") return type.options.map(expected).join(" or ");
  return kindNames[type.kind];
}

function describe(value: Json): string {
  if (typeof value === "string" && value.length <= 20) return JSON.stringify(value);
  return kindNames[guessType(value).kind];
}
