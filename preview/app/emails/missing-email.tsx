import { useEffect } from "react";
import type { Problem } from "../data/ask.ts";
import { useClient } from "../data/client.ts";
import { site } from "../data/site.ts";
import { useStore } from "../data/store.ts";
import { Link } from "../link.tsx";
import { type EmailRoute, emailRoute } from "../route.ts";
import { nearestId } from "./nearest-id.ts";
import { markReady } from "./ready.ts";

/** Says that the email of the URL is not there, over what was last seen of it. */
export function MissingEmail({
  route,
  problem,
}: {
  readonly route: EmailRoute;
  readonly problem: Problem;
}) {
  const emails = useStore(useClient().emails) ?? [];
  const isMissing = problem.kind === "missing";
  const near = nearestId(
    emails.map(({ id }) => id),
    route.id,
  );
  useEffect(() => markReady(`${route.id}|${route.variant}|missing`), [route]);
  return (
    <div className="error-scrim scrolls">
      <section className="error-panel" aria-labelledby="missing-title" role="alert">
        <h2 id="missing-title">
          {isMissing
            ? `There is no email ${route.id}`
            : site.isStatic
              ? "Not in this export"
              : "The server refused"}
        </h2>
        <p>
          {isMissing
            ? site.isStatic
              ? "It was not there when this preview was exported."
              : (whyUnlisted(problem) ??
                "It was deleted or renamed. It shows again by itself when the file comes back.")
            : problem.message}
        </p>
        {isMissing && near !== undefined && (
          <p>
            Go to{" "}
            <Link className="text-link" route={emailRoute(near)}>
              {near}
            </Link>
          </p>
        )}
      </section>
    </div>
  );
}

/** The server's reason, where the file is there and is not listed. */
function whyUnlisted({ message }: Problem): string | undefined {
  const [, reason] = /^Cannot show "[^"]*": (.+)$/.exec(message) ?? [];
  return reason && `${reason}.`;
}
