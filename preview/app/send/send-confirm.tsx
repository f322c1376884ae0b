import type { SendTarget } from "../../protocol/index.ts";
import { Button } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { nameOfTarget } from "./describe-send.ts";
import "./send.css";

/**
 * Asks before mail goes to real people: by which server, to whom, how much. The focus is on Cancel,
 * so that a key pressed twice sends nothing.
 */
export function SendConfirm({
  target,
  to,
  verb,
  count,
  what,
  onSend,
  onClose,
}: {
  readonly target: SendTarget;
  readonly to: readonly string[];
  readonly verb: "Send" | "Release";
  /** `1 email`. */
  readonly count: string;
  /** What they get. */
  readonly what: string;
  readonly onSend: () => void;
  readonly onClose: () => void;
}) {
  const people = to.length === 1 ? "1 recipient" : `${to.length} recipients`;
  return (
    <Dialog className="send-dialog" title={`${verb} to ${people}?`} onClose={onClose}>
      <p>
        This is real mail. It leaves by {nameOfTarget(target)} ({target.address}).
      </p>
      <ul className="send-people scrolls" aria-label="Recipients">
        {to.map((address) => (
          <li key={address}>{address}</li>
        ))}
      </ul>
      <p className="send-what">{what}</p>
      <div className="send-dialog-foot">
        <Button data-first onClick={onClose}>
          Cancel
        </Button>
        <Button kind="primary" onClick={onSend}>
          {verb} {count} by {nameOfTarget(target)}
        </Button>
      </div>
    </Dialog>
  );
}
