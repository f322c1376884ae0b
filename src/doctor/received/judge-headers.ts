import { parseDomain } from "../../message/domain.ts";
import { isAligned } from "../dns/alignment.ts";
import type { DoctorResult, Said } from "../result.ts";
import { findTokenHeader } from "../settings/header-names.ts";
import {
  type AuthenticationResults,
  type AuthResult,
  domainIn,
  readAuthenticationResults,
} from "./authentication-results.ts";
import { readHeaders, valuesOf } from "./read-headers.ts";

/** Says whether the header of a received message proves what was meant: that its receiver found it authentic. */
export function judgeHeaders(source: string, domain: string | undefined): readonly DoctorResult[] {
  const fields = readHeaders(source);
  const results: DoctorResult[] = [];
  const add = (id: string, subject: string, said: Said) =>
    results.push({ id: `received-${id}`, group: "received", subject, ...said });
  const from = fromDomain(valuesOf(fields, "from")[0]);
  add("from", "From", judgeFrom(from, domain));
  const leak = fields.find(({ name }) => findTokenHeader(name));
  if (leak) {
    add("token", "Token", {
      status: "error",
      message: `the message carries ${leak.name}: every recipient has the token`,
      fix: "make a new token at Postmark, and take the header out of the app",
    });
  }
  const isPostmarks =
    valuesOf(fields, "x-pm-message-id").length > 0 ||
    valuesOf(fields, "feedback-id").some((value) => /:postmark\s*$/.test(value));
  if (!isPostmarks) {
    const message = "nothing in the message says that Postmark sent it";
    add("sender", "Sent by", {
      status: "warning",
      message,
      fix: "take a message that went through it",
    });
  }
  const [topmost] = valuesOf(fields, "authentication-results");
  if (topmost === undefined) {
    add("results", "Results", {
      status: "unknown",
      message: "there is no Authentication-Results, so the message proves nothing",
      fix: "save the original as its receiver has it (in Gmail: Show original), not a copy from Postmark or a forward",
    });
    return results;
  }
  const heard = readAuthenticationResults(topmost);
  if (from === undefined) return results;
  add("dkim", "DKIM", judgeDkim(heard, from));
  add("spf", "SPF", judgeSpf(heard, from));
  add("dmarc", "DMARC", judgeDmarc(heard, from));
  return results;
}

function judgeFrom(from: string | undefined, domain: string | undefined): Said {
  if (from === undefined) {
    const message = "the message has no From that can be read";
    return { status: "error", message, fix: "give the whole header of a message, as received" };
  }
  if (domain !== undefined && !isAligned(from, domain)) {
    const message = `the message is from ${from}, and proves nothing about ${domain}`;
    return { status: "error", message, fix: "take a message of that domain" };
  }
  return { status: "ok", message: from };
}

function judgeDkim({ by, results }: AuthenticationResults, from: string): Said {
  const all = results.filter(({ method }) => method === "dkim");
  const signers = (some: readonly AuthResult[]) =>
    some.flatMap(({ properties }) => {
      return domainIn(properties.get("header.d") ?? properties.get("header.i")) ?? [];
    });
  const passed = signers(all.filter(({ result }) => result === "pass"));
  const own = passed.find((signer) => isAligned(signer, from));
  if (own) return { status: "ok", message: `${by} found the signature of ${own} right` };
  const failed = signers(all.filter(({ result }) => result !== "pass")).find((signer) =>
    isAligned(signer, from),
  );
  return {
    status: "error",
    message: failed
      ? `${by} found the signature of ${failed} wrong`
      : passed.length > 0
        ? `${by} found only ${passed.join(", ")} as signer, not ${from}`
        : `${by} found no signature that is right`,
    fix: failed
      ? "compare the key in DNS with Postmark's DNS settings; a list or forwarder may also have changed the message"
      : "publish the DKIM record of Postmark's DNS settings, and verify the domain there",
  };
}

function judgeSpf({ by, results }: AuthenticationResults, from: string): Said {
  const spf = results.find(({ method }) => method === "spf");
  const fix = `publish the Return-Path, CNAME pm-bounces.${from} → pm.mtasv.net, and verify it at Postmark`;
  if (!spf) return { status: "unknown", message: `${by} says nothing of SPF` };
  const sender = domainIn(spf.properties.get("smtp.mailfrom")) ?? "an unnamed domain";
  if (spf.result !== "pass") {
    return { status: "error", message: `${by} says ${spf.result} for ${sender}`, fix };
  }
  return isAligned(sender, from)
    ? { status: "ok", message: `pass for ${sender}, aligned with From` }
    : { status: "warning", message: `pass for ${sender}, which is not aligned with ${from}`, fix };
}

function judgeDmarc({ by, results }: AuthenticationResults, from: string): Said {
  const dmarc = results.find(({ method }) => method === "dmarc");
  if (dmarc?.result === "pass") {
    const about = domainIn(dmarc.properties.get("header.from")) ?? from;
    return isAligned(about, from)
      ? { status: "ok", message: `${by} says pass for ${about}` }
      : {
          status: "error",
          message: `${by} says pass for ${about}, which is not the domain in From`,
        };
  }
  const fix = `publish a DMARC record at _dmarc.${from}`;
  if (!dmarc) return { status: "unknown", message: `${by} says nothing of DMARC` };
  if (/^(none|bestguesspass)$/.test(dmarc.result)) {
    return { status: "warning", message: `${by} found no policy for ${from}`, fix };
  }
  return {
    status: "error",
    message: `${by} says ${dmarc.result}`,
    fix: "see DKIM and SPF above: one of them must pass for the domain in From",
  };
}

function fromDomain(value: string | undefined): string | undefined {
  const address = /<([^<>]*)>\s*(?:\([^)]*\)\s*)?$/.exec(value ?? "")?.[1] ?? value ?? "";
  return parseDomain(domainIn(address.trim().replace(/\s.*$/s, "")) ?? "").domain;
}
