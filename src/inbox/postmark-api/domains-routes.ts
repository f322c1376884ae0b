import { parseDomain } from "../../message/domain.ts";
import type { DomainEntry, LocalServer } from "../local-server.ts";
import { readFields } from "./email/email-fields.ts";
import type { PostmarkCall, PostmarkRoute } from "./postmark-call.ts";
import { PostmarkRefusal } from "./postmark-refusal.ts";

const token = "account";

/**
 * Domains of the account. Here every one of them is verified: nothing is looked up, and mail goes
 * nowhere.
 *
 * @see https://postmarkapp.com/developer/api/domains-api
 */
export const domainsRoutes: readonly PostmarkRoute[] = [
  {
    ...{ method: "GET", path: "/domains", token, queryCode: 511 },
    handle({ server, query }) {
      const { count, offset } = query.page();
      const all = [...server.domains.values()];
      return { TotalCount: all.length, Domains: all.slice(offset, offset + count).map(summarize) };
    },
  },
  { method: "POST", path: "/domains", token, handle: create },
  {
    ...{ method: "GET", path: "/domains/{id}", token },
    handle: (call) => describe(find(call)),
  },
  {
    ...{ method: "PUT", path: "/domains/{id}", token },
    async handle(call) {
      const domain = find(call);
      const returnPath = readFields(await call.json()).text("ReturnPathDomain");
      return describe(put(call.server, { ...domain, returnPath: returnPath ?? "" }));
    },
  },
  {
    ...{ method: "DELETE", path: "/domains/{id}", token },
    handle(call) {
      const { id, name } = find(call);
      call.server.domains.delete(id);
      return { ErrorCode: 0, Message: `Domain ${name} removed.` };
    },
  },
  {
    ...{ method: "PUT", path: "/domains/{id}/verifyDkim", token },
    handle: (call) => describe(find(call)),
  },
  {
    ...{ method: "PUT", path: "/domains/{id}/verifyReturnPath", token },
    handle: (call) => describe(find(call)),
  },
  {
    ...{ method: "POST", path: "/domains/{id}/verifySpf", token },
    handle: (call) => describe(find(call)),
  },
  {
    ...{ method: "POST", path: "/domains/{id}/rotateDkim", token },
    handle(call) {
      const domain = { ...find(call), selector: newSelector(call.server) };
      return describe(put(call.server, domain));
    },
  },
];

/** The domains of the senders that may stand in From. */
export function toDomains(senders: readonly string[] = [], now: number): readonly DomainEntry[] {
  const names = new Set(senders.map((sender) => sender.slice(sender.lastIndexOf("@") + 1)));
  return [...names].map((name, index) => ({
    ...{ id: index + 1, name, returnPath: `pm-bounces.${name}`, selector: toSelector(now) },
  }));
}

async function create({ server, json }: PostmarkCall) {
  const fields = readFields(await json());
  const given = fields.text("Name")?.trim() ?? "";
  if (given === "") {
    throw new PostmarkRefusal(514, "Name is a required field to create a Domain.");
  }
  if (given.length > 255) {
    throw new PostmarkRefusal(515, "Name field must be less than or equal to 255 characters.");
  }
  const { domain: name } = parseDomain(given);
  if (name === undefined || !name.includes(".")) {
    throw new PostmarkRefusal(516, "Name format is invalid.");
  }
  if ([...server.domains.values()].some((known) => known.name === name)) {
    throw new PostmarkRefusal(512, "Domain already exists.");
  }
  const id = Math.max(0, ...server.domains.keys()) + 1;
  const returnPath = fields.text("ReturnPathDomain") ?? "";
  return describe(put(server, { id, name, returnPath, selector: newSelector(server) }));
}

function put({ domains }: LocalServer, domain: DomainEntry): DomainEntry {
  domains.set(domain.id, domain);
  return domain;
}

function find({ server, params }: PostmarkCall): DomainEntry {
  const domain = server.domains.get(Number(params.id));
  if (domain) return domain;
  throw new PostmarkRefusal(510, "This domain was not found.");
}

function newSelector({ clock }: LocalServer): string {
  return toSelector(clock.now());
}

function toSelector(now: number): string {
  return `${new Date(now).toISOString().replace(/\D/g, "").slice(0, 14)}pm`;
}

function summarize({ id, name, returnPath }: DomainEntry) {
  return {
    ...{ ID: id, Name: name, SPFVerified: true, DKIMVerified: true, WeakDKIM: false },
    ReturnPathDomainVerified: returnPath !== "",
  };
}

function describe(domain: DomainEntry) {
  const { name, selector, returnPath } = domain;
  return {
    ...summarize(domain),
    ...{ SPFHost: name, SPFTextValue: "v=spf1 a mx include:spf.mtasv.net ~all" },
    DKIMHost: `${selector}._domainkey.${name}`,
    // No key: nothing here is signed, and no one should publish it.
    DKIMTextValue: "k=rsa; p=",
    ...{ DKIMPendingHost: "", DKIMPendingTextValue: "" },
    ...{ DKIMRevokedHost: "", DKIMRevokedTextValue: "", SafeToRemoveRevokedKeyFromDNS: false },
    ...{ DKIMUpdateStatus: "Verified", ReturnPathDomain: returnPath },
    ReturnPathDomainCNAMEValue: "pm.mtasv.net",
  };
}
