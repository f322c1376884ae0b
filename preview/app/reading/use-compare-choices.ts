import type { EmailView } from "../../protocol/index.ts";
import { useHistory } from "../history/use-history.ts";
import type { EmailRoute } from "../route.ts";
import {
  beforeLastSave,
  type CompareChoice,
  compareChoices,
  referenceChoices,
  saveChoices,
} from "./compared.ts";
import { useReferences } from "./use-reference.ts";

/** What a render can be compared with: other states, and the saves that kept it. */
export function useCompareChoices(route: EmailRoute, view: EmailView): readonly CompareChoice[] {
  const entries = useHistory(view.id);
  const saves = saveChoices(entries, ({ variants }) => variants.includes(view.variant));
  const references = referenceChoices(useReferences(view.id), route.diff);
  return [...compareChoices(route, view), ...saves, ...references];
}

/** What the source can be compared with. */
export function useSourceChoices({ id }: EmailView): readonly CompareChoice[] {
  return [beforeLastSave, ...saveChoices(useHistory(id), () => true)];
}
