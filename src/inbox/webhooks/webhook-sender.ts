import type { Clock } from "../../clock.ts";
import { type PayloadAnswer, postPayload } from "./post-payload.ts";
import { judgeStatus, minutesUntilRetry, mostRetries } from "./retry-schedule.ts";
import type { OpenCall } from "./webhook-call.ts";
import type { WebhookEntry } from "./webhook-options.ts";

/** Sends calls, and sends them again, in the background. */
export interface WebhookSender {
  /** Takes a call; no one waits for it. */
  send(call: OpenCall): void;
  /** Posts once, without a retry. */
  post(entry: WebhookEntry, payload: object, ids: CallIds): Promise<PayloadAnswer>;
}

/** What a request is told apart by. */
export interface CallIds {
  readonly traceId: string;
  readonly eventId: string;
  readonly retriesRemaining: number;
}

/** What {@link createWebhookSender} needs. */
export interface WebhookSenderOptions {
  readonly clock: Clock;
  readonly closed: AbortSignal;
  /** How long one minute of the schedule lasts, ms. */
  readonly minuteMs: number;
  readonly timeoutMs: number;
  /** The webhook of a call, as it is now; `undefined` when it was deleted. */
  readonly entryOf: (call: OpenCall) => WebhookEntry | undefined;
  /** What is sent. Made when it is, so that what waits takes little room. */
  readonly payloadOf: (call: OpenCall, entry: WebhookEntry) => object;
  /** Told whenever a call has changed. */
  readonly onChange: (call: OpenCall) => void;
}

/** Requests to one webhook at a time. */
const mostAtOnce = 8;

/**
 * Most calls that wait, for their turn or for a retry. An app that is down or slow makes the inbox lose
 * events, and not grow.
 */
const mostWaiting = 10_000;

/** Creates the sender. */
export function createWebhookSender(options: WebhookSenderOptions): WebhookSender {
  const { clock, closed, minuteMs, timeoutMs, entryOf, payloadOf, onChange } = options;
  const lanes = new Map<number, { readonly queue: Set<OpenCall>; active: number }>();
  let waiting = 0;
  let hasWarned = false;

  function laneOf({ webhookId }: OpenCall) {
    const lane = lanes.get(webhookId) ?? { queue: new Set<OpenCall>(), active: 0 };
    lanes.set(webhookId, lane);
    return lane;
  }

  function line(call: OpenCall): void {
    laneOf(call).queue.add(call);
    goOn(call);
  }

  function goOn(call: OpenCall): void {
    const lane = laneOf(call);
    for (const next of lane.queue) {
      if (lane.active >= mostAtOnce || closed.aborted) return;
      lane.queue.delete(next);
      lane.active += 1;
      void attempt(next).finally(() => {
        lane.active -= 1;
        goOn(next);
      });
    }
    if (lane.active === 0) lanes.delete(call.webhookId);
  }

  async function attempt(call: OpenCall): Promise<void> {
    const entry = entryOf(call);
    if (!entry) return settle(call, "lost");
    call.state = "sending";
    call.dueAt = undefined;
    onChange(call);
    const at = clock.now();
    const answer = await post(entry, payloadOf(call, entry), {
      ...{ traceId: call.traceId, eventId: call.eventId },
      retriesRemaining: mostRetries - call.attempts.length,
    });
    if (closed.aborted) return;
    // Of many tries the first and the last answer are kept: thousands may wait for their retries.
    const before = call.attempts.length - 1;
    const previous = call.attempts[before];
    if (previous && before > 0) call.attempts[before] = { ...previous, body: "" };
    call.attempts.push({ ...answer, at: new Date(at), tookMs: clock.now() - at });
    const verdict =
      answer.error !== undefined && answer.status !== undefined
        ? "lost"
        : judgeStatus(answer.status);
    if (verdict !== "retry") return settle(call, verdict);
    const minutes = minutesUntilRetry(call.attempts.length);
    if (minutes === undefined) return settle(call, "failed");
    const ms = minutes * minuteMs;
    call.state = "waiting";
    call.dueAt = new Date(clock.now() + ms);
    onChange(call);
    void clock.sleep(ms, { signal: closed }).then(
      () => line(call),
      () => undefined,
    );
  }

  function settle(call: OpenCall, state: OpenCall["state"]): void {
    waiting -= 1;
    call.state = state;
    call.dueAt = undefined;
    onChange(call);
  }

  function post(entry: WebhookEntry, payload: object, ids: CallIds): Promise<PayloadAnswer> {
    const { auth } = entry;
    const basic = auth && Buffer.from(`${auth.username}:${auth.password}`).toString("base64");
    return postPayload({
      ...{ url: entry.url, timeoutMs, signal: closed, body: JSON.stringify(payload) },
      headers: {
        ...{ "content-type": "application/json", accept: "application/json" },
        "user-agent": "Postmark",
        "x-pm-webhook-trace-id": ids.traceId,
        "x-pm-webhook-event-id": ids.eventId,
        "x-pm-retries-remaining": String(ids.retriesRemaining),
        ...(basic && { authorization: `Basic ${basic}` }),
        ...entry.headers,
      },
    });
  }

  return {
    send(call) {
      if (waiting >= mostWaiting) {
        call.state = "dropped";
        onChange(call);
        if (!hasWarned) warnOfDropped();
        hasWarned = true;
        return;
      }
      waiting += 1;
      line(call);
    },
    post,
  };
}

function warnOfDropped(): void {
  process.emitWarning(
    `The inbox's webhooks have ${mostWaiting} events waiting; those that come now are dropped. Check that the app answers`,
    { code: "LETTERPRESS_WEBHOOKS_DROPPED" },
  );
}
