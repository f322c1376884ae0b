import type { EmailView } from "../../protocol/index.ts";
import type { EmailRoute } from "../route.ts";

/** Says what the stage waits for, while what was shown before lies dimmed behind. */
export function WaitingNote({
  route,
  behind,
  isAway,
}: {
  readonly route: EmailRoute;
  /** What still shows. */
  readonly behind: EmailView;
  /** The server does not answer. */
  readonly isAway: boolean;
}) {
  const isOther = behind.id !== route.id;
  const wanted = isOther ? route.id : `${route.id}, ${route.variant}`;
  return (
    <div className="stage-waiting" role="status">
      <p>
        {isAway ? `The server is away: ${wanted} cannot be shown yet` : `Waiting for ${wanted}`}
      </p>
      <p className="stage-waiting-more">
        {isOther && `Behind this: ${behind.id}. `}
        {isAway && "It comes by itself once the server is back."}
      </p>
    </div>
  );
}
