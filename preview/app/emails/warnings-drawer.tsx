import type { RenderRemark } from "../../protocol/index.ts";
import { count } from "../ui/format.ts";
import { numbered } from "../ui/numbered.ts";
import { PlaceLink } from "./place-link.tsx";
import { type DrawerName, DrawerToggle, StatusDrawer } from "./status-drawer.tsx";
import "./warnings-drawer.css";

const name: DrawerName = { key: "warnings", title: "Warnings" };

/** Below the email, when one wants it: what its render warns of, and where that is written. */
export function WarningsDrawer({ warnings }: { readonly warnings: readonly RenderRemark[] }) {
  const rows = numbered(warnings.map((warning) => ({ warning })));
  return (
    <StatusDrawer name={name} isEmpty={warnings.length === 0}>
      <ol className="warning-list">
        {rows.map(({ warning: { message, component, place }, place: at }) => (
          <li key={at}>
            <p>{message}</p>
            <span className="warning-place">
              {component !== undefined && <code>{`<${component}>`}</code>}
              {place && <PlaceLink place={place} />}
            </span>
          </li>
        ))}
      </ol>
    </StatusDrawer>
  );
}

/** In the status bar: how many warnings there are, and the way to them. */
export function WarningsToggle({ warnings }: { readonly warnings: readonly RenderRemark[] }) {
  if (warnings.length === 0) return null;
  return (
    <DrawerToggle name={name} level="warn" tip="What should be looked at in this email">
      {count(warnings.length, "warning")}
    </DrawerToggle>
  );
}
