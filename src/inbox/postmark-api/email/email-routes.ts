import { setImmediate } from "node:timers/promises";
import type { PostmarkRoute } from "../postmark-call.ts";
import { PostmarkRefusal } from "../postmark-refusal.ts";
import { sendEmail, sendOneOfBatch } from "./send-email.ts";

/** Most messages of one batch. @see https://postmarkapp.com/developer/api/email-api#send-batch-emails */
const mostOfBatch = 500;

const megabyte = 1_000_000;

/** JSON escapes and names come on top of the 10 MB that a message may have. */
const longestEmail = 16 * megabyte;
const longestBatch = 50 * megabyte;

const noTemplate = () => {
  throw new PostmarkRefusal(
    1101,
    "The 'TemplateId' or 'TemplateAlias' associated with this request is not valid or was not found: the local Postmark keeps no templates.",
  );
};

/** Sending: `/email` and what lies below it. */
export const emailRoutes: readonly PostmarkRoute[] = [
  {
    ...{ method: "POST", path: "/email", longestBody: longestEmail },
    handle: async ({ server, json, isTest }) =>
      sendEmail(server, await json(), { path: "/email", isTest }),
  },
  {
    ...{ method: "POST", path: "/email/batch", longestBody: longestBatch },
    async handle({ server, json, isTest }) {
      const messages = await json();
      if (!Array.isArray(messages)) {
        throw new PostmarkRefusal(402, "Received invalid JSON input: a list was expected.");
      }
      if (messages.length > mostOfBatch) {
        throw new PostmarkRefusal(410, `Batch requests may hold ${mostOfBatch} messages at most.`);
      }
      const answers: unknown[] = [];
      // One after the other, so that they lie in the inbox in their order.
      for (const message of messages) {
        answers.push(await sendOneOfBatch(server, message, { path: "/email/batch", isTest }));
        // Webhooks and other clients get their turn.
        await setImmediate();
      }
      return answers;
    },
  },
  { method: "POST", path: "/email/withTemplate", handle: noTemplate },
  { method: "POST", path: "/email/batchWithTemplates", handle: noTemplate },
  {
    ...{ method: "POST", path: "/email/bulk" },
    handle() {
      throw new PostmarkRefusal(14, "The bulk API is not approved for this account.");
    },
  },
];
