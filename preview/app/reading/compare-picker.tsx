import type { EmailView } from "../../protocol.ts";
import type { EmailRoute } from "../route.ts";
import { goTo } from "../use-route.ts";
import { compareChoices } from "./compared.ts";

/** Chooses what to compare with. */
export function ComparePicker({
  route,
  view,
}: {
  readonly route: EmailRoute;
  readonly view: EmailView;
}) {
  const choices = compareChoices(route, view.variants, view.variant);
  const chosen = choices.some(({ value }) => value === route.diff) ? (route.diff ?? "") : "";
  return (
    <select
      className="picker"
      aria-label="Compare with"
      value={chosen}
      onChange={({ target }) => goTo({ ...route, diff: target.value || null })}
    >
      <option value="">{chosen ? "Compare with nothing" : "Compare with…"}</option>
      {choices.map(({ value, label }) => (
        <option key={value} value={value}>
          {label}
        </option>
      ))}
    </select>
  );
}
