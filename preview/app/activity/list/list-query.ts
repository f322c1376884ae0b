import type { ActivityShow } from "../../route.ts";
import { showWords } from "../state-words.ts";
import { parseActivitySearch } from "./parse-activity-search.ts";

/** What is asked of the API for a part of the list and a search. */
export interface ListQuery {
  /** Without a place and a limit; `null` where nothing can fit. */
  readonly query: string | null;
  readonly complaint: string | null;
}

/** Puts together what the list asks for. */
export function toListQuery(show: ActivityShow, typed: string, now: number): ListQuery {
  const { query, states, complaint } = parseActivitySearch(typed, now);
  const part = showWords[show].states;
  const chosen = states.length > 0 ? states : (part ?? []);
  const wanted = part ? chosen.filter((state) => part.includes(state)) : chosen;
  if (wanted.length === 0 && chosen.length > 0) return { query: null, complaint };
  for (const state of wanted) query.append("state", state);
  return { query: query.toString(), complaint };
}
