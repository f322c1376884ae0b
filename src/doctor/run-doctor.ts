import { isMailError } from "../errors.ts";
import { checks } from "./checks.ts";
import { DnsUnreachable } from "./dns/dns-lookup.ts";
import type { DoctorCheck, DoctorContext } from "./doctor-context.ts";
import { findDomain, recordsOf } from "./postmark/domain-facts.ts";
import { type DoctorReport, toReport } from "./report.ts";
import type { DoctorResult } from "./result.ts";

/**
 * Runs every check that applies, all at once. None fails the others: what one throws becomes a
 * result. Each wait has its own time-out, so it ends without a network too.
 */
export async function runDoctor(context: DoctorContext): Promise<DoctorReport> {
  const known = await withAccountFacts(context);
  const found = await Promise.all(
    checks.filter((check) => check.applies(known)).map((check) => guarded(check, known)),
  );
  return toReport(context.domain, withoutEchoes(found.flat()));
}

/** Where the token or the API fails, every question fails in the same way; once is enough. */
function withoutEchoes(results: readonly DoctorResult[]): readonly DoctorResult[] {
  const server = results.find(({ id }) => id === "server");
  if (server?.status !== "error" && server?.status !== "unknown") return results;
  return results.filter((one) => one === server || one.group !== "postmark");
}

async function guarded(
  check: DoctorCheck,
  context: DoctorContext,
): Promise<readonly DoctorResult[]> {
  try {
    return await check.run(context);
  } catch (error) {
    // What is neither is a defect of ours, which must not look like one of the domain's.
    if (!isMailError(error) && !(error instanceof DnsUnreachable)) throw error;
    const { id, group, subject } = check;
    const isRefused = (error as { readonly status?: unknown }).status === 401;
    const message = error.message.replace(/^Cannot ask Postmark /, "Postmark's API ");
    return [
      {
        ...{ id, group, subject, message },
        ...(isRefused
          ? { status: "error", fix: "copy the token again; server and account have one each" }
          : { status: "unknown" }),
      },
    ];
  }
}

/** What the account knows of the domain says what to look for in DNS. */
async function withAccountFacts(context: DoctorContext): Promise<DoctorContext> {
  const { account, domain, dkimSelectors, returnPath } = context;
  if (!account || domain === undefined) return context;
  try {
    const found = await findDomain(account, domain);
    if (!found) return context;
    const records = recordsOf(found);
    const [selector, zone] = records.dkim.name.split("._domainkey.");
    const isOwn = zone?.toLowerCase() === domain;
    return {
      ...context,
      returnPath: returnPath ?? records.returnPath.name.toLowerCase(),
      ...(selector &&
        isOwn &&
        dkimSelectors.length === 0 && {
          ...{ dkimSelectors: [selector], dkimValue: records.dkim.value },
        }),
    };
  } catch (error) {
    // The check of the account says it.
    if (isMailError(error)) return context;
    throw error;
  }
}
