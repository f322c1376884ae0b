import type {
  EmailFindings,
  EmailQuery,
  EmailSpread,
  FindingCounts,
  FixPlan,
  FixRequest,
} from "../../protocol/index.ts";
import { encodePath } from "../route.ts";
import { type Answer, type AskOptions, post, request } from "./ask.ts";
import { askOfEmail } from "./ask-of-email.ts";
import { site } from "./site.ts";

/** Asks what is wrong with an email in one state. An export knows it as the props were exported. */
export function fetchFindings(
  query: EmailQuery,
  options: AskOptions = {},
): Promise<Answer<EmailFindings>> {
  return askOfEmail("checks", site.isStatic ? { ...query, props: null } : query, options);
}

/** Asks the same with contrast as a browser shows it, where the server finds one. */
export function fetchMeasured(
  query: EmailQuery,
  options: AskOptions = {},
): Promise<Answer<EmailFindings>> {
  return askOfEmail("measured-checks", query, options);
}

/** Asks in which states of an email its faults are. */
export function fetchSpread(id: string, options: AskOptions = {}): Promise<Answer<EmailSpread>> {
  return request(`/api/check-spread/${encodePath(id)}`, options);
}

/** Asks how much was found in each email, as far as it was counted. */
export function fetchCounts(): Promise<Answer<FindingCounts>> {
  return request("/api/check-counts");
}

/** Plans the changes that put findings right, or writes the plan that was looked at. */
export function postFix(id: string, body: FixRequest): Promise<Answer<FixPlan>> {
  return post(`/api/fixes/${encodePath(id)}`, body);
}

/** Takes back what a fix wrote. */
export function postUndoFix(undo: string): Promise<Answer<object>> {
  return post("/api/undo-fix", { undo });
}
