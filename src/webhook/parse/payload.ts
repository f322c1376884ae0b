/** A payload as JSON has it: nothing in it is certain. */
export type Payload = Readonly<Record<string, unknown>>;

/** Whether a value is an object of JSON. */
export function isPayload(value: unknown): value is Payload {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** A field that holds text; `undefined` where it holds none, or something else. */
export function textOf(payload: Payload, name: string): string | undefined {
  const value = fieldOf(payload, name);
  return typeof value === "string" && value !== "" ? value : undefined;
}

/** A field of the payload's own, whatever it holds. */
export function fieldOf(payload: Payload, name: string): unknown {
  return Object.hasOwn(payload, name) ? payload[name] : undefined;
}
