/** An error on its way between threads, where classes and symbols are lost. */
export interface Thrown {
  readonly name: string;
  readonly message: string;
  readonly stack: string | undefined;
  /** What else it carries, as far as it is plain data. */
  readonly fields: Readonly<Record<string, unknown>>;
  /** Whether it is an error of this package. */
  readonly isMailError: boolean;
}

const mailBrand = Symbol.for("letterpress.error");
const written = new Set(["name", "message", "stack", "cause"]);

/** Writes whatever was thrown so that it can be sent to another thread. */
export function toThrown(error: unknown): Thrown {
  const { name, message, stack } = asRecord(error);
  const fields = Object.entries(asRecord(error)).filter(([key]) => !written.has(key));
  return {
    name: typeof name === "string" ? name : "Error",
    message: typeof message === "string" ? message : String(error),
    stack: typeof stack === "string" ? stack : undefined,
    fields: toPlain(Object.fromEntries(fields)),
    isMailError: mailBrand in asRecord(error),
  };
}

/** The error again, recognised by its brand as before. */
export function fromThrown({ name, message, stack, fields, isMailError }: Thrown): Error {
  const error = Object.assign(new Error(message), fields);
  const hidden = { configurable: true, writable: true, enumerable: false };
  Object.defineProperty(error, "name", { ...hidden, value: name });
  Object.defineProperty(error, "stack", { ...hidden, value: stack });
  if (isMailError) Object.defineProperty(error, mailBrand, { ...hidden, value: true });
  return error;
}

/** What JSON can say of a value; an empty record of one that it cannot. */
export function toPlain(value: Readonly<Record<string, unknown>>): Record<string, unknown> {
  try {
    return JSON.parse(JSON.stringify(value));
  } catch {
    return {};
  }
}

function asRecord(value: unknown): Record<string | symbol, unknown> {
  return typeof value === "object" && value !== null
    ? (value as Record<string | symbol, unknown>)
    : {};
}
