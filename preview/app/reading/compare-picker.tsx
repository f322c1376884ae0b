import type { EmailRoute } from "../route.ts";
import { goTo } from "../use-route.ts";
import type { CompareChoice } from "./compared.ts";

/** Chooses what to compare with. */
export function ComparePicker({
  route,
  choices,
}: {
  readonly route: EmailRoute;
  readonly choices: readonly CompareChoice[];
}) {
  const chosen = choices.find(({ value }) => value === route.diff)?.value ?? "";
  return (
    <span className="compare">
      {chosen && <span aria-hidden="true">Compared with</span>}
      <select
        className="picker"
        aria-label="Compare with"
        value={chosen}
        onChange={({ target }) => goTo({ ...route, diff: target.value || null })}
      >
        <option value="">{chosen ? "nothing" : "Compare with…"}</option>
        {choices.filter(({ group }) => !group).map(toOption)}
        {groupsOf(choices).map((name) => (
          <optgroup key={name} label={name}>
            {choices.filter(({ group }) => group === name).map(toOption)}
          </optgroup>
        ))}
      </select>
    </span>
  );
}

function toOption({ value, label }: CompareChoice) {
  return (
    <option key={value} value={value}>
      {label}
    </option>
  );
}

function groupsOf(choices: readonly CompareChoice[]): readonly string[] {
  return [...new Set(choices.flatMap(({ group }) => group ?? []))];
}
