import type { PropType } from "../../protocol/props/prop-type.ts";
import { kindNames } from "./prop-types.ts";

const formats: Readonly<Record<string, string>> = {
  uri: "URL",
  email: "email address",
  date: "day",
  "date-time": "date and time",
};

/** What a prop takes, in a few words beside its name: `whole number, at least 1, optional`. */
export function describeKind(type: PropType): string {
  return [kindOf(type), rangeOf(type), type.optional ? "optional" : ""].filter(Boolean).join(", ");
}

/** Where the control says it already, nothing. */
function kindOf(type: PropType): string {
  if (type.kind === "text") return type.format === undefined ? "" : (formats[type.format] ?? "");
  if (type.kind === "choice" || type.kind === "switch" || type.kind === "date") return "";
  if (type.kind !== "number") return kindNames[type.kind];
  return type.integer ? "whole number" : "number";
}

function rangeOf(type: PropType): string {
  if (type.kind === "text") return type.maxLength === undefined ? "" : `up to ${type.maxLength}`;
  if (type.kind !== "number") return "";
  const { minimum, maximum } = type;
  if (minimum !== undefined && maximum !== undefined) return `${minimum} to ${maximum}`;
  if (minimum !== undefined) return `at least ${minimum}`;
  return maximum === undefined ? "" : `at most ${maximum}`;
}
