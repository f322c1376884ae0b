import type { EmailView } from "../../protocol/index.ts";
import { useHistory } from "../history/use-history.ts";
import type { EmailRoute } from "../route.ts";
import { beforeLastSave, type CompareChoice, compareChoices, saveChoices } from "./compared.ts";

/** What a render can be compared with: other states, and the saves that kept it. */
export function useCompareChoices(route: EmailRoute, view: EmailView): readonly CompareChoice[] {
  const entries = useHistory(view.id);
  const saves = saveChoices(entries, ({ variants }) => variants.includes(view.variant));
  return [...compareChoices(route, view), ...saves];
}

/** What the source can be compared with. */
export function useSourceChoices({ id }: EmailView): readonly CompareChoice[] {
  return [beforeLastSave, ...saveChoices(useHistory(id), () => true)];
}
