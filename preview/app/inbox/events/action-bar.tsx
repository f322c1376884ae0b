import type { InboxMessage, MessageAction } from "../../../protocol/index.ts";
import { Button } from "../../ui/button.tsx";
import { Menu } from "../../ui/menu.tsx";
import { useNotices } from "../../ui/notices.tsx";
import { act } from "./event-endpoints.ts";

interface Choice {
  readonly action: MessageAction;
  readonly label: string;
  /** What is said when it is done. */
  readonly done: string;
}

const choices: readonly Choice[] = [
  { action: "open", label: "Open", done: "Opened" },
  { action: "click", label: "Click", done: "Link clicked" },
  { action: "bounce", label: "Bounce", done: "Bounced; the address is suppressed" },
  { action: "complain", label: "Complain", done: "Marked as spam; the address is suppressed" },
];

const unsubscribe: Choice = { action: "unsubscribe", label: "Unsubscribe", done: "Unsubscribed" };
const reactivate: Choice = { action: "reactivate", label: "Reactivate", done: "Reactivated" };

/** Does with a message what one of its recipients would; as Postmark, the inbox tells it by webhook. */
export function ActionBar({
  message,
  recipient,
  onRecipient,
  isSuppressed,
  onDone,
}: {
  readonly message: InboxMessage;
  readonly recipient: string;
  readonly onRecipient: (recipient: string) => void;
  /** The message's stream sends no more to the recipient. */
  readonly isSuppressed: boolean;
  readonly onDone: () => void;
}) {
  const { announce } = useNotices();
  const { to } = message.envelope;
  const hasLink = message.links.some(({ href }) => /^https?:/i.test(href));
  const run = async ({ action, done }: Choice) => {
    const answer = await act(message.id, action, recipient);
    announce(answer.ok ? done : answer.problem.message);
    onDone();
  };
  return (
    <div className="code-view-bar events-bar" role="toolbar" aria-label="As a recipient">
      {to.length > 1 ? (
        <Menu
          name="Recipient"
          text={recipient}
          groups={[
            {
              label: "Recipient",
              choose: "one",
              options: to.slice(0, 50).map((address) => ({
                key: address,
                label: address,
                checked: address === recipient,
                onChoose: () => onRecipient(address),
              })),
            },
          ]}
        />
      ) : (
        <span className="truncate">{recipient}</span>
      )}
      <span className="code-view-space" />
      <span className="events-actions">
        {[...choices, isSuppressed ? reactivate : unsubscribe].map((choice) => {
          const isImpossible = choice.action === "click" && !hasLink;
          return (
            <Button
              key={choice.label}
              aria-disabled={isImpossible}
              {...(isImpossible ? { "data-tip": "The message has no link" } : {})}
              onClick={() => isImpossible || void run(choice)}
            >
              {choice.label}
            </Button>
          );
        })}
      </span>
    </div>
  );
}
