import type { Attributes, Span } from "@opentelemetry/api";
import { isDeliveryError, isMailError } from "../errors.ts";
import { importOptional } from "../optional-package.ts";
import type { Delivery } from "../transport/transport.ts";

/** What a span may be told. Never an address, a subject, a prop or a body. */
export type SpanAttributes = Attributes;

/** Runs steps inside spans; without OpenTelemetry it only runs them. */
export interface Telemetry {
  /**
   * @param run gets a function that adds attributes to the span; what it throws ends the span as an error
   */
  span<Value>(
    name: string,
    attributes: SpanAttributes,
    run: (add: (attributes: SpanAttributes) => void) => Promise<Value>,
  ): Promise<Value>;
}

const withoutSpans: Telemetry = {
  span: (_name, _attributes, run) => run(() => {}),
};

/**
 * Spans from `@opentelemetry/api` where it is installed, an optional peer. It records nothing
 * itself until the app registers an SDK with it.
 *
 * @param importApi for tests
 */
export async function loadTelemetry(
  importApi: () => Promise<typeof import("@opentelemetry/api")> = () =>
    importOptional("@opentelemetry/api"),
): Promise<Telemetry> {
  const api = await importApi().catch(() => undefined);
  if (!api) return withoutSpans;
  const { SpanKind, SpanStatusCode, trace } = api;
  const fail = (span: Span, error: unknown) => {
    // The message of an error may quote what a template or a server said; its kind may not.
    span.setStatus({ code: SpanStatusCode.ERROR });
    span.setAttributes(attributesOfError(error));
  };
  return {
    span: (name, attributes, run) =>
      // Asked for each time: an app may register its SDK after the sender was made.
      trace
        .getTracer("letterpress")
        .startActiveSpan(name, { kind: SpanKind.INTERNAL, attributes }, async (span) => {
          try {
            return await run((more) => {
              span.setAttributes(more);
            });
          } catch (error) {
            fail(span, error);
            throw error;
          } finally {
            span.end();
          }
        }),
  };
}

/** What a span may say of a delivery: figures, with the milliseconds of each stage. */
export function attributesOfDelivery(delivery: Delivery): SpanAttributes {
  const { accepted, rejected, attempts, timingsMs = {} } = delivery;
  const stages = Object.entries(timingsMs).map(([stage, ms]) => [`letterpress.ms.${stage}`, ms]);
  return {
    "letterpress.accepted_count": accepted.length,
    "letterpress.rejected_count": rejected.length,
    "letterpress.attempts": attempts,
    ...Object.fromEntries(stages),
  };
}

/** What a span may say of an error; the outcome above all, for an unknown one must be looked up. */
function attributesOfError(error: unknown): SpanAttributes {
  if (!isMailError(error)) return { "error.type": "error" };
  if (!isDeliveryError(error)) return { "error.type": error.code };
  return {
    "error.type": error.code,
    "letterpress.error.kind": error.kind,
    "letterpress.error.stage": error.stage,
    "letterpress.error.outcome": error.outcome,
    "letterpress.error.transient": error.transient,
    "letterpress.error.smtp_code": error.smtpCode,
  };
}
