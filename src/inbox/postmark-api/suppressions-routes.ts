import { parseAddress } from "../../message/address.ts";
import { readFields } from "./email/email-fields.ts";
import { findStream } from "./find-stream.ts";
import type { PostmarkCall, PostmarkRoute } from "./postmark-call.ts";
import { toPostmarkDate } from "./postmark-date.ts";
import { PostmarkRefusal } from "./postmark-refusal.ts";

/** Most addresses of one request. @see https://postmarkapp.com/developer/api/suppressions-api */
const mostAtOnce = 50;

const path = "/message-streams/{stream}/suppressions";

/** What became of one address. */
interface SuppressionStatus {
  readonly EmailAddress: string;
  readonly Status: "Suppressed" | "Deleted" | "Failed";
  readonly Message: string | null;
}

/** Inactive addresses of a stream. @see https://postmarkapp.com/developer/api/suppressions-api */
export const suppressionsRoutes: readonly PostmarkRoute[] = [
  { method: "GET", path: `${path}/dump`, handle: dump },
  {
    ...{ method: "POST", path },
    handle: (call) =>
      each(call, (address, stream) => {
        call.server.actions.suppress(address, { stream });
        return { EmailAddress: address, Status: "Suppressed", Message: null };
      }),
  },
  {
    ...{ method: "POST", path: `${path}/delete` },
    handle: (call) =>
      each(call, (address, stream) => {
        const entry = call.server.suppressions.find(stream, address);
        if (entry?.reason === "SpamComplaint") {
          return failed(
            address,
            "You do not have the required authority to change this suppression.",
          );
        }
        call.server.actions.reactivate(address, { stream });
        return { EmailAddress: address, Status: "Deleted", Message: null };
      }),
  },
];

function dump({ server, params, query }: PostmarkCall) {
  const stream = findStream(server, params.stream);
  const reason = query.text("suppressionreason");
  const origin = query.text("origin");
  const email = query.text("emailaddress")?.toLowerCase();
  const begin = query.date("fromdate", "begin");
  const end = query.date("todate", "end");
  const entries = server.suppressions
    .list(stream)
    .filter(
      (entry) =>
        (reason === undefined || entry.reason === reason) &&
        (origin === undefined || entry.origin === origin) &&
        (email === undefined || entry.address === email) &&
        (begin === undefined || entry.createdAt.getTime() >= begin) &&
        (end === undefined || entry.createdAt.getTime() <= end),
    );
  return {
    Suppressions: entries.map((entry) => ({
      ...{ EmailAddress: entry.address, SuppressionReason: entry.reason, Origin: entry.origin },
      CreatedAt: toPostmarkDate(entry.createdAt),
    })),
  };
}

async function each(
  { server, params, json }: PostmarkCall,
  change: (address: string, stream: string) => SuppressionStatus,
) {
  const stream = findStream(server, params.stream);
  const entries = readFields(await json()).list("Suppressions");
  if (entries.length > mostAtOnce) {
    throw new PostmarkRefusal(1410, `A request may hold ${mostAtOnce} suppressions at most.`);
  }
  return {
    Suppressions: entries.map((entry) => {
      const given = readFields(entry).text("EmailAddress") ?? "";
      const { address } = parseAddress({ address: given.trim() });
      if (!address) return failed(given, "An invalid email address was provided.");
      return change(address.address.toLowerCase(), stream);
    }),
  };
}

function failed(address: string, message: string): SuppressionStatus {
  return { EmailAddress: address, Status: "Failed", Message: message };
}
