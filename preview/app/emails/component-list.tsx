import type { ComponentFrame } from "../../protocol/index.ts";
import { numbered } from "../ui/numbered.ts";
import { PlaceLink } from "./place-link.tsx";

/** The components that led to an error, the one that failed first. */
export function ComponentList({ components }: { readonly components: readonly ComponentFrame[] }) {
  const rows = numbered(components.map((component) => ({ component })));
  return (
    <section className="error-part" aria-label="Components">
      <h3>Components</h3>
      <ol className="component-list">
        {rows.map(({ component: { name, place }, place: at }) => (
          <li key={at}>
            <code>{`<${name}>`}</code> <PlaceLink place={place} />
          </li>
        ))}
      </ol>
    </section>
  );
}
