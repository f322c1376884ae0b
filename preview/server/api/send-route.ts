import type { SendRequest, SendTarget } from "../../protocol/index.ts";
import { type SendSources, sendState } from "../send/send-state.ts";
import { Refusal } from "./answer.ts";
import { readQueryBody } from "./email-query.ts";
import type { Route } from "./router.ts";

/** The most that one message may have. @see src/message/limits.ts */
const mostRecipients = 50;

const targets: readonly SendTarget["kind"][] = ["inbox", "postmark", "server"];

/** Sends one email in one state. */
export function sendRoute(sources: SendSources): Route {
  return {
    method: "POST",
    path: "/api/send",
    async handle(request) {
      return { json: await sendState(readSendRequest(await request.json()), sources) };
    },
  };
}

/** @throws {Refusal} when the body is no {@link SendRequest} */
function readSendRequest(body: unknown): SendRequest {
  const asked = (body ?? {}) as Partial<Record<keyof SendRequest, unknown>>;
  const { emailId, to, target: wantedTarget = "inbox", ...state } = asked;
  const isList = Array.isArray(to) && to.every((one) => typeof one === "string");
  const target = targets.find((one) => one === wantedTarget);
  if (typeof emailId !== "string" || !isList || target === undefined) {
    throw new Refusal(
      400,
      "Cannot send: the body must be { emailId, variant, locale?, props?, target?, to: [address, …] }",
    );
  }
  const { variant, locale, props } = readQueryBody(emailId, state);
  if (to.length > mostRecipients) {
    throw new Refusal(
      400,
      `Cannot send: 'to' has ${to.length} addresses; the most is ${mostRecipients}`,
    );
  }
  return { emailId, variant, locale, props, target, to };
}
