import { defineCheck } from "../define-check.ts";
import { listOf, orThrow, textOf } from "./answer.ts";

const hosts = {
  Transactional: "smtp.postmarkapp.com",
  Broadcasts: "smtp-broadcasts.postmarkapp.com",
};

/** Whether the stream is there and its mail goes to the right host. @see https://postmarkapp.com/developer/api/message-streams-api */
export const streamCheck = defineCheck({
  ...{ id: "stream", group: "postmark", subject: "Stream" },
  applies: ({ server }) => server !== undefined,
  async run({ server, stream, target }) {
    const query = { IncludeArchivedStreams: "true" };
    const all = listOf(await orThrow(server).get("/message-streams", query), "MessageStreams");
    const found = all.find((one) => textOf(one, "ID") === stream);
    if (!found) {
      const usable = all.filter(
        (one) => !one.ArchivedAt && textOf(one, "MessageStreamType") in hosts,
      );
      return {
        status: "error",
        message: `there is no stream "${stream}"`,
        fix: `use one of ${usable.map((one) => textOf(one, "ID")).join(", ") || "the server's streams"}, or make it`,
      };
    }
    if (found.ArchivedAt) {
      return {
        status: "error",
        message: `"${stream}" is archived, and takes no mail`,
        fix: "unarchive it, or use another stream",
      };
    }
    const type = textOf(found, "MessageStreamType");
    if (type !== "Transactional" && type !== "Broadcasts") {
      return {
        status: "error",
        message: `"${stream}" is a stream for ${type.toLowerCase()} mail, and sends none`,
        fix: "use a transactional or a broadcast stream",
      };
    }
    const wanted = type === "Broadcasts" ? "broadcast" : "transactional";
    if (target.endpoint !== undefined && target.endpoint !== wanted) {
      return {
        status: "error",
        message: `"${stream}" is a ${wanted} stream, and ${target.host} takes ${target.endpoint} mail`,
        fix: `send it to ${hosts[type]} (streamType: "${wanted}")`,
      };
    }
    return { status: "ok", message: `"${stream}", ${wanted}` };
  },
});
