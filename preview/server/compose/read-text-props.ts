import type { Json } from "../../protocol/props/json.ts";
import type { PropType } from "../../protocol/props/prop-type.ts";

/** A prop's path and its value as text: a column of CSV and its cell, or `--prop path=value`. */
export type TextProp = readonly [path: string, text: string];

/**
 * Makes JSON of texts, each read as the type at its path asks: `"12"` is a number where a number
 * belongs. An empty text where the prop may be left out leaves it out.
 *
 * @param base what the texts are laid over
 * @throws {SyntaxError} when a path leads through what holds no parts
 */
export function readTextProps(type: PropType, texts: readonly TextProp[], base: Json = {}): Json {
  const value = structuredClone(base) as Json;
  for (const [path, text] of texts) {
    const steps = stepsOf(path);
    const read = readText(typeAt(type, steps), text);
    if (read !== undefined) setAt(value, steps, read, path);
  }
  return value;
}

/** `order.lines[0].total` as its steps; `order.lines.0.total` is the same. */
function stepsOf(path: string): readonly string[] {
  const steps = path.replace(/\[(\d+)\]/g, ".$1").split(".");
  if (steps.every((step) => step !== "" && step !== "__proto__")) return steps;
  throw new SyntaxError(`"${path}" is no path of a prop; write order.lines[0].total`);
}

/** `undefined`: of what is there, nothing is known. */
function typeAt(type: PropType | undefined, steps: readonly string[]): PropType | undefined {
  const [step, ...rest] = steps;
  if (step === undefined || type === undefined) return type;
  if (type.kind === "list") return typeAt(type.item, rest);
  if (type.kind === "object") {
    return typeAt(type.fields.find(({ name }) => name === step)?.type ?? type.others, rest);
  }
  if (type.kind !== "union") return undefined;
  return type.options.map((option) => typeAt(option, steps)).find((found) => found !== undefined);
}

const yes = /^(?:true|yes|1)$/i;
const no = /^(?:false|no|0)$/i;

/** What cannot be read stays a text: the type refuses it, by its path. */
function readText(type: PropType | undefined, text: string): Json | undefined {
  const trimmed = text.trim();
  if (trimmed === "" && (type?.optional || type?.nullable || type?.fallback !== undefined)) {
    return undefined;
  }
  switch (type?.kind) {
    case "text":
    case "date":
      return text;
    case "number":
      return trimmed !== "" && !type.big && Number.isFinite(Number(trimmed))
        ? Number(trimmed)
        : trimmed;
    case "switch":
      return yes.test(trimmed) ? true : no.test(trimmed) ? false : text;
    case "choice":
      return type.options.find((option) => String(option) === trimmed) ?? text;
    case "union": {
      const read = type.options.map((option) => readText(option, text));
      return read.find((one) => typeof one !== "string" && one !== undefined) ?? text;
    }
    default:
      return asJson(trimmed) ?? text;
  }
}

function asJson(text: string): Json | undefined {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function setAt(target: Json, steps: readonly string[], value: Json, path: string): void {
  let at = target as Record<string, Json>;
  for (const [index, step] of steps.entries()) {
    if (typeof at !== "object" || at === null) {
      throw new SyntaxError(`"${path}" leads through a value that has no parts`);
    }
    if (index === steps.length - 1) at[step] = value;
    else {
      if (!Object.hasOwn(at, step)) at[step] = /^\d+$/.test(steps[index + 1] ?? "") ? [] : {};
      at = at[step] as Record<string, Json>;
    }
  }
}
