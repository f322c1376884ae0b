import { type ComponentType, createContext, useContext } from "react";
import type { PropIssue } from "../../protocol/index.ts";
import type { Json } from "../../protocol/props/json.ts";
import type { PropType } from "../../protocol/props/prop-type.ts";
import type { MenuAction, MenuActions } from "../ui/action-menu.tsx";
import type { Path } from "./path.ts";

/** One prop, or a part of one. */
export interface FieldProps {
  readonly path: Path;
  /** As it is shown. */
  readonly name: string;
  readonly type: PropType;
  /** `undefined`: it is not set. */
  readonly value: Json | undefined;
  /** As the variant has it. */
  readonly original: Json | undefined;
  /** What can be done with it in the list that it is an item of. */
  readonly itemActions?: readonly MenuAction[];
}

/** What every field of the form needs, and what hardly ever changes. */
export interface FieldContextValue {
  /** Draws a part of a field: fields hold fields. */
  readonly Field: ComponentType<FieldProps>;
  change(path: Path, value: Json | undefined): void;
  /** Opens the one menu of the form at a button. */
  openMenu(button: HTMLElement, name: string, groups: readonly MenuActions[]): void;
  /** What the schema refuses. */
  readonly issues: readonly PropIssue[];
  /** What stands behind each `$keep` mark. */
  readonly kept: Readonly<Record<string, string>>;
  /** The locale chosen in the header, which wins over the prop; null: none. */
  readonly locale: string | null;
}

/** Given by the form. */
export const FieldContext = createContext<FieldContextValue | null>(null);

/** The form around. */
export function useFields(): FieldContextValue {
  const fields = useContext(FieldContext);
  if (!fields) throw new Error("Cannot use fields: there is no form above");
  return fields;
}

/** What the schema refuses at a place itself; with `below`, also of its parts. */
export function issuesAt(
  issues: readonly PropIssue[],
  path: Path,
  { below = false } = {},
): readonly PropIssue[] {
  return issues.filter(
    (issue) =>
      (below ? issue.path.length >= path.length : issue.path.length === path.length) &&
      path.every((step, at) => String(issue.path[at]) === String(step)),
  );
}
