import { createSender, type SendManyProgress, type SendResult } from "letterpress";
import { describe, expect, test } from "vitest";
import { defineSend } from "../../src/sender/send-input.ts";
import { plain, welcome } from "./emails.tsx";
import { createRecordingTransport } from "./recording-transport.ts";

const parts = (name: string) => ({ subject: name, text: "Hi", to: `${name}@example.com` });

/** A transport whose deliveries end when the test says so. */
function createGate() {
  const waiting: (() => void)[] = [];
  let most = 0;
  let current = 0;
  const transport = createRecordingTransport(async () => {
    current++;
    most = Math.max(most, current);
    await new Promise<void>((resolve) => waiting.push(resolve));
    current--;
  });
  return {
    transport,
    waiting,
    get most() {
      return most;
    },
    /** Lets the delivery in this place end. */
    open(place = 0) {
      waiting.splice(place, 1)[0]?.();
    },
  };
}

/** Resolves once a condition holds; each turn of the event loop looks again. */
async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await new Promise((resolve) => setImmediate(resolve));
}

/** A few turns of the event loop, in which whatever wants to happen does. */
async function settle(): Promise<void> {
  for (let turn = 0; turn < 20; turn++) await new Promise((resolve) => setImmediate(resolve));
}

async function collect(results: AsyncIterable<SendResult>): Promise<SendResult[]> {
  const all: SendResult[] = [];
  for await (const result of results) all.push(result);
  return all;
}

const from = "Shop <orders@shop.example>";

describe("sendMany()", () => {
  test("sends each and tells of each, whatever the source", async () => {
    async function* source() {
      yield parts("c");
      yield parts("d");
    }
    const transport = createRecordingTransport();
    const sender = createSender({ transport, from });
    const results = [
      ...(await collect(sender.sendMany([parts("a"), parts("b")]))),
      ...(await collect(sender.sendMany(source()))),
    ];
    expect(results.map(({ index, status }) => [index, status])).toEqual([
      [0, "sent"],
      [1, "sent"],
      [0, "sent"],
      [1, "sent"],
    ]);
    expect(transport.messages.map(({ subject }) => subject)).toEqual(["a", "b", "c", "d"]);
  });

  test("of nothing is nothing", async () => {
    const sender = createSender({ transport: createRecordingTransport(), from });
    expect(await collect(sender.sendMany([]))).toEqual([]);
  });

  test("one bad message stops nothing", async () => {
    const transport = createRecordingTransport((message) => {
      if (message.subject === "c") throw new Error("refused");
    });
    const sender = createSender({ transport, from });
    const inputs = [parts("a"), { ...parts("b"), to: "nobody" }, parts("c"), parts("d")];
    const results = (await collect(sender.sendMany(inputs))).sort((a, b) => a.index - b.index);
    expect(results).toMatchObject([
      { index: 0, status: "sent" },
      { index: 1, status: "failed", error: { code: "ERR_INVALID_MESSAGE" } },
      { index: 2, status: "failed", error: { message: "refused" } },
      { index: 3, status: "sent" },
    ]);
  });

  test("takes different emails in one list, each typed by defineSend()", async () => {
    const transport = createRecordingTransport();
    const sender = createSender({ transport, from });
    const to = "ada@example.com";
    await collect(
      sender.sendMany([
        defineSend({ email: welcome, props: { name: "Ada" }, to }),
        defineSend({ email: plain, to }),
      ]),
    );
    expect(transport.messages.map(({ subject }) => subject).sort()).toEqual([
      "Plain",
      "Welcome, Ada",
    ]);
  });

  test("hands out results as they come, not in the order of the source", async () => {
    const gate = createGate();
    const sender = createSender({ transport: gate.transport, from });
    const results = sender.sendMany([parts("a"), parts("b")])[Symbol.asyncIterator]();
    const first = results.next();
    await until(() => gate.waiting.length === 2);
    gate.open(1);
    expect((await first).value).toMatchObject({ index: 1 });
    const second = results.next();
    gate.open();
    expect((await second).value).toMatchObject({ index: 0 });
    expect((await results.next()).done).toBe(true);
  });

  test("keeps `concurrency` under way, no more and no fewer", async () => {
    const gate = createGate();
    const sender = createSender({ transport: gate.transport, from });
    const inputs = Array.from({ length: 9 }, (_, index) => parts(`p${index}`));
    const done = collect(sender.sendMany(inputs, { concurrency: 3 }));
    for (let rest = inputs.length; rest > 0; rest--) {
      await until(() => gate.waiting.length === Math.min(3, rest));
      gate.open();
    }
    expect(await done).toHaveLength(9);
    expect(gate.most).toBe(3);
  });

  test("does not read ahead of a slow reader, nor before there is one", async () => {
    let taken = 0;
    function* endless() {
      while (true) yield parts(`p${taken++}`);
    }
    const sender = createSender({ transport: createRecordingTransport(), from });
    const results = sender.sendMany(endless(), { concurrency: 4 })[Symbol.asyncIterator]();
    await settle();
    expect(taken).toBe(0);
    await results.next();
    await settle();
    // One was read; four more are under way or wait to be read.
    expect(taken).toBe(5);
    await results.next();
    await settle();
    expect(taken).toBe(6);
    await results.return?.();
  });

  test("tells its progress after each message", async () => {
    const progress: SendManyProgress[] = [];
    const sender = createSender({ transport: createRecordingTransport(), from });
    const inputs = [parts("a"), { ...parts("b"), to: "nobody" }, parts("c")];
    const onProgress = (now: SendManyProgress) => progress.push(now);
    await collect(sender.sendMany(inputs, { concurrency: 1, onProgress }));
    expect(progress).toEqual([
      { sent: 1, failed: 0, underWay: 0 },
      { sent: 1, failed: 1, underWay: 0 },
      { sent: 2, failed: 1, underWay: 0 },
    ]);
  });

  test.each([0, -1, 1.5, Number.NaN])("refuses a concurrency of %d at once", (concurrency) => {
    const sender = createSender({ transport: createRecordingTransport(), from });
    expect(() => sender.sendMany([], { concurrency })).toThrowError(
      `Cannot send many: 'concurrency' is ${concurrency}; give a whole number above 0`,
    );
  });
});

