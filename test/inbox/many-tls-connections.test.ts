import { createPostmarkTransport, createSender } from "letterpress";
import { createInbox } from "letterpress/inbox";
import { expect, onTestFinished, test } from "vitest";
import { connectionLimits } from "../../src/inbox/smtp/connection-limits.ts";

test("connections that ended count no more, those that were encrypted neither", async () => {
  const inbox = await createInbox({ port: 0 });
  onTestFinished(() => inbox.close());
  const count = connectionLimits.connectionsPerAddress + 20;
  const sender = createSender({
    transport: createPostmarkTransport({
      ...{ serverToken: "8d0a2f6e-1b2c-4d3e-9f40-5a6b7c8d9e0f", host: "127.0.0.1" },
      ...{ port: inbox.port, maxConnections: 5, maxMessagesPerConnection: 1 },
    }),
    from: "shop@example.com",
  });
  const sent = Array.from({ length: count }, (_, n) =>
    sender.send({ to: `ada-${n}@example.com`, subject: "Order", text: "Thank you" }),
  );
  expect((await Promise.allSettled(sent)).filter(({ status }) => status === "rejected")).toEqual(
    [],
  );
  await sender.close();
  expect(inbox.list()).toHaveLength(count);
});
