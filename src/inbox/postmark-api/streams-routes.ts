import { maxStreamIdLength } from "../../message/limits.ts";
import { serverId } from "../postmark/server-settings.ts";
import type { StreamChange, StreamEntry, StreamType } from "../postmark/stream-registry.ts";
import { type Fields, readFields } from "./email/email-fields.ts";
import type { PostmarkCall, PostmarkRoute } from "./postmark-call.ts";
import { toPostmarkDate } from "./postmark-date.ts";
import { PostmarkRefusal } from "./postmark-refusal.ts";

/** @see https://postmarkapp.com/developer/api/message-streams-api */
const limits = { streams: 10, name: 100, description: 1_000 };

/** Days after which an archived stream is gone, at Postmark; here none goes. */
const purgeDays = 45;

const types: readonly StreamType[] = ["Transactional", "Broadcasts", "Inbound"];

/** Message streams. @see https://postmarkapp.com/developer/api/message-streams-api */
export const streamsRoutes: readonly PostmarkRoute[] = [
  {
    ...{ method: "GET", path: "/message-streams" },
    handle({ server, query }) {
      const type = query.text("messagestreamtype")?.toLowerCase();
      const withArchived = query.boolean("includearchivedstreams") ?? false;
      const found = server.streams
        .list()
        .filter((entry) => withArchived || entry.archivedAt === undefined)
        .filter((entry) => !type || type === "all" || entry.type.toLowerCase() === type);
      return { MessageStreams: found.map(describe), TotalCount: found.length };
    },
  },
  {
    ...{ method: "GET", path: "/message-streams/{id}" },
    handle: (call) => describe(find(call)),
  },
  { method: "POST", path: "/message-streams", handle: create },
  {
    ...{ method: "PATCH", path: "/message-streams/{id}" },
    async handle(call) {
      const { id } = find(call);
      const change = readChange(readFields(await call.json()));
      return describe(call.server.streams.update(id, change) ?? find(call));
    },
  },
  {
    ...{ method: "POST", path: "/message-streams/{id}/archive" },
    handle(call) {
      const { id } = find(call);
      if (id === "outbound" || id === "inbound") {
        throw new PostmarkRefusal(
          1229,
          "You cannot archive the default transactional and inbound streams.",
        );
      }
      const entry = call.server.streams.setArchived(id, true) ?? find(call);
      return { ID: id, ServerID: serverId, ExpectedPurgeDate: purgeDateOf(entry) };
    },
  },
  {
    ...{ method: "POST", path: "/message-streams/{id}/unarchive" },
    handle: (call) => describe(call.server.streams.setArchived(find(call).id, false) ?? find(call)),
  },
];

async function create({ server, json }: PostmarkCall) {
  const fields = readFields(await json());
  const id = fields.text("ID") ?? "";
  const type = types.find((known) => known === fields.text("MessageStreamType"));
  const { streams } = server;
  if (!type) {
    throw new PostmarkRefusal(
      1221,
      "The 'MessageStreamType' associated with this request was invalid.",
    );
  }
  if (id === "") throw new PostmarkRefusal(1222, "A valid 'ID' must be provided.");
  if (!fields.text("Name")) throw new PostmarkRefusal(1223, "A valid 'Name' must be provided.");
  if (!/^[a-z][a-z0-9_-]*$/.test(id) || id.length > maxStreamIdLength) {
    throw new PostmarkRefusal(
      1227,
      `The 'ID' must begin with a letter, hold a-z, 0-9, '-' and '_' only, and have ${maxStreamIdLength} characters at most.`,
    );
  }
  if (id.startsWith("pm-")) {
    throw new PostmarkRefusal(1233, "The 'ID' must not start with the 'pm-' prefix.");
  }
  if (streams.get(id)) {
    throw new PostmarkRefusal(1230, "The 'ID' provided already exists for this server.");
  }
  if (type === "Inbound" && streams.list().some((entry) => entry.type === "Inbound")) {
    throw new PostmarkRefusal(1228, "A server can only have one inbound stream.");
  }
  if (streams.list().filter((entry) => !entry.archivedAt).length >= limits.streams) {
    throw new PostmarkRefusal(1225, "You have reached the maximum number of message streams.");
  }
  return describe(streams.add(id, type, readChange(fields)));
}

function readChange(fields: Fields): StreamChange {
  const name = fields.text("Name");
  const description = fields.text("Description");
  if (name !== undefined && name.length > limits.name) {
    throw new PostmarkRefusal(1224, `The 'Name' is too long (limit ${limits.name} characters).`);
  }
  if (description !== undefined && description.length > limits.description) {
    throw new PostmarkRefusal(
      1231,
      `The 'Description' is too long (limit ${limits.description} characters).`,
    );
  }
  if (description !== undefined && /<\w/.test(description)) {
    throw new PostmarkRefusal(1234, "The 'Description' must not contain HTML tags.");
  }
  const management = fields.record("SubscriptionManagementConfiguration");
  const handling = management && readFields(management).text("UnsubscribeHandlingType");
  return {
    ...(name && { name }),
    ...(description !== undefined && { description }),
    ...(handling && { unsubscribes: handling === "Custom" ? "custom" : "postmark" }),
  };
}

function find({ server, params }: PostmarkCall): StreamEntry {
  const entry = server.streams.get(params.id ?? "");
  if (entry) return entry;
  throw new PostmarkRefusal(1226, "The message stream for the provided 'ID' was not found.");
}

function describe(entry: StreamEntry) {
  const isBroadcast = entry.type === "Broadcasts";
  const shown = (date: Date | undefined) => (date ? toPostmarkDate(date) : null);
  return {
    ...{ ID: entry.id, ServerID: serverId, Name: entry.name, Description: entry.description },
    MessageStreamType: entry.type,
    CreatedAt: toPostmarkDate(entry.createdAt),
    UpdatedAt: shown(entry.updatedAt),
    ArchivedAt: shown(entry.archivedAt),
    ExpectedPurgeDate: entry.archivedAt ? purgeDateOf(entry) : null,
    SubscriptionManagementConfiguration: {
      UnsubscribeHandlingType: !isBroadcast
        ? "None"
        : entry.unsubscribes === "custom"
          ? "Custom"
          : "Postmark",
    },
  };
}

function purgeDateOf({ archivedAt, createdAt }: StreamEntry): string {
  const archived = archivedAt ?? createdAt;
  return toPostmarkDate(new Date(archived.getTime() + purgeDays * 24 * 60 * 60 * 1000));
}
