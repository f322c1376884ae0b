import { useClient } from "../data/client.ts";
import { useStore } from "../data/store.ts";

/** Says when the page no longer hears of changes; silent while it does. */
export function Connection() {
  const state = useStore(useClient().connection);
  if (state !== "lost") return null;
  return (
    <span className="connection" role="status">
      The server is away; this page waits for it
    </span>
  );
}
