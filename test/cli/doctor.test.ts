import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { serveInboxApi } from "letterpress/inbox";
import { beforeAll, expect, onTestFinished, test } from "vitest";
import { readDoctorArguments } from "../../src/cli/doctor-arguments.ts";
import { toScreen } from "../../src/cli/doctor-screen.ts";
import { UsageError } from "../../src/cli/usage-error.ts";
import { dnsServer } from "../doctor/dns-server.ts";
import { examine } from "../doctor/examine.ts";
import { healthyZone, selector } from "../doctor/fake-dns.ts";
import { openInbox } from "../inbox/open-inbox.ts";
import { buildCli, runCli } from "./run-cli.ts";

beforeAll(buildCli);

/** A project whose mail goes to a local inbox. */
async function openProject(more = "") {
  const inbox = await openInbox({ startTls: false });
  const folder = mkdtempSync(join(tmpdir(), "letterpress-doctor-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  mkdirSync(join(folder, "node_modules"));
  const env = `MAIL_URL=${inbox.smtpUrl}\nMAIL_FROM=Shop <orders@shop.example>\nPOSTMARK_DKIM_SELECTOR=${selector}\n${more}`;
  writeFileSync(join(folder, ".env"), env);
  const run = async (...args: readonly string[]) => {
    const command = runCli(["doctor", "--env-file", ".env", "--timeout", "1", ...args], folder);
    return { code: await command.ends(), printed: command.printed() };
  };
  return { folder, run };
}

test("says on one screen that all is well, then what got worse", async () => {
  const { run } = await openProject();
  const good = await run("--dns", await dnsServer(healthyZone), "--since", "last");
  expect(good.printed).toMatch(/^OK {2}shop\.example: nothing to change$/m);
  expect(good.printed).toContain("There is no earlier run to compare with.");
  expect(good.printed.split("\n").length).toBeLessThan(30);
  expect(good.code).toBe(0);

  const weaker = {
    ...healthyZone,
    "TXT _dmarc.shop.example": ["v=DMARC1; p=none; rua=mailto:d@shop.example"],
  };
  const dns = await dnsServer(weaker);
  const worse = await run("--dns", dns, "--since", "last");
  expect(worse.printed).toMatch(/worse DMARC: ok → change/);
  expect(worse.code).toBe(1);

  const same = await run("--dns", dns, "--since", "last", "--json");
  expect(same.code).toBe(0);
  expect(JSON.parse(same.printed)).toMatchObject({ verdict: "warnings", drift: [] });
});

test("asks Postmark's API with a token of its own, beside whatever mail is sent with", async () => {
  const inbox = await openInbox({ startTls: false });
  const api = await serveInboxApi(inbox);
  onTestFinished(() => api.close());
  const { run } = await openProject(
    `POSTMARK_API_TOKEN=any-token\nPOSTMARK_API_URL=${api.postmarkUrl}\n`,
  );
  const { printed } = await run("--dns", await dnsServer(healthyZone));
  expect(printed).toContain("Server: Letterpress, live; the token is right");
});

test("a fault is told with the record that fixes it, on a line of its own", async () => {
  const { "TXT _dmarc.shop.example": _, ...zone } = healthyZone;
  expect(toScreen(await examine(zone), 60)).toMatch(
    /^ +TXT {2}_dmarc\.shop\.example {2}"v=DMARC1; p=none; rua=mailto:dmarc@shop\.example"$/m,
  );
});

test("what others wrote moves no cursor", async () => {
  const zone = { ...healthyZone, "CNAME pm-bounces.shop.example": ["\u001b[2Jevil.example"] };
  expect(toScreen(await examine(zone))).not.toContain("\u001b");
});

test("ends within its time-outs where DNS never answers", async () => {
  const { run } = await openProject();
  const { code, printed } = await run("--dns", await dnsServer(undefined));
  expect(code).toBe(2);
  expect(printed).toMatch(/^UNKNOWN {2}shop\.example: 5 could not be looked at/m);
});

test("reads the header of a received message", async () => {
  const { folder, run } = await openProject();
  writeFileSync(
    join(folder, "mail.eml"),
    "From: a@shop.example\nX-PM-Message-Id: 1\nAuthentication-Results: mx; dkim=fail header.d=shop.example\n\n",
  );
  const { code, printed } = await run("--headers", "mail.eml");
  expect(code).toBe(1);
  expect(printed).toMatch(/DKIM: mx found the signature of shop\.example wrong/);
});

test.each([
  [["--domain", "shop"], /--domain has a domain without a dot/],
  [["--since", "yesterday"], /--since must be last/],
  [["--timeout", "0"], /--timeout must be/],
  [["--webhook", "user:secret@shop.example"], /--webhook must be an address/],
  [["--dkim-selector", "a b"], /--dkim-selector must be/],
])("%j makes no sense", (args, reason) => {
  expect(() => readDoctorArguments(args)).toThrow(reason);
  expect(() => readDoctorArguments(args)).toThrow(UsageError);
  expect(() => readDoctorArguments(args)).not.toThrow(/secret/);
});

test("takes a selector out of its whole name, and a domain in its own script", () => {
  const args = [
    "--dkim-selector",
    `${selector}._domainkey.shop.example`,
    "--domain",
    "BÜCHER.example.",
  ];
  expect(readDoctorArguments(args)).toMatchObject({
    dkimSelectors: [selector],
    domain: "xn--bcher-kva.example",
  });
});
