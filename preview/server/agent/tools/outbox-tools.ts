import { createSender } from "../../../../src/sender/create-sender.ts";
import { createPostmarkTransport } from "../../../../src/transport/postmark-transport.ts";
import { defineTool } from "../tool.ts";

/** Looks at the outbox. */
export const outboxStatus = defineTool({
  name: "outbox_status",
  title: "How the outbox stands",
  description: "What waits in the app's outbox (DATABASE_URL), what is stuck and why, as JSON.",
  isReadOnly: true,
  input: {},
  async run(_, { outboxUrl }) {
    if (outboxUrl === undefined) {
      throw new Error("Cannot look at an outbox: none is named; set DATABASE_URL and start again");
    }
    // Loaded here: no other tool needs it.
    const { createOutbox } = await import("../../../../src/outbox/index.ts");
    // Nothing is sent by it.
    const transport = createPostmarkTransport({ url: "smtp://127.0.0.1:25" });
    const outbox = createOutbox({ url: outboxUrl, sender: createSender({ transport }) });
    try {
      return JSON.stringify(await outbox.status(), null, 1);
    } finally {
      await outbox.close();
    }
  },
});