describe("sendMany() ends early", () => {
  test("when its reader leaves: what is under way is finished, the source is closed", async () => {
    const gate = createGate();
    let closed = false;
    async function* source() {
      try {
        while (true) yield parts("a");
      } finally {
        closed = true;
      }
    }
    const sender = createSender({ transport: gate.transport, from });
    const results = sender.sendMany(source(), { concurrency: 2 })[Symbol.asyncIterator]();
    const first = results.next();
    await until(() => gate.waiting.length === 2);
    gate.open();
    await first;
    await until(() => gate.waiting.length === 2);
    let hasLeft = false;
    const leaving = results.return?.().then(() => {
      hasLeft = true;
    });
    await settle();
    expect(hasLeft).toBe(false);
    gate.open();
    gate.open();
    await leaving;
    expect(closed).toBe(true);
    expect(gate.waiting).toHaveLength(0);
    expect(gate.transport.messages).toHaveLength(3);
  });

  test("when the source throws: after the results of what was under way", async () => {
    function* source() {
      yield parts("a");
      yield parts("b");
      throw new Error("the database went away");
    }
    const sender = createSender({ transport: createRecordingTransport(), from });
    const results: SendResult[] = [];
    const reading = (async () => {
      for await (const result of sender.sendMany(source())) results.push(result);
    })();
    await expect(reading).rejects.toThrowError("the database went away");
    expect(results.map(({ status }) => status)).toEqual(["sent", "sent"]);
  });

  test("when its signal aborts: no more is taken, and the reason is thrown", async () => {
    const controller = new AbortController();
    const transport = createRecordingTransport(async (_message, signal) => {
      await new Promise((_resolve, reject) =>
        signal?.addEventListener("abort", () => reject(signal.reason)),
      );
    });
    let taken = 0;
    function* endless() {
      while (true) {
        taken++;
        yield parts("a");
      }
    }
    const sender = createSender({ transport, from });
    const results: SendResult[] = [];
    const reading = (async () => {
      const { signal } = controller;
      const many = sender.sendMany(endless(), { concurrency: 3, signal });
      for await (const result of many) results.push(result);
    })();
    await until(() => taken === 3);
    await settle();
    controller.abort(new Error("deploying"));
    await expect(reading).rejects.toThrowError("deploying");
    expect(results.map(({ status }) => status)).toEqual(["failed", "failed", "failed"]);
    expect(taken).toBe(3);
  });

  test("when its signal aborts while the source keeps it waiting for ever", async () => {
    const controller = new AbortController();
    async function* stuck() {
      yield parts("a");
      await new Promise(() => {});
    }
    const sender = createSender({ transport: createRecordingTransport(), from });
    const results = sender.sendMany(stuck(), { signal: controller.signal })[Symbol.asyncIterator]();
    expect((await results.next()).value).toMatchObject({ status: "sent" });
    const next = results.next();
    controller.abort(new Error("deploying"));
    await expect(next).rejects.toThrowError("deploying");
  });
});

test("a thousand messages are never held together", async () => {
  const transport = {
    ...createRecordingTransport(),
    deliver: async () => ({ messageId: "<x>", accepted: ["x"], rejected: [], response: "250" }),
  };
  const sender = createSender({ transport, from });
  let ahead = 0;
  let mostAhead = 0;
  function* source() {
    for (let index = 0; index < 1_000; index++) {
      mostAhead = Math.max(mostAhead, ++ahead);
      yield parts("a");
    }
  }
  let count = 0;
  for await (const { status } of sender.sendMany(source(), { concurrency: 10 })) {
    ahead--;
    if (status === "sent") count++;
  }
  expect(count).toBe(1_000);
  expect(mostAhead).toBeLessThanOrEqual(11);
});
