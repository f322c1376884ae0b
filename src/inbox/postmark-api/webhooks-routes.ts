import { serverId } from "../postmark/server-settings.ts";
import type { InboxWebhooks, ProbeResult } from "../webhooks/inbox-webhooks.ts";
import {
  type InboxWebhook,
  type WebhookEntry,
  type WebhookTrigger,
  webhookTriggers,
} from "../webhooks/webhook-options.ts";
import { type Fields, readFields } from "./email/email-fields.ts";
import { findStream } from "./find-stream.ts";
import type { PostmarkCall, PostmarkRoute } from "./postmark-call.ts";
import { PostmarkRefusal } from "./postmark-refusal.ts";

/** How many a stream has at most is documented as "limited" (1359), and not as a number. */
const mostOfStream = 10;

/**
 * Postmark's numbers for webhooks go from 1350 to 1364; which is for what is known of 1359 and 1364
 * alone. What else is wrong with one is answered as 1350.
 */
const codes = { invalid: 1350, tooMany: 1359, unverified: 1364 };

/** Webhooks, each verified when it is set up. @see https://postmarkapp.com/developer/api/webhooks-api */
export const webhooksRoutes: readonly PostmarkRoute[] = [
  {
    ...{ method: "GET", path: "/webhooks" },
    handle({ server, query }) {
      const stream = query.text("messagestream");
      const found = server.webhooks.list().filter((entry) => !stream || streamOf(entry) === stream);
      return { Webhooks: found.map(describe) };
    },
  },
  { method: "POST", path: "/webhooks", handle: create },
  {
    ...{ method: "GET", path: "/webhooks/{id}" },
    handle: (call) => describe(find(call)),
  },
  { method: "PUT", path: "/webhooks/{id}", handle: edit },
  {
    ...{ method: "DELETE", path: "/webhooks/{id}" },
    handle(call) {
      const { id } = find(call);
      call.server.webhooks.delete(id);
      return { ErrorCode: 0, Message: `Webhook ${id} removed.` };
    },
  },
  {
    ...{ method: "POST", path: "/webhooks/{id}/verify" },
    async handle(call) {
      const results = await call.server.webhooks.verify(find(call).id);
      // 200 whatever came of it.
      return {
        Success: results.every(({ isRight }) => isRight),
        Triggers: Object.fromEntries(results.map(describeProbe)),
      };
    },
  },
  {
    ...{ method: "GET", path: "/webhooks/{id}/statistics" },
    handle(call) {
      const { id } = find(call);
      const since = call.server.clock.now() - 24 * 60 * 60 * 1000;
      const attempts = call.server.webhooks
        .calls()
        .filter(({ webhookId }) => webhookId === id)
        .flatMap((one) => one.attempts)
        .filter(({ at }) => at.getTime() >= since);
      const isRight = (status: number | undefined) =>
        status !== undefined && status >= 200 && status < 300;
      const successes = attempts.filter(({ status }) => isRight(status)).length;
      // The fields of the answer are not documented.
      return {
        ...{ ID: id, TotalAttempts: attempts.length, SuccessfulAttempts: successes },
        FailedAttempts: attempts.length - successes,
      };
    },
  },
];

async function create({ server, json }: PostmarkCall) {
  const fields = readFields(await json());
  const { webhooks } = server;
  const stream = findStream(server, fields.text("MessageStream") || "outbound");
  if (webhooks.list().filter((entry) => streamOf(entry) === stream).length >= mostOfStream) {
    throw new PostmarkRefusal(
      codes.tooMany,
      `A message stream may have ${mostOfStream} webhooks at most.`,
    );
  }
  const said = { triggers: [], ...readWebhook(fields), stream };
  const entry = orRefuse(() => webhooks.add({ url: "", ...said }));
  try {
    await verifyOrRefuse(webhooks, entry, fields);
  } catch (error) {
    webhooks.delete(entry.id);
    throw error;
  }
  return describe(webhooks.get(entry.id) ?? entry);
}

async function edit(call: PostmarkCall) {
  const before = find(call);
  const { webhooks } = call.server;
  const fields = readFields(await call.json());
  const entry = orRefuse(() => webhooks.update(before.id, readWebhook(fields, before))) ?? before;
  try {
    await verifyOrRefuse(webhooks, entry, fields);
  } catch (error) {
    webhooks.update(before.id, before);
    throw error;
  }
  return describe(webhooks.get(entry.id) ?? entry);
}

