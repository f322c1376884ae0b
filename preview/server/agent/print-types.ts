import type { PropType } from "../../protocol/props/prop-type.ts";

/** The type of props as TypeScript writes it, in one piece. */
export function printTypes(type: PropType, indent = ""): string {
  const text = printPlain(type, indent);
  return type.nullable ? `${text} | null` : text;
}

function printPlain(type: PropType, indent: string): string {
  switch (type.kind) {
    case "text":
      return type.format ? `string /* ${type.format} */` : "string";
    case "number":
      return type.big ? "bigint" : "number";
    case "switch":
      return "boolean";
    case "date":
      return "Date";
    case "choice":
      return type.options.map((option) => JSON.stringify(option)).join(" | ");
    case "list": {
      const item = printTypes(type.item, indent);
      return /[|/]/.test(item) && !item.startsWith("{") ? `(${item})[]` : `${item}[]`;
    }
    case "union":
      return [...new Set(type.options.map((option) => printTypes(option, indent)))].join(" | ");
    case "object": {
      const inner = `${indent}  `;
      const fields = type.fields.map(({ name, type: part }) => {
        const mark = part.optional || part.fallback !== undefined ? "?" : "";
        const about = part.description ? ` // ${part.description.replace(/\s+/g, " ")}` : "";
        return `${inner}${name}${mark}: ${printTypes(part, inner)};${about}`;
      });
      const others = type.others
        ? [`${inner}[name: string]: ${printTypes(type.others, inner)};`]
        : [];
      const lines = [...fields, ...others];
      return lines.length === 0 ? "{}" : `{\n${lines.join("\n")}\n${indent}}`;
    }
    default:
      return "unknown";
  }
}
