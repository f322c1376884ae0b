import { createDnsLookup } from "../../src/doctor/dns/dns-lookup.ts";
import type { DoctorContext } from "../../src/doctor/doctor-context.ts";
import { runDoctor } from "../../src/doctor/run-doctor.ts";
import type { SmtpFailure } from "../../src/doctor/smtp/smtp-probe.ts";
import { fakeDns, healthyZone, selector, type Zone } from "./fake-dns.ts";

/** A context in which all is well, but for what is said. */
export function contextOf(
  zone: Zone | undefined = healthyZone,
  changes: Partial<DoctorContext> = {},
): DoctorContext {
  return {
    domain: "shop.example",
    dkimSelectors: [selector],
    returnPath: undefined,
    target: {
      ...{ host: "smtp.postmarkapp.com", port: 587, ports: [587, 2525, 25], isPostmark: true },
      endpoint: "transactional",
    },
    ...{ stream: "outbound", env: {}, envProblems: [] },
    credentials: "the server token as user name and password",
    dns: createDnsLookup(fakeDns(zone), 50),
    smtp: { connect: async () => undefined, logIn: undefined },
    ...{ server: undefined, account: undefined, webhookUrl: undefined, fix: false },
    now: Date.UTC(2026, 10, 26),
    ...changes,
  };
}

/** Runs every check in such a context. */
export function examine(zone?: Zone, changes?: Partial<DoctorContext>) {
  return runDoctor(contextOf(zone, changes));
}

/** What is not well, as `id status`. */
export function complaints({ results }: Awaited<ReturnType<typeof runDoctor>>): readonly string[] {
  return results.filter(({ status }) => status !== "ok").map(({ id, status }) => `${id} ${status}`);
}

/** A failure of the transport's. */
export function smtpFailure(kind: SmtpFailure["kind"], message = "it failed"): SmtpFailure {
  return { kind, stage: "connect", message: `Cannot connect: ${message}`, response: undefined };
}
