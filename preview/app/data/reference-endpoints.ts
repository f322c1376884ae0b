import type { GitReferences, ReferenceRenders } from "../../protocol/index.ts";
import { encodePath } from "../route.ts";
import { type Answer, type AskOptions, request } from "./ask.ts";

/** Asks which git references an email can be compared with. */
export function fetchReferences(
  id: string,
  options: AskOptions = {},
): Promise<Answer<GitReferences>> {
  return request(`/api/references/${encodePath(id)}`, options);
}

/** Asks what an email rendered to at a git reference. */
export function fetchReference(
  id: string,
  ref: string,
  options: AskOptions = {},
): Promise<Answer<ReferenceRenders>> {
  return request(`/api/reference/${encodePath(id)}?${new URLSearchParams({ ref })}`, options);
}
