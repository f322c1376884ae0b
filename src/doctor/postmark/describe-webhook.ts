import type { SaidOf } from "../define-check.ts";
import type { DoctorContext } from "../doctor-context.ts";
import { type Answer, orThrow, textOf, toAnswer } from "./answer.ts";
import { readWebhookUrl, shownUrl } from "./webhook-url.ts";

/** Words that say that events are not sent; which there are is not documented in full. */
const badStatus = /unverified|paused|fail|suspend|disabled/i;

/** How a registered webhook stands: its address, what it is told of, and what was answered of late. */
export async function describeWebhook(
  { server }: DoctorContext,
  webhook: Answer,
  wanted: readonly string[],
): Promise<SaidOf> {
  const read = readWebhookUrl(textOf(webhook, "Url"));
  const shown = read ? shownUrl(read) : "an address that cannot be read";
  const id = `webhook-${String(webhook.ID)}`;
  const faulty = (status: "warning" | "error", what: string, fix: string): SaidOf => {
    return { id, status, message: `${shown} ${what}`, fix };
  };
  const status = textOf(webhook, "Status");
  if (badStatus.test(status)) {
    return faulty(
      "error",
      `is ${status.toLowerCase()}, and gets no events`,
      "let the handler answer each probe with 200, then verify the webhook at Postmark",
    );
  }
  const triggers = toAnswer(webhook.Triggers);
  const paused = Object.keys(triggers).filter((name) =>
    badStatus.test(textOf(toAnswer(triggers[name]), "Status")),
  );
  if (paused.length > 0) {
    return faulty(
      "error",
      `gets no ${paused.join(", ")}: Postmark paused it after too many failures`,
      "let the handler answer with 200, then verify the webhook at Postmark",
    );
  }
  const hasAuth = webhook.HttpAuth || read?.auth || (webhook.HttpHeaders as [])?.length > 0;
  if (!hasAuth) {
    return faulty(
      "warning",
      "has neither user and password nor a secret header, so anyone can post events there",
      "set basic auth on the webhook, and give the handler the same credentials",
    );
  }
  if (read && /^http:/.test(read.url) && !/^http:\/\/(127\.|localhost|\[::1)/.test(read.url)) {
    return faulty("warning", "is not encrypted", "register the address with https://");
  }
  const off = wanted.filter((name) => toAnswer(triggers[name]).Enabled !== true);
  if (off.length > 0) {
    return faulty("warning", `is not told of ${off.join(", ")}`, "enable them on the webhook");
  }
  const { failed, all } = await lastDay(server, webhook.ID);
  if (failed > 0) {
    return faulty(
      failed === all ? "error" : "warning",
      `failed in ${failed === all ? "all" : "some"} of the last day's calls`,
      "look at the handler's log; what it missed comes again for 72 minutes only",
    );
  }
  return { id, status: "ok", message: `${shown}${status ? `, ${status.toLowerCase()}` : ""}` };
}

/** Calls of the last 24 hours. The names of the fields are not documented; where they are others, none failed. */
async function lastDay(server: DoctorContext["server"], id: unknown) {
  try {
    const answer = toAnswer(await orThrow(server).get(`/webhooks/${String(id)}/statistics`));
    const count = (name: string) => (typeof answer[name] === "number" ? Number(answer[name]) : 0);
    return { failed: count("FailedAttempts"), all: count("TotalAttempts") };
  } catch {
    // Statistics are an extra; the webhook itself was read.
    return { failed: 0, all: 0 };
  }
}
