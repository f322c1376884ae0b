import { isPostmarkApiError } from "../../postmark-api/postmark-api-error.ts";
import { defineCheck, type SaidOf } from "../define-check.ts";
import type { DoctorContext } from "../doctor-context.ts";
import { type Answer, listOf, orThrow } from "./answer.ts";
import { describeWebhook } from "./describe-webhook.ts";
import { readWebhookUrl, shownUrl, type WebhookUrl } from "./webhook-url.ts";

/** What an app must hear to know what became of its mail. */
const wanted = ["Delivery", "Bounce", "SpamComplaint", "SubscriptionChange"];

/** Whether the stream's webhooks are there, verified and answered. */
export const webhooksCheck = defineCheck({
  ...{ id: "webhooks", group: "postmark", subject: "Webhooks" },
  applies: ({ server }) => server !== undefined,
  async run(context) {
    const { server, stream, webhookUrl } = context;
    const query = { MessageStream: stream };
    const all = listOf(await orThrow(server).get("/webhooks", query), "Webhooks");
    const expected = webhookUrl === undefined ? undefined : readWebhookUrl(webhookUrl);
    const described = await Promise.all(all.map((one) => describeWebhook(context, one, wanted)));
    if (!expected) return all.length === 0 ? [noneOf(stream)] : described;
    const isThere = all.some((one) => urlOf(one) === expected.url);
    return isThere ? described : [await missing(context, expected), ...described];
  },
});

function noneOf(stream: string): SaidOf {
  return {
    status: "warning",
    message: `"${stream}" has none, so the app never learns of bounces and complaints`,
    fix: "run doctor again with --fix --webhook https://user:password@… to register the address of your handler",
  };
}

function urlOf(webhook: Answer): string | undefined {
  return readWebhookUrl(String(webhook.Url ?? ""))?.url;
}

async function missing(
  { server, stream, fix }: DoctorContext,
  expected: WebhookUrl,
): Promise<SaidOf> {
  const shown = shownUrl(expected);
  if (!fix) {
    return {
      status: "error",
      message: `${shown} is not registered for "${stream}"`,
      fix: "run doctor again with --fix, which registers it",
    };
  }
  if (!expected.auth) {
    return {
      status: "error",
      message: `${shown} was not registered: without user and password anyone could post there`,
      fix: "give --webhook with them, as in https://user:password@shop.example/webhooks",
    };
  }
  try {
    await orThrow(server).send("POST", "/webhooks", {
      ...{ Url: expected.url, MessageStream: stream, HttpAuth: expected.auth },
      Triggers: Object.fromEntries(wanted.map((trigger) => [trigger, { Enabled: true }])),
    });
  } catch (error) {
    if (!isPostmarkApiError(error) || error.status !== 422) throw error;
    return {
      status: "error",
      message: `${shown} was not registered: ${error.message.replace(/^Cannot ask Postmark \([^)]*\): /, "")}`,
      fix: "let the handler run at that address and answer each probe with 200, then run doctor again",
    };
  }
  return { status: "ok", message: `${shown} registered just now for "${stream}"` };
}
