import { answerApiRequest } from "../../../src/inbox/http/answer-api-request.ts";
import type { Inbox } from "../../../src/inbox/inbox.ts";
import { writeError } from "../api/answer.ts";
import type { Room } from "../front/entrance.ts";
import type { Destination } from "../front/guard.ts";

/** A reader of a tracked message asks for a picture, and goes where a link leads. */
const destinations: readonly (readonly [RegExp, readonly Destination[]])[] = [
  [/^\/postmark\/track\/open\//, ["image", "empty"]],
  [/^\/postmark\/track\/(?:click|unsubscribe)\//, ["document"]],
  [/^\/(?:api\/v1|postmark)(?:\/|$)/, ["empty"]],
];

/**
 * The inbox's API for tests in any language, and Postmark's below `/postmark`, on the preview's own port.
 *
 * @param openInbox the running inbox; rejects with what to fix when there is none
 */
export function serveMailApi(openInbox: () => Promise<Inbox>): Room {
  return {
    allows: (_, path) => destinations.find(([like]) => like.test(path))?.[1],
    async answer(request, response) {
      try {
        await answerApiRequest(await openInbox(), request, response, undefined);
      } catch (error) {
        writeError(response, 503, error instanceof Error ? error.message : String(error));
      }
    },
  };
}
