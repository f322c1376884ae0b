import { expect, test } from "vitest";
import { complaints, examine } from "./examine.ts";
import { dkimRecord, healthyZone, selector, type Zone } from "./fake-dns.ts";

const dkim = `TXT ${selector}._domainkey.shop.example`;
const dmarc = "TXT _dmarc.shop.example";
const returnPath = "CNAME pm-bounces.shop.example";
const includes = (count: number) =>
  Array.from({ length: count }, (_, index) => `include:s${index}.example`).join(" ");

function zone(changes: Readonly<Record<string, readonly string[] | string | undefined>>): Zone {
  const all = Object.entries({ ...healthyZone, ...changes });
  return Object.fromEntries(all.filter(([, value]) => value !== undefined)) as Zone;
}

test("finds nothing to change where all is published", async () => {
  const report = await examine();
  expect(complaints(report)).toEqual([]);
  expect(report.verdict).toBe("ok");
});

test.each<[string, Record<string, readonly string[] | string | undefined>, string, RegExp]>([
  ["no DKIM key", { [dkim]: undefined }, "dkim error", /no key at/],
  [
    "a DKIM key under the domain twice",
    { [dkim]: undefined, [`${dkim}.shop.example`]: ["k=rsa; p=x"] },
    "dkim error",
    /write the name as "20240920183138pm._domainkey"/,
  ],
  ["a revoked DKIM key", { [dkim]: ["k=rsa; p="] }, "dkim error", /revoked/],
  ["a DKIM key cut off", { [dkim]: [dkimRecord(2048).slice(0, 200)] }, "dkim error", /damaged/],
  ["two DKIM keys", { [dkim]: [dkimRecord(1024), dkimRecord(1024)] }, "dkim error", /2 records/],
  ["a DKIM key of 512 bits", { [dkim]: [dkimRecord(512)] }, "dkim error", /512 bits/],
  ["a DKIM key of 1024 bits", { [dkim]: [dkimRecord(1024)] }, "dkim warning", /1024 bits/],
  ["a DKIM key for tests", { [dkim]: [`t=y; ${dkimRecord(2048)}`] }, "dkim warning", /t=y/],
  [
    "no Return-Path",
    { [returnPath]: undefined },
    "return-path warning",
    /CNAME {2}pm-bounces.shop.example {2}pm.mtasv.net/,
  ],
  [
    "a Return-Path to elsewhere",
    { [returnPath]: ["other.example"] },
    "return-path error",
    /points to other.example/,
  ],
  [
    "a Return-Path behind a proxy",
    { [returnPath]: undefined, "A pm-bounces.shop.example": ["192.0.2.9"] },
    "return-path error",
    /proxy/,
  ],
  [
    "a Return-Path that strict alignment refuses",
    { [dmarc]: ["v=DMARC1; p=reject; aspf=s; rua=mailto:d@shop.example"] },
    "return-path warning",
    /aspf=s/,
  ],
  [
    "no DMARC",
    { [dmarc]: undefined },
    "dmarc error",
    /TXT {2}_dmarc.shop.example {2}v=DMARC1; p=none/,
  ],
  [
    "two DMARC records",
    { [dmarc]: ["v=DMARC1; p=none", "v=DMARC1; p=reject"] },
    "dmarc error",
    /2 records/,
  ],
  ["DMARC misspelt", { [dmarc]: ["v=DMARC; p=none"] }, "dmarc error", /does not begin/],
  [
    "DMARC without a policy",
    { [dmarc]: ["v=DMARC1; rua=mailto:d@shop.example"] },
    "dmarc error",
    /no valid policy/,
  ],
  [
    "DMARC that only watches",
    { [dmarc]: ["v=DMARC1; p=none; rua=mailto:d@shop.example"] },
    "dmarc warning",
    /quarantine/,
  ],
  ["DMARC without reports", { [dmarc]: ["v=DMARC1; p=reject"] }, "dmarc warning", /rua/],
  [
    "two SPF records",
    { "TXT shop.example": ["v=spf1 a -all", "v=spf1 include:x.example ~all"] },
    "spf error",
    /TXT {2}shop.example {2}v=spf1 a include:x.example -all/,
  ],
  [
    "SPF with too many look-ups",
    { "TXT shop.example": [`v=spf1 ${includes(11)} -all`] },
    "spf error",
    /11 look-ups/,
  ],
  [
    "SPF that includes itself",
    {
      "TXT shop.example": ["v=spf1 include:_spf.mail.example -all"],
      "TXT _spf.mail.example": ["v=spf1 include:_spf.mail.example -all"],
    },
    "spf error",
    /endless/,
  ],
  ["SPF for everybody", { "TXT shop.example": ["v=spf1 +all"] }, "spf error", /\+all/],
  [
    "no MX",
    { "MX shop.example": undefined, "A shop.example": ["192.0.2.1"] },
    "mx warning",
    /no MX/,
  ],
  ["no MX and no address", { "MX shop.example": undefined }, "mx error", /neither/],
  ["a null MX", { "MX shop.example": [""] }, "mx error", /null MX/],
  ["a DNS server that fails", { "MX shop.example": "ESERVFAIL" }, "mx unknown", /ESERVFAIL/],
])("%s", async (_, changes, complaint, words) => {
  const report = await examine(zone(changes));
  expect(complaints(report)).toEqual([complaint]);
  const { message, fix, record } = report.results.find(({ status }) => status !== "ok") ?? {};
  expect([message, fix, ...(record ? Object.values(record) : [])].join("  ")).toMatch(words);
});

test("takes a parent's DMARC policy, and its policy for subdomains", async () => {
  const records = zone({
    [dmarc]: ["v=DMARC1; p=reject; sp=quarantine; rua=mailto:d@shop.example"],
    "MX news.shop.example": ["mx.shop.example"],
    "CNAME pm-bounces.shop.example": ["pm.mtasv.net"],
    [`TXT ${selector}._domainkey.news.shop.example`]: [dkimRecord(2048)],
  });
  const changes = { domain: "news.shop.example", returnPath: "pm-bounces.shop.example" };
  const report = await examine(records, changes);
  expect(complaints(report)).toEqual([]);
  expect(report.results.find(({ id }) => id === "dmarc")?.message).toContain("p=quarantine");
});

test("counts the look-ups of includes, and an SPF record at its limit is right", async () => {
  const report = await examine(zone({ "TXT shop.example": [`v=spf1 mx ${includes(9)} -all`] }));
  expect(report.results.find(({ id }) => id === "spf")).toMatchObject({ status: "ok" });
});

test("says how to find the selector, which cannot be guessed", async () => {
  const report = await examine(undefined, { dkimSelectors: [] });
  expect(complaints(report)).toEqual(["dkim skipped"]);
  expect(report.verdict).toBe("ok");
});

test("needs no domain to look at the rest", async () => {
  expect(complaints(await examine(undefined, { domain: undefined }))).toEqual([
    "no-domain skipped",
  ]);
});
