import type { ReleaseRequest, SendRequest, SendTarget } from "../../protocol/index.ts";
import { releaseMessage } from "../send/release-message.ts";
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

/** Hands a message of the inbox to the real server. */
export function releaseRoute({ inbox, realServer }: SendSources): Route {
  return {
    method: "POST",
    path: "/api/inbox/:id/release",
    async handle({ params, json }) {
      const wanted = readReleaseRequest(await json());
      const message = (await inbox()).get(params.id ?? "");
      if (!message) throw new Refusal(404, "Cannot release the message: it is not there any more");
      return { json: await releaseMessage(message, wanted, realServer) };
    },
  };
}

/** @throws {Refusal} when the body is no {@link ReleaseRequest} */
function readReleaseRequest(body: unknown): ReleaseRequest {
  const asked = (body ?? {}) as Partial<Record<keyof ReleaseRequest, unknown>>;
  const target = targets.find((one) => one === asked.target);
  if (!isAddressList(asked.to) || asked.to.length === 0 || target === undefined) {
    throw new Refusal(
      400,
      "Cannot release: the body must be { target, to: [address, …] }, with at least one address",
    );
  }
  refuseMany("release", asked.to);
  return { to: asked.to, target };
}

/** @throws {Refusal} when the body is no {@link SendRequest} */
function readSendRequest(body: unknown): SendRequest {
  const asked = (body ?? {}) as Partial<Record<keyof SendRequest, unknown>>;
  const { emailId, to, target: wantedTarget = "inbox", ...state } = asked;
  const target = targets.find((one) => one === wantedTarget);
  if (typeof emailId !== "string" || !isAddressList(to) || target === undefined) {
    throw new Refusal(
      400,
      "Cannot send: the body must be { emailId, variant, locale?, props?, target?, to: [address, …] }",
    );
  }
  const { variant, locale, props } = readQueryBody(emailId, state);
  refuseMany("send", to);
  return { emailId, variant, locale, props, target, to };
}

function isAddressList(to: unknown): to is readonly string[] {
  return Array.isArray(to) && to.every((one) => typeof one === "string");
}

/** @throws {Refusal} when they are more than one message may have */
function refuseMany(what: string, { length }: readonly string[]): void {
  if (length <= mostRecipients) return;
  throw new Refusal(
    400,
    `Cannot ${what}: 'to' has ${length} addresses; the most is ${mostRecipients}`,
  );
}
