import { type Attributes, type Span, SpanStatusCode, type Tracer, trace } from "@opentelemetry/api";
import { createSender } from "letterpress";
import { createInbox } from "letterpress/inbox";
import { afterEach, beforeEach, describe, expect, onTestFinished, test } from "vitest";
import { loadTelemetry } from "../../src/sender/telemetry.ts";
import { plain } from "./emails.tsx";
import { createRecordingTransport } from "./recording-transport.ts";

interface RecordedSpan {
  readonly name: string;
  readonly attributes: Attributes;
  status: SpanStatusCode | undefined;
  hasEnded: boolean;
}

let spans: RecordedSpan[] = [];

/** The part of an OpenTelemetry SDK that the sender uses. */
function createTracer(): Tracer {
  const startSpan: Tracer["startSpan"] = (name, options) => {
    const attributes: Attributes = { ...options?.attributes };
    const recorded: RecordedSpan = { name, attributes, status: undefined, hasEnded: false };
    spans.push(recorded);
    const span: Partial<Span> = {
      setAttribute(key, value) {
        attributes[key] = value;
        return span as Span;
      },
      setAttributes(more) {
        Object.assign(attributes, more);
        return span as Span;
      },
      setStatus({ code }) {
        recorded.status = code;
        return span as Span;
      },
      end() {
        recorded.hasEnded = true;
      },
    };
    return span as Span;
  };
  const startActiveSpan = (name: string, options: object, run: (span: Span) => unknown) =>
    run(startSpan(name, options));
  return { startSpan, startActiveSpan } as Tracer;
}

beforeEach(() => {
  spans = [];
  trace.setGlobalTracerProvider({ getTracer: createTracer });
});

afterEach(() => trace.disable());

const from = "orders@shop.example";
const to = "ada@private.example";

describe("with an OpenTelemetry SDK registered", () => {
  test("a send is a span, its steps are spans, and none shows whom it goes to", async () => {
    const sender = createSender({ transport: createRecordingTransport(), from });
    const { messageId } = await sender.send({ email: plain, to, subject: "A private subject" });
    expect(spans.map(({ name }) => name)).toEqual([
      "letterpress.send",
      "letterpress.prepare",
      "letterpress.deliver",
    ]);
    expect(spans[0]?.attributes).toMatchObject({
      "letterpress.email_id": "plain",
      "letterpress.message_id": messageId,
      "letterpress.tag": "plain",
      "letterpress.recipient_count": 1,
    });
    expect(spans.every(({ hasEnded, status }) => hasEnded && status === undefined)).toBe(true);
    expect(JSON.stringify(spans)).not.toContain("private");
  });

  test("a send that fails ends its spans as errors of a kind, without words", async () => {
    const sender = createSender({ transport: createRecordingTransport(), from });
    await sender.send({ email: plain, to: "private" }).catch(() => {});
    expect(spans).toMatchObject([
      { name: "letterpress.send", hasEnded: true, status: SpanStatusCode.ERROR },
      { name: "letterpress.prepare", hasEnded: true, status: SpanStatusCode.ERROR },
    ]);
    expect(spans[0]?.attributes).toMatchObject({ "error.type": "ERR_INVALID_MESSAGE" });
    expect(JSON.stringify(spans)).not.toContain("private");
  });

  test("a delivery says its figures and its stages, and a failed one what became of it", async () => {
    const inbox = await createInbox({ port: 0 });
    onTestFinished(() => inbox.close());
    const sender = createSender({ transport: inbox.transport(), from });
    onTestFinished(() => sender.close());
    await sender.send({ to, subject: "x", text: "x" });
    await sender.send({ to: "dot-lost@fault.test", subject: "x", text: "x" }).catch(() => {});
    const [delivered, lost] = spans.filter(({ name }) => name === "letterpress.deliver");
    expect(delivered?.attributes).toEqual({
      "letterpress.accepted_count": 1,
      "letterpress.rejected_count": 0,
      "letterpress.attempts": 1,
      "letterpress.ms.mail": expect.any(Number),
      "letterpress.ms.rcpt": expect.any(Number),
      "letterpress.ms.data": expect.any(Number),
      "letterpress.ms.final-dot": expect.any(Number),
    });
    expect(lost?.attributes).toMatchObject({
      "error.type": "ERR_DELIVERY",
      "letterpress.error.kind": "connection",
      "letterpress.error.stage": "final-dot",
      "letterpress.error.outcome": "unknown",
    });
  });
});

test("without the package everything runs as it would", async () => {
  const telemetry = await loadTelemetry(() => Promise.reject(new Error("not installed")));
  const result = await telemetry.span("x", {}, async (add) => {
    add({ a: 1 });
    return "done";
  });
  expect(result).toBe("done");
  expect(spans).toEqual([]);
});