/** Nothing is saved that does not answer; `Verify: false` saves it, and it gets no events. */
async function verifyOrRefuse(webhooks: InboxWebhooks, { id }: WebhookEntry, fields: Fields) {
  if (fields.boolean("Verify") === false) {
    webhooks.suspend(id);
    return;
  }
  const failed = (await webhooks.verify(id)).filter(({ isRight }) => !isRight);
  if (failed.length === 0) return;
  const told = failed
    .map(({ trigger, status, error }) => `${trigger}: ${error ?? `answered ${status}`}`)
    .join("; ");
  throw new PostmarkRefusal(
    codes.unverified,
    `The webhook could not be verified: each trigger must be answered with 200. ${told}`,
  );
}

function readWebhook(fields: Fields, before?: WebhookEntry): Partial<InboxWebhook> {
  const url = fields.text("Url");
  const auth = fields.record("HttpAuth");
  const triggers = fields.record("Triggers");
  const bounce = triggers && readFields(triggers);
  const detail = (trigger: WebhookTrigger) => {
    const record = bounce?.record(trigger);
    return record && readFields(record);
  };
  return {
    ...(url !== undefined && { url }),
    ...(auth && { auth: readAuth(readFields(auth)) }),
    ...(fields.has("HttpHeaders") && { headers: readHeaders(fields.list("HttpHeaders")) }),
    ...(triggers && {
      triggers: webhookTriggers.filter(
        (trigger) =>
          detail(trigger)?.boolean("Enabled") ?? before?.triggers.includes(trigger) ?? false,
      ),
      firstOpenOnly: detail("Open")?.boolean("PostFirstOpenOnly") ?? before?.firstOpenOnly ?? false,
      includeContent:
        detail("Bounce")?.boolean("IncludeContent") ??
        detail("SpamComplaint")?.boolean("IncludeContent") ??
        before?.includeContent ??
        false,
    }),
  };
}

function readAuth(fields: Fields): InboxWebhook["auth"] {
  const username = fields.text("Username") ?? "";
  const password = fields.text("Password") ?? "";
  return username || password ? { username, password } : undefined;
}

function readHeaders(list: readonly unknown[]): Readonly<Record<string, string>> {
  return Object.fromEntries(
    list.map((header) => {
      const fields = readFields(header);
      return [fields.text("Name") ?? "", fields.text("Value") ?? ""];
    }),
  );
}

function orRefuse<Result>(change: () => Result): Result {
  try {
    return change();
  } catch (error) {
    throw new PostmarkRefusal(codes.invalid, (error as Error).message);
  }
}

function find({ server, params }: PostmarkCall): WebhookEntry {
  const entry = server.webhooks.get(Number(params.id));
  if (entry) return entry;
  throw new PostmarkRefusal(codes.invalid, "This webhook was not found.");
}

/** One of the options that is for all streams is shown with the default one. */
function streamOf({ stream }: WebhookEntry): string {
  return stream ?? "outbound";
}

function describe(entry: WebhookEntry) {
  const enabled = (trigger: WebhookTrigger) => ({ Enabled: entry.triggers.includes(trigger) });
  const content = { IncludeContent: entry.includeContent };
  return {
    ...{ ID: entry.id, ServerID: serverId, Url: entry.url, MessageStream: streamOf(entry) },
    ...(entry.auth && {
      HttpAuth: { Username: entry.auth.username, Password: entry.auth.password },
    }),
    HttpHeaders: Object.entries(entry.headers).map(([Name, Value]) => ({ Name, Value })),
    Triggers: {
      Open: { ...enabled("Open"), PostFirstOpenOnly: entry.firstOpenOnly },
      Click: enabled("Click"),
      Delivery: enabled("Delivery"),
      Bounce: { ...enabled("Bounce"), ...content },
      SpamComplaint: { ...enabled("SpamComplaint"), ...content },
      SubscriptionChange: enabled("SubscriptionChange"),
    },
    Status: entry.isVerified ? "Verified" : "Unverified",
  };
}

function describeProbe({ trigger, isRight, status, error }: ProbeResult) {
  return [
    trigger,
    { Success: isRight, StatusCode: status ?? null, Message: error ?? null },
  ] as const;
}
