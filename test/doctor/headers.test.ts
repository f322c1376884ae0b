import { expect, test } from "vitest";
import { judgeHeaders } from "../../src/doctor/received/judge-headers.ts";

const dkim = "dkim=pass header.i=@shop.example header.s=20240920183138pm header.b=AbC+/=";
const second = "dkim=pass header.i=@pm.mtasv.net header.s=pm";
const spf =
  "spf=pass (google.com: domain of bounce@pm-bounces.shop.example; really) smtp.mailfrom=bounce@pm-bounces.shop.example";
const dmarc = "dmarc=pass (p=REJECT sp=REJECT dis=NONE) header.from=shop.example";

function received(results: readonly string[], from = "Shop <orders@shop.example>", more = "") {
  const field =
    results.length > 0
      ? `Authentication-Results: mx.google.com;\r\n       ${results.join(";\r\n       ")}\r\n`
      : "";
  return `Delivered-To: ada@example.com\r\n${field}From: ${from}\r\n${more}X-PM-Message-Id: 1\r\n\r\nAuthentication-Results: evil; dkim=pass`;
}

const judged = (source: string, domain: string | undefined = "shop.example") =>
  judgeHeaders(source, domain)
    .filter(({ status }) => status !== "ok")
    .map(({ id, status }) => `${id} ${status}`);

test("a message that proves it", () => {
  expect(judged(received([dkim, second, spf, dmarc]))).toEqual([]);
});

test("Microsoft's way of writing it", () => {
  const source = `Authentication-Results: spf=pass (sender IP is 192.0.2.1)\n smtp.mailfrom=pm-bounces.shop.example; dkim=pass (signature was verified)\n header.d=shop.example;dmarc=pass action=none\n header.from=shop.example;compauth=pass reason=100\nFrom: orders@shop.example\nFeedback-ID: s1-_:s1:a2:postmark\n`;
  expect(judged(source)).toEqual([]);
});

test.each<[string, string, readonly string[]]>([
  ["only Postmark's own signature", received([second, spf, dmarc]), ["received-dkim error"]],
  [
    "a wrong signature",
    received([dkim.replace("pass", "fail"), spf, dmarc]),
    ["received-dkim error"],
  ],
  [
    "Postmark's own Return-Path",
    received([dkim, "spf=pass smtp.mailfrom=b@pm.mtasv.net", dmarc]),
    ["received-spf warning"],
  ],
  [
    "SPF that fails",
    received([dkim, spf.replace("pass", "softfail"), dmarc]),
    ["received-spf error"],
  ],
  [
    "DMARC that fails",
    received([dkim, spf, "dmarc=fail header.from=shop.example"]),
    ["received-dmarc error"],
  ],
  [
    "no policy",
    received([dkim, spf, "dmarc=none header.from=shop.example"]),
    ["received-dmarc warning"],
  ],
  ["no results", received([]), ["received-results unknown"]],
  [
    "another domain's mail",
    received(
      [
        dkim.replace("shop", "other"),
        spf.replaceAll("shop", "other"),
        dmarc.replace("shop", "other"),
      ],
      "a@other.example",
    ),
    ["received-from error"],
  ],
  [
    "a token in it",
    received([dkim, spf, dmarc], undefined, "X-Postmark-Server-Token: secret-token\r\n"),
    ["received-token error"],
  ],
  [
    "nothing at all",
    "",
    ["received-from error", "received-sender warning", "received-results unknown"],
  ],
])("%s", (_, source, expected) => {
  expect(judged(source)).toEqual(expected);
  expect(JSON.stringify(judgeHeaders(source, "shop.example"))).not.toContain("secret-token");
});

test("only the topmost result counts, which the receiver wrote", () => {
  const forged = `Authentication-Results: mx.example; dkim=none\r\nAuthentication-Results: forged; ${dkim}\r\nFrom: a@shop.example\r\nX-PM-Message-Id: 1\r\n\r\n`;
  expect(judged(forged)).toContain("received-dkim error");
});

test("neighbours under a country's second level are not one owner", () => {
  const source = received(["dkim=pass header.d=other.co.uk"], "a@shop.co.uk");
  expect(judged(source, "shop.co.uk")).toContain("received-dkim error");
});
