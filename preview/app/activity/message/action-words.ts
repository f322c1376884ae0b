import type { ActivityAction, ActivityMessage } from "../../../protocol/index.ts";
import { stateWords } from "../state-words.ts";

/** What an action is called, and what it will do. */
export interface ActionWords {
  readonly label: string;
  /** A question. */
  readonly title: string;
  /** What happens, in a sentence or two. */
  readonly effect: string;
  /** Word on the button that does it. */
  readonly confirm: string;
  /** Whether someone may get a message, or get it twice. */
  readonly sends: boolean;
}

/** Says in words what an action will do to a message. */
export function actionWords(action: ActivityAction, message: ActivityMessage): ActionWords {
  const people = peopleOf(message);
  switch (action) {
    case "retry":
      return {
        ...{ label: "Retry", title: "Send it now?", confirm: "Send it now", sends: true },
        effect: `${whyNot(message)} It is put back into the queue, due at once, and counts its attempts anew. ${people} gets it as soon as the server takes it.`,
      };
    case "cancel":
      return {
        ...{ label: "Cancel", title: "Cancel this message?", sends: false },
        effect: `Nothing is sent to ${people}. Retry brings it back as long as its body is kept.`,
        confirm: "Cancel the message",
      };
    case "release":
      return {
        ...{ label: "Release", title: "Let it go out?", confirm: "Send it now", sends: true },
        effect: `It was held${message.reason ? `: ${message.reason}` : ""}. It is sent to ${people} now. If it went out before it was held, ${people} gets it a second time.`,
      };
    case "mark as sent":
      return {
        ...{ label: "Mark as sent", title: "Count it as sent?", sends: false },
        effect: `Nothing is sent. Choose this where you know that ${people} has it: it counts as accepted from now on.`,
        confirm: "Mark as sent",
      };
    case "send again":
      return {
        ...{
          label: "Send again",
          title: "Send a second one?",
          confirm: "Send a second one",
          sends: true,
        },
        effect: `A new message with the same content, the date of now and ids of its own is sent to ${people}. The first one is ${stateWords[message.state].label.toLowerCase()}: ${people} may get it twice.`,
      };
  }
}

function whyNot({ state, reason }: ActivityMessage): string {
  const why = reason ? `: ${reason}` : "";
  if (state === "retry") return `The last attempt failed${why}.`;
  return `It was not sent, it is ${stateWords[state].label.toLowerCase()}${why}.`;
}

function peopleOf({ to }: ActivityMessage): string {
  return to.length === 1 ? (to[0] ?? "no one") : `each of ${to.length} recipients`;
}
