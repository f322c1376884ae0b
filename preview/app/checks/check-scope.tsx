import type { CheckScope, SourcePlace } from "../../protocol/index.ts";
import { PlaceLink } from "../emails/place-link.tsx";
import { count } from "../ui/format.ts";

/** What was checked, for which mail clients, and what was not. */
export function CheckScopeNote({
  scope: { ruleCount, clients, supportDate, off },
  allowed,
}: {
  readonly scope: CheckScope;
  /** Comments of the sources that let a finding pass. */
  readonly allowed: readonly SourcePlace[];
}) {
  return (
    <div className="check-scope">
      <p>
        {count(ruleCount, "rule")}, for {list(clients)}. What these clients support is known as of{" "}
        <time dateTime={supportDate}>{supportDate}</time>.
      </p>
      {off.length > 0 && (
        <section aria-label="Rules that are switched off">
          <h3>Switched off</h3>
          <ul>
            {off.map(({ rule, place }) => (
              <li key={rule}>
                <code>{rule}</code>{" "}
                {place ? <PlaceLink place={place} /> : <span>in the project’s config</span>}
              </li>
            ))}
          </ul>
        </section>
      )}
      {allowed.length > 0 && (
        <section aria-label="Findings that a comment lets pass">
          <h3>Let pass by a comment</h3>
          <ul>
            {[...new Map(allowed.map((one) => [`${one.file}:${one.line}`, one])).values()].map(
              (place) => (
                <li key={`${place.file}:${place.line}`}>
                  <PlaceLink place={place} />
                </li>
              ),
            )}
          </ul>
        </section>
      )}
    </div>
  );
}

function list(names: readonly string[]): string {
  return names.length < 2 ? names.join("") : `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`;
}
