import type { PropsView } from "../../protocol/index.ts";
import type { PropType } from "../../protocol/props/prop-type.ts";
import { viewProps } from "../props/props-view.ts";
import type { TaskContext } from "./task.ts";

/** What can be edited of an email; of its default variant when there is no such one as asked for. */
export function props(
  { query, loaded }: TaskContext,
  { types }: { readonly types: PropType | undefined },
): Omit<PropsView, "revision"> {
  return viewProps(loaded, query.variant, types);
}
