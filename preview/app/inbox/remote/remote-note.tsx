import { Button } from "../../ui/button.tsx";
import { ImageOff } from "../../ui/icons.ts";
import type { RemoteContent } from "./find-remote.ts";
import { describeHosts, describeUses } from "./remote-words.ts";
import type { RemoteChoice } from "./use-remote-choice.ts";
import "./remote.css";

/** What a message would load and from whom, and whether it does; nothing where it names nothing. */
export function RemoteNote({
  remote,
  choice,
}: {
  readonly remote: RemoteContent | null;
  readonly choice: RemoteChoice;
}) {
  if (!remote || remote.hosts.length === 0) return null;
  const isHeld = choice.state === "held";
  return (
    <section className="remote-note" aria-label="Remote content">
      {isHeld && <ImageOff size={16} />}
      <p data-tip={remote.hosts.length > 3 ? remote.hosts.join(", ") : undefined}>
        {isHeld ? "Not loaded: " : choice.state === "always" ? "Always loaded: " : "Loaded: "}
        {describeUses(remote)} from <b>{describeHosts(remote.hosts)}</b>
      </p>
      <span className="remote-choice">
        {/* One button, so that the focus stays on it when it was pressed. */}
        <Button kind={isHeld ? "plain" : "quiet"} onClick={isHeld ? choice.show : choice.ask}>
          {isHeld ? "Show" : "Ask first"}
        </Button>
        {isHeld && (
          <Button kind="quiet" onClick={choice.showAlways}>
            Always show
          </Button>
        )}
      </span>
    </section>
  );
}
