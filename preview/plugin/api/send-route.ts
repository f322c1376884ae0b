import { existsSync } from "node:fs";
import type { Inbox } from "../../../src/inbox/inbox.ts";
import type { SendRequest, SendResult, SendTarget } from "../../protocol.ts";
import type { Letterpress } from "../render/letterpress.ts";
import type { RenderService } from "../render/render-service.ts";
import { defaultFrom, subjectOfBare } from "../render/render-variant.ts";
import { Refusal } from "./answer.ts";
import { readQueryBody } from "./email-query.ts";
import type { Route } from "./router.ts";

/** What sending needs. */
export interface SendSources {
  readonly renders: RenderService;
  readonly letterpress: () => Promise<Letterpress>;
  readonly inbox: () => Promise<Inbox>;
  readonly target: SendTarget;
  /** What `/static/` stands for: its images travel with the message, or no inbox could show them. */
  readonly staticDir: string;
}

/** The most that one message may have. @see src/message/limits.ts */
const mostRecipients = 50;
/** A message that the inbox has taken is parsed within milliseconds. */
const arrivalTimeoutMs = 3_000;

/** Sends a variant through the very sender that apps use, over real SMTP, into the inbox. */
export function sendRoute(sources: SendSources): Route {
  return {
    method: "POST",
    path: "/api/send",
    async handle(request) {
      const wanted = readSendRequest(await request.json());
      try {
        return { json: await send(wanted, sources) };
      } catch (error) {
        if (error instanceof Refusal) throw error;
        return { json: describeSendFailure(error) };
      }
    },
  };
}

async function send(wanted: SendRequest, sources: SendSources): Promise<SendResult> {
  const { emailId, to, ...state } = wanted;
  const { email, variant } = await sources.renders.load({ id: emailId, ...state });
  const [{ createSender }, inbox] = await Promise.all([sources.letterpress(), sources.inbox()]);
  const from = process.env.MAIL_FROM || defaultFrom;
  const images = existsSync(sources.staticDir) ? "cid" : "linked";
  const render = { images, staticDir: sources.staticDir } as const;
  const sender = createSender({ transport: inbox.transport(), from, render });
  try {
    const { props } = variant;
    const { messageId, accepted } = await (email.definition
      ? sender.send({ email: email.definition, props, to })
      : sender.send({ email: email.component, props, subject: subjectOfBare(emailId), to }));
    const arrived = await inbox
      .waitFor((message) => message.messageId === messageId, { timeoutMs: arrivalTimeoutMs })
      .catch(() => undefined);
    return {
      status: "sent",
      messageId,
      accepted,
      target: sources.target,
      inboxId: arrived?.id ?? null,
    };
  } finally {
    await sender.close();
  }
}

/** @throws {Refusal} when the body is no {@link SendRequest} */
function readSendRequest(body: unknown): SendRequest {
  const { emailId, to, ...state } = (body ?? {}) as Partial<Record<keyof SendRequest, unknown>>;
  const isList = Array.isArray(to) && to.every((one) => typeof one === "string");
  if (typeof emailId !== "string" || !isList) {
    throw new Refusal(
      400,
      "Cannot send: the body must be { emailId, variant, locale?, props?, to: [address, …] }",
    );
  }
  const { variant, locale, props } = readQueryBody(emailId, state);
  if (to.length > mostRecipients) {
    throw new Refusal(
      400,
      `Cannot send: 'to' has ${to.length} addresses; the most is ${mostRecipients}`,
    );
  }
  return { emailId, variant, locale, props, to };
}

function describeSendFailure(error: unknown): SendResult {
  const { message, code, field } = (error ?? {}) as Partial<Record<string, unknown>>;
  return {
    status: "failed",
    message: typeof message === "string" ? message : String(error),
    code: typeof code === "string" ? code : "ERR_UNKNOWN",
    field: typeof field === "string" ? field : null,
  };
}
