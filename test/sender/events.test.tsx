import { inspect } from "node:util";
import { createSender, type SenderEvent } from "letterpress";
import { afterEach, describe, expect, test, vi } from "vitest";
import { welcome } from "./emails.tsx";
import { createRecordingTransport } from "./recording-transport.ts";

/** A clock on which every look at it takes ten milliseconds. */
function createSteppingClock() {
  let now = 0;
  return {
    now: () => {
      now += 10;
      return now;
    },
    sleep: () => Promise.resolve(),
  };
}

function setUp(beforeDelivery?: () => unknown) {
  const events: SenderEvent[] = [];
  const transport = createRecordingTransport(beforeDelivery);
  const sender = createSender({
    transport,
    from: "orders@shop.example",
    stream: "outbound",
    clock: createSteppingClock(),
    onEvent: (event) => events.push(event),
  });
  return { events, sender };
}

const secrets = {
  to: ["ada@private.example", "bob@private.example"],
  subject: "A private subject",
  props: { name: "A private name" },
};

test("a send tells what its render warned of", async () => {
  const { events, sender } = setUp();
  const react = (
    <p>
      Hello <div>Ada</div>
    </p>
  );
  await sender.send({ to: secrets.to, subject: "Hi", react });
  const rendered = events.find((event) => event.type === "rendered");
  expect(rendered).toMatchObject({
    warnings: [
      { code: expect.stringMatching(/^nesting-/), message: expect.stringContaining("<p>") },
    ],
  });
});

test("a send tells of its steps, with what each took", async () => {
  const { events, sender } = setUp();
  const { messageId } = await sender.send({ email: welcome, ...secrets });
  const sendId = messageId.slice(1, messageId.indexOf("@"));
  const base = { sendId, emailId: "account/welcome" };
  expect(events).toEqual([
    {
      type: "rendered",
      ...base,
      htmlBytes: expect.any(Number),
      textBytes: expect.any(Number),
      warnings: [],
      durationMs: 10,
    },
    {
      type: "validated",
      ...base,
      messageId,
      stream: "outbound",
      tag: "account/welcome",
      recipientCount: 2,
      attachmentCount: 0,
      timingsMs: { render: 10, validate: expect.any(Number) },
    },
    {
      type: "sent",
      ...base,
      messageId,
      acceptedCount: 2,
      rejectedCount: 0,
      deliverMs: 10,
      totalMs: expect.any(Number),
    },
  ]);
});

describe("a send that fails tells so, with the error that the caller gets,", () => {
  test("before there is a message", async () => {
    const { events, sender } = setUp();
    const error = await sender
      .send({ subject: "Hi", text: "Hi", to: "nobody" })
      .catch((thrown: unknown) => thrown);
    expect(events).toEqual([
      {
        type: "send-failed",
        sendId: expect.any(String),
        emailId: undefined,
        messageId: undefined,
        error,
        totalMs: expect.any(Number),
      },
    ]);
  });

  test("and after", async () => {
    const fault = new Error("no server");
    const { events, sender } = setUp(() => {
      throw fault;
    });
    await expect(sender.send({ email: welcome, ...secrets })).rejects.toBe(fault);
    expect(events.map(({ type }) => type)).toEqual(["rendered", "validated", "send-failed"]);
    expect(events[2]).toMatchObject({ messageId: expect.stringMatching(/^<.*>$/), error: fault });
  });
});

test("no event shows an address, a subject, a prop or a body", async () => {
  const { events, sender } = setUp();
  await sender.send({ email: welcome, ...secrets });
  await sender.send({ email: welcome, ...secrets, stream: "No" }).catch(() => {});
  expect(events).toHaveLength(4);
  expect(inspect(events, { depth: 9 })).not.toMatch(/private/);
});

describe("a listener that throws", () => {
  afterEach(() => {
    vi.restoreAllMocks();
  });

  test("stops no mail, and is heard of as a process warning", async () => {
    const warned = vi.spyOn(process, "emitWarning").mockImplementation(() => {});
    const transport = createRecordingTransport();
    const sender = createSender({
      transport,
      from: "orders@shop.example",
      onEvent: () => {
        throw new Error("the log is full");
      },
    });
    await sender.send({ subject: "Hi", text: "Hi", to: "ada@example.com" });
    expect(transport.messages).toHaveLength(1);
    expect(warned).toHaveBeenCalledWith(
      "The sender's 'onEvent' threw: Error: the log is full",
      expect.objectContaining({ code: "LETTERPRESS_ON_EVENT" }),
    );
  });
});
