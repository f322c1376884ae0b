import { systemClock } from "../../clock.ts";
import { isWebhookError } from "../../errors.ts";
import type { WebhookEvent } from "../event.ts";
import { parseWebhook } from "../parse/parse-webhook.ts";
import { decode } from "../parse/read-body.ts";
import { createMemoryWebhookStore } from "../store/create-memory-webhook-store.ts";
import type { WebhookArrival, WebhookClaim } from "../store/webhook-store.ts";
import { createAddressCheck } from "./address-list.ts";
import { accept, answers } from "./answers.ts";
import { createCredentialCheck } from "./check-credentials.ts";
import { checkHandlerOptions } from "./check-handler-options.ts";
import { describeThrown } from "./describe-thrown.ts";
import { handleEvents } from "./handle-webhook.ts";
import { readLimited } from "./read-limited.ts";
import type {
  RequestOrigin,
  WebhookContext,
  WebhookHandler,
  WebhookHandlerOptions,
} from "./webhook-handler.ts";
import { retriesRemainingOf, webhookIdOf } from "./webhook-id.ts";
import {
  createProblemWarnings,
  type WebhookProblem,
  type WebhookProblemCode,
} from "./webhook-problem.ts";

/** Set by a replay, which may handle once more what is done. Credentials are asked for as ever. */
export const replayHeader = "x-letterpress-replay";

/**
 * Makes the handler of Postmark's webhooks: a web-standard `Request` in, a `Response` out. Each
 * answer is the one that does the right thing at Postmark's end: 200 for what is done, for what
 * was done before and for probes; 503 for trouble of our own, so that Postmark tries again; a 4xx
 * only where a repetition would be no better, because Postmark gives up the event after it.
 *
 * @throws {TypeError | RangeError} when an option is wrong
 * @example
 * const handler = createWebhookHandler({
 *   credentials: { user: "postmark", password: process.env.WEBHOOK_PASSWORD ?? "" },
 *   onEvent: async (event) => {
 *     if (event.type === "delivered") await markDelivered(event.correlationId);
 *   },
 * });
 */
export function createWebhookHandler(options: WebhookHandlerOptions): WebhookHandler {
  checkHandlerOptions(options);
  const { clientAddress, wrongCredentials, correlationKey, leaseMs = 45_000 } = options;
  const { clock = systemClock, store = createMemoryWebhookStore() } = options;
  const { maxBodyBytes = 16 * 1024 * 1024, bodyTimeoutMs = 10_000 } = options;
  const { onEvent, suppressions, onProblem = createProblemWarnings() } = options;
  const isKnown = createCredentialCheck(options.credentials);
  const isListed = options.addresses && createAddressCheck(options.addresses);

  const refuse = (code: WebhookProblemCode, given: Partial<WebhookProblem> = {}) => {
    const { status, message } = { ...answers[code], ...given };
    tell(onProblem, { ...given, code, status, message });
    // What was thrown is for the app's log alone.
    const headers = code === "method" ? { allow: "POST" } : undefined;
    return Response.json({ ok: false, error: message }, { status, headers });
  };

  const refuseStranger = (request: Request, { remoteAddress }: RequestOrigin) => {
    if (request.method !== "POST") return refuse("method");
    if (!isKnown(request.headers)) {
      return refuse("credentials", wrongCredentials === "retry" ? { status: 503 } : {});
    }
    const address = clientAddress ? clientAddress(request) : remoteAddress;
    return isListed && !isListed(address ?? "") ? refuse("address") : undefined;
  };

  const handleOnce = async (
    arrival: WebhookArrival,
    events: readonly WebhookEvent[],
    context: WebhookContext,
    again: boolean,
  ): Promise<Response> => {
    const { id: webhookId } = arrival;
    let claim: WebhookClaim;
    try {
      claim = await store.claim(arrival, { now: clock.now(), leaseMs, again });
    } catch (error) {
      return refuse("store-failed", { webhookId, error });
    }
    if (claim === "done") return accept({ duplicate: true });
    // Not a fault; but only the other request knows whether it will be done.
    if (claim === "busy") return Response.json({ ok: false, busy: true }, { status: 503 });
    const settle = (error?: string) =>
      store.settle(webhookId, { now: clock.now(), ...(error !== undefined && { error }) });
    try {
      await handleEvents(events, context, { onEvent, suppressions });
    } catch (error) {
      const response = refuse("handler-failed", { webhookId, error });
      await settle(describeThrown(error)).catch((failure) =>
        refuse("store-failed", { webhookId, error: failure }),
      );
      return response;
    }
    // It is handled: if that cannot be written down, it is handled once more at worst.
    await settle().catch((error) => refuse("store-failed", { webhookId, error, status: 200 }));
    return accept({ events: events.length });
  };

  const answer: WebhookHandler = async (request, origin = {}) => {
    const refused = refuseStranger(request, origin);
    if (refused) return refused;
    const body = await readLimited(request, { maxBodyBytes, bodyTimeoutMs });
    if (body.refused) return refuse(body.refused);
    // A probe may have no body, and there is nothing in it to lose.
    if (body.bytes.byteLength === 0) return accept({ events: 0 });
    const text = decode(body.bytes);
    let events: readonly WebhookEvent[];
    try {
      events = parseWebhook(text, { correlationKey });
    } catch (error) {
      if (!isWebhookError(error)) throw error;
      return refuse("malformed", { status: error.status, message: error.message });
    }
    const { headers } = request;
    const id = webhookIdOf(headers, body.bytes);
    const [first] = events;
    if (first?.recordType === "Inbound") return refuse("inbound", { webhookId: id });
    const receivedAt = new Date(clock.now());
    const context = { id, receivedAt, retriesRemaining: retriesRemainingOf(headers) };
    if (first?.test) return handleTest(events, context);
    const arrival: WebhookArrival = {
      ...{ id, body: text, receivedAt, recordType: first?.recordType ?? "" },
      types: [...new Set(events.map(({ type }) => type))],
      recipients: events.flatMap(({ recipient }) => recipient?.toLowerCase() ?? []),
    };
    return handleOnce(arrival, events, context, headers.has(replayHeader));
  };
  return async (request, origin) => {
    try {
      return await answer(request, origin);
    } catch (error) {
      // A clock or a 'clientAddress' of the app's own.
      return refuse("handler-failed", { error });
    }
  };

  /** A press of Postmark's test button reaches the app, and nothing that comes of it fails the button. */
  async function handleTest(events: readonly WebhookEvent[], context: WebhookContext) {
    try {
      await handleEvents(events, context, { onEvent, suppressions: undefined });
    } catch (error) {
      refuse("handler-failed", {
        ...{ webhookId: context.id, error, status: 200 },
        message: "Cannot handle the test webhook: 'onEvent' threw; pass over events with 'test'",
      });
    }
    return accept({ test: true });
  }
}

/** A listener that fails must not fail the webhook, and must not fail unseen either. */
function tell(listener: (problem: WebhookProblem) => void, problem: WebhookProblem): void {
  try {
    listener(problem);
  } catch (error) {
    process.emitWarning(`The webhook handler's 'onProblem' threw: ${String(error)}`, {
      type: "LetterpressWarning",
      code: "LETTERPRESS_ON_PROBLEM",
    });
  }
}
