import type { SourceChange } from "../../protocol/index.ts";
import type { Managed } from "./manage-context.ts";

/** What was typed and chosen in the dialog. */
export interface Typed {
  /** A path, or a variant's name. */
  readonly name: string;
  readonly starter: "plain" | "list" | "code";
}

/** What to ask of the server; null as long as a name is missing, or is the one it has. */
export function toChange(wanted: Managed, { name, starter }: Typed): SourceChange | null {
  const path = name.trim();
  const isNamed = path !== "" && path !== nameOf(wanted) && !path.endsWith("/");
  switch (wanted.kind) {
    case "new-email":
      return isNamed ? { kind: wanted.kind, path, starter } : null;
    case "duplicate-email":
    case "rename-email":
      return isNamed ? { kind: wanted.kind, emailId: wanted.id, path } : null;
    case "delete-email":
      return { kind: wanted.kind, emailId: wanted.id };
    case "rename-variant": {
      const { kind, id: emailId, variant } = wanted;
      return isNamed ? { kind, emailId, variant, name: path } : null;
    }
    case "delete-variant":
      return { kind: wanted.kind, emailId: wanted.id, variant: wanted.variant };
    case "update-variant": {
      const { kind, id: emailId, variant, props } = wanted;
      return props === null ? null : { kind, emailId, variant, props };
    }
  }
}

/** What its name is now; of a new one, the folder that it is to be in. */
export function nameOf(wanted: Managed): string {
  if (wanted.kind === "new-email") return wanted.folder;
  return "name" in wanted ? wanted.name : wanted.id;
}

/** What stands in the field for its name at first; null: it has no such field. */
export function firstNameOf(wanted: Managed): string | null {
  switch (wanted.kind) {
    case "new-email":
    case "rename-email":
    case "rename-variant":
      return nameOf(wanted);
    case "duplicate-email":
      return `${wanted.id}-copy`;
    default:
      return null;
  }
}
