import type { ChangePlan, ChangeRequest } from "../../protocol/index.ts";
import { type Answer, type AskOptions, post } from "./ask.ts";

/** Asks what a change of the sources would do, or has the plan written that was looked at. */
export function postChange(
  body: ChangeRequest,
  options: AskOptions = {},
): Promise<Answer<ChangePlan>> {
  return post("/api/changes", body, options);
}

/** Takes back a change that was written. */
export function postUndoChange(undo: string): Promise<Answer<object>> {
  return post("/api/undo-change", { undo });
}
