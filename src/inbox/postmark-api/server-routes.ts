import { toLinkMode } from "../postmark/instructions.ts";
import { defaultSettings, type ServerSettings, serverId } from "../postmark/server-settings.ts";
import { readFields } from "./email/email-fields.ts";
import type { PostmarkCall, PostmarkRoute } from "./postmark-call.ts";
import { PostmarkRefusal } from "./postmark-refusal.ts";

/** The one server there is, by its own token or, among the account's servers, by the account's. */
export const serverRoutes: readonly PostmarkRoute[] = [
  { method: "GET", path: "/server", handle: describe },
  { method: "PUT", path: "/server", handle: edit },
  {
    ...{ method: "GET", path: "/servers", token: "account", queryCode: 600 },
    handle(call) {
      const { count, offset } = call.query.page();
      const name = call.query.text("name")?.toLowerCase();
      const all = [describe(call)].filter((one) => !name || one.Name.toLowerCase().includes(name));
      return { TotalCount: all.length, Servers: all.slice(offset, offset + count) };
    },
  },
  {
    ...{ method: "GET", path: "/servers/{id}", token: "account" },
    handle: (call) => describe(known(call)),
  },
  {
    ...{ method: "PUT", path: "/servers/{id}", token: "account" },
    handle: (call) => edit(known(call)),
  },
  {
    ...{ method: "POST", path: "/servers", token: "account" },
    handle() {
      throw new PostmarkRefusal(600, "The local Postmark has one server, and makes no other.");
    },
  },
  {
    ...{ method: "DELETE", path: "/servers/{id}", token: "account" },
    handle() {
      throw new PostmarkRefusal(604, "You don't have delete access.");
    },
  },
];

function known(call: PostmarkCall): PostmarkCall {
  if (call.params.id === String(serverId)) return call;
  throw new PostmarkRefusal(600, "Server query exception: there is no such server.");
}

/** @see https://postmarkapp.com/developer/api/server-api */
function describe({ server }: PostmarkCall) {
  return {
    ID: serverId,
    ...server.settings,
    // No token is given back: anyone who asks has one.
    ApiTokens: [],
    ServerLink: `https://account.postmarkapp.com/servers/${serverId}/streams`,
    InboundAddress: "inbound@inbound.postmarkapp.com",
    InboundHash: "inbound",
  };
}

async function edit(call: PostmarkCall) {
  const fields = readFields(await call.json());
  const changed: Record<string, string | boolean | number> = {};
  for (const [name, usual] of Object.entries(defaultSettings)) {
    // At Postmark too, the kind of delivery is chosen once.
    if (!fields.has(name) || name === "DeliveryType") continue;
    if (typeof usual === "boolean") changed[name] = fields.boolean(name) ?? usual;
    else if (typeof usual === "string") changed[name] = fields.text(name) ?? usual;
  }
  if ("TrackLinks" in changed) {
    const links = toLinkMode(String(changed.TrackLinks));
    if (!links) throw new PostmarkRefusal(403, "Invalid request field(s) - TrackLinks");
    changed.TrackLinks = links;
  }
  if (changed.Name === "") throw new PostmarkRefusal(608, "Server name missing or invalid.");
  call.server.settings = { ...call.server.settings, ...(changed as Partial<ServerSettings>) };
  return describe(call);
}
