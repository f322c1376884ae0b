import { useState } from "react";
import type { ActivityAction, ActivityMessage } from "../../../protocol/index.ts";
import { actOnMessage } from "../../data/activity-endpoints.ts";
import { useClient } from "../../data/client.ts";
import { useStore } from "../../data/store.ts";
import type { ActivityRoute } from "../../route.ts";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { useNotices } from "../../ui/notices.tsx";
import { goTo } from "../../use-route.ts";
import { actionWords } from "./action-words.ts";

/** What can be done to a message. Each asks first, and says what it will do. */
export function ActionButtons({
  message,
  route,
}: {
  readonly message: ActivityMessage;
  readonly route: ActivityRoute;
}) {
  const [asked, setAsked] = useState<ActivityAction | null>(null);
  const { activity } = useClient();
  const { notify } = useNotices();

  async function act(action: ActivityAction) {
    setAsked(null);
    const answer = await actOnMessage(message.id, action);
    activity.touch();
    if (!answer.ok) {
      notify({ tone: "failed", text: answer.problem.message });
      return;
    }
    notify({ tone: "done", text: doneWords[action] });
    const { id } = answer.value;
    if (id !== message.id) goTo({ ...route, id, view: null });
  }

  return (
    <div className="activity-actions">
      {message.actions.map((action) => (
        <Button key={action} onClick={() => setAsked(action)}>
          {actionWords(action, message).label}
        </Button>
      ))}
      {asked && (
        <ActionDialog
          action={asked}
          message={message}
          onClose={() => setAsked(null)}
          onConfirm={() => void act(asked)}
        />
      )}
    </div>
  );
}

const doneWords: Readonly<Record<ActivityAction, string>> = {
  retry: "Back in the queue",
  cancel: "Cancelled",
  release: "Released",
  "mark as sent": "Marked as sent",
  "send again": "A second one is in the queue",
};

/** The focus is on leaving it, so that a key pressed twice does nothing. */
function ActionDialog({
  action,
  message,
  onClose,
  onConfirm,
}: {
  readonly action: ActivityAction;
  readonly message: ActivityMessage;
  readonly onClose: () => void;
  readonly onConfirm: () => void;
}) {
  const { title, effect, confirm, sends } = actionWords(action, message);
  const place = useStore(useClient().activity.state);
  return (
    <Dialog className="activity-dialog" title={title} onClose={onClose}>
      <p>{effect}</p>
      <p className="activity-dialog-place">
        {message.subject ?? "(subject sealed)"} · {place?.place}
      </p>
      <div className="activity-dialog-foot">
        <Button data-first onClick={onClose}>
          Leave it
        </Button>
        <Button kind={sends ? "primary" : "danger"} onClick={onConfirm}>
          {confirm}
        </Button>
      </div>
    </Dialog>
  );
}
