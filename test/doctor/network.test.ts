import { describe, expect, test } from "vitest";
import { createDnsLookup } from "../../src/doctor/dns/dns-lookup.ts";
import type { DoctorContext } from "../../src/doctor/doctor-context.ts";
import { exitCodeOf, isOffline } from "../../src/doctor/report.ts";
import { createSmtpProbe, type SmtpFailure } from "../../src/doctor/smtp/smtp-probe.ts";
import { createPostmarkApi } from "../../src/postmark-api/create-postmark-api.ts";
import { openInbox } from "../inbox/open-inbox.ts";
import { complaints, contextOf, examine, smtpFailure } from "./examine.ts";
import { fakeDns } from "./fake-dns.ts";

const ports = (failures: Readonly<Record<number, SmtpFailure>>): Partial<DoctorContext> => ({
  smtp: { connect: async (_, port) => failures[port], logIn: undefined },
});
const late = smtpFailure("timeout", "no answer");

describe("ports", () => {
  test("one that is blocked and not in use is no fault", async () => {
    const report = await examine(undefined, ports({ 25: late }));
    expect(complaints(report)).toEqual([]);
    expect(report.results.find(({ id }) => id === "port-25")?.message).toMatch(/^blocked/);
  });

  test("the one in use is, and another that is open fixes it", async () => {
    const report = await examine(undefined, ports({ 587: late }));
    expect(complaints(report)).toEqual(["port-587 error"]);
    expect(report.results.find(({ id }) => id === "port-587")?.fix).toBe(
      "use port 2525, which is open",
    );
  });

  test("all blocked are a fault of the one in use", async () => {
    const report = await examine(undefined, ports({ 587: late, 2525: late, 25: late }));
    expect(complaints(report)).toEqual(["port-587 error", "port-2525 unknown", "port-25 unknown"]);
    expect(exitCodeOf(report)).toBe(1);
  });

  test("a missing STARTTLS or a wrong certificate is one on every port", async () => {
    const report = await examine(undefined, ports({ 2525: smtpFailure("tls") }));
    expect(complaints(report)).toEqual(["port-2525 error"]);
  });
});

test("a real server is reached, and a wrong login is told without the credentials", async () => {
  const serverToken = "5e9b8d2c-0000-4000-8000-000000000001";
  const inbox = await openInbox({
    mode: "strict",
    credentials: [{ serverToken }],
    startTls: false,
  });
  const target = { host: "127.0.0.1", port: inbox.port, ports: [inbox.port] };
  const wrong = "5e9b8d2c-0000-4000-8000-00000000dead";
  for (const [token, expected] of [
    [serverToken, []],
    [wrong, ["login error"]],
  ] as const) {
    const url = `smtp://${token}:${token}@127.0.0.1:${inbox.port}`;
    const report = await examine(undefined, {
      smtp: createSmtpProbe({ login: { url }, timeoutMs: 2000 }),
      target: { ...target, isPostmark: false, endpoint: undefined },
    });
    expect(complaints(report)).toEqual(expected);
    expect(JSON.stringify(report)).not.toContain(token);
  }
});

describe("without a network", () => {
  const unreachable: typeof fetch = async () => {
    throw Object.assign(new TypeError("fetch failed"), { cause: { code: "ENOTFOUND" } });
  };
  const api = (kind: "serverToken" | "accountToken") =>
    createPostmarkApi({ [kind]: "secret-token", fetch: unreachable, timeoutMs: 50 });
  const offline = {
    ...ports({ 587: smtpFailure("dns"), 2525: smtpFailure("dns"), 25: smtpFailure("dns") }),
    ...{ server: api("serverToken"), account: api("accountToken") },
  };

  test.each([
    ["a DNS server that never answers", undefined],
    ["one that denies every name", {}],
  ])("%s: it ends, and says that nothing answered", async (_, records) => {
    const dns = createDnsLookup(fakeDns(records), 20);
    const report = await examine(undefined, { ...offline, dns });
    expect(report.verdict).toBe("unknown");
    expect(isOffline(report)).toBe(true);
    expect(exitCodeOf(report)).toBe(2);
    expect(JSON.stringify(report)).not.toContain("secret-token");
  });

  test("connections that time out are no blocked ports where DNS gives no answer either", async () => {
    const dns = createDnsLookup(fakeDns(undefined), 20);
    const report = await examine(undefined, { ...ports({ 587: late, 2525: late, 25: late }), dns });
    expect(isOffline(report)).toBe(true);
    expect(exitCodeOf(report)).toBe(2);
  });

  test("a domain that is not there is told from a network that is not there", async () => {
    const report = await examine({ "A smtp.postmarkapp.com": ["192.0.2.1"] });
    expect(report.verdict).toBe("faulty");
  });

  test("a defect of ours is no finding", async () => {
    const dns = { ...contextOf().dns, mx: () => Promise.reject(new RangeError("a defect")) };
    await expect(examine(undefined, { dns })).rejects.toThrow("a defect");
  });
});
