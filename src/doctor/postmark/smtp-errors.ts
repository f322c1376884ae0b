import { maskAddresses } from "../../transport/mask-addresses.ts";
import { defineCheck } from "../define-check.ts";
import { listOf, orThrow, textOf, toAnswer } from "./answer.ts";

const days = 7;

/** Whether mail got its 250 and was refused afterwards, which no sender hears over SMTP. */
export const smtpErrorsCheck = defineCheck({
  ...{ id: "smtp-errors", group: "postmark", subject: "Refused after 250" },
  applies: ({ server }) => server !== undefined,
  async run({ server, stream, now }) {
    const fromdate = new Date(now - days * 24 * 60 * 60 * 1000).toISOString().slice(0, 10);
    const answer = await orThrow(server).get("/bounces", {
      ...{ type: "SMTPApiError", count: 50, offset: 0 },
      ...{ fromdate, messagestream: stream },
    });
    const bounces = listOf(answer, "Bounces");
    const total = toAnswer(answer).TotalCount;
    const count = typeof total === "number" ? total : bounces.length;
    if (count === 0) return { status: "ok", message: `none in the last ${days} days` };
    const [last = {}] = bounces;
    const why = maskAddresses(textOf(last, "Description") || textOf(last, "Details")).slice(0, 200);
    return {
      status: "warning",
      message: `Postmark refused mail in the last ${days} days${why && `; last: ${why}`}`,
      fix: `look at the ${count === 1 ? "one" : count} in the stream's activity (SMTP API Error) and send again what matters`,
    };
  },
});
