import type { IncomingMessage, ServerResponse } from "node:http";
import { answerApiRequest } from "../../../src/inbox/http/answer-api-request.ts";
import type { Inbox } from "../../../src/inbox/inbox.ts";
import { writeError } from "../api/answer.ts";

/**
 * The inbox's API for tests in any language, on the preview's own port.
 *
 * @param openInbox the running inbox; rejects with what to fix when there is none
 */
export function serveMailApi(openInbox: () => Promise<Inbox>) {
  return async (request: IncomingMessage, response: ServerResponse, next: () => void) => {
    if (!/^\/api\/v1(?:[/?]|$)/.test(request.url ?? "")) return next();
    try {
      await answerApiRequest(await openInbox(), request, response, undefined);
    } catch (error) {
      writeError(response, 503, error instanceof Error ? error.message : String(error));
    }
  };
}
