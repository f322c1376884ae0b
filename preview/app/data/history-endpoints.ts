import type { History, HistorySave } from "../../protocol/index.ts";
import { encodePath } from "../route.ts";
import { type Answer, type AskOptions, request } from "./ask.ts";

/** Asks for the saves of an email that are kept. */
export function fetchHistory(id: string, options: AskOptions = {}): Promise<Answer<History>> {
  return request(`/api/history/${encodePath(id)}`, options);
}

/** Asks for one of them, with what it rendered to. */
export function fetchHistorySave(
  id: string,
  save: string,
  options: AskOptions = {},
): Promise<Answer<HistorySave>> {
  return request(`/api/history-save/${encodePath(id)}?${new URLSearchParams({ save })}`, options);
}
