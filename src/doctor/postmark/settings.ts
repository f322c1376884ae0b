import { defineCheck, type SaidOf } from "../define-check.ts";
import type { DoctorContext } from "../doctor-context.ts";
import { type Answer, orThrow, textOf, toAnswer } from "./answer.ts";

/** What the server is set to. @see https://postmarkapp.com/developer/api/server-api */
export const settingsCheck = defineCheck({
  ...{ id: "smtp-on", group: "postmark", subject: "SMTP" },
  applies: ({ server }) => server !== undefined,
  async run(context) {
    const answer = toAnswer(await orThrow(context.server).get("/server"));
    return [describeSmtp(answer), await describeHooks(context, answer), describeTracking(answer)];
  },
});

function describeSmtp(answer: Answer): SaidOf {
  return answer.SmtpApiActivated === false
    ? {
        status: "error",
        message: "SMTP is off for this server, so every login fails",
        fix: "turn it on in the server's settings",
      }
    : { status: "ok", message: "on" };
}

async function describeHooks({ server, fix }: DoctorContext, answer: Answer): Promise<SaidOf> {
  const about = { id: "error-hooks", subject: "SMTP API errors" };
  if (answer.EnableSmtpApiErrorHooks === true) {
    return { ...about, status: "ok", message: "told by the bounce webhook" };
  }
  if (fix) {
    await orThrow(server).send("PUT", "/server", { EnableSmtpApiErrorHooks: true });
    return { ...about, status: "ok", message: "turned on just now: the bounce webhook tells them" };
  }
  return {
    ...{ ...about, status: "warning" },
    message: "mail that Postmark refuses after its 250 is reported to no one",
    fix: "run doctor again with --fix, which turns EnableSmtpApiErrorHooks on",
  };
}

function describeTracking(answer: Answer): SaidOf {
  const links = textOf(answer, "TrackLinks") || "None";
  const opens = answer.TrackOpens === true;
  const all = `opens ${opens ? "on" : "off"}, links ${links === "None" ? "off" : links}`;
  return {
    ...{ id: "tracking", subject: "Tracking", status: "ok" },
    message: opens ? `${all}; opens that are on here cannot be turned off per message` : all,
  };
}
