/** What a reader must find of an email's props. */
export interface Expectation {
  /** `order.lines[3].total`. */
  readonly path: string;
  readonly kind: "text" | "link" | "image" | "alt";
  /** Any one of these will do. */
  readonly values: readonly string[];
}

interface Context {
  readonly currency: string;
  readonly timeZone: string;
}

const moneyKeys = new Set(["amount", "unitPrice", "total", "subtotal", "orderTotal"]);
const settings = new Set(["currency", "timeZone"]);

/** Everything in the props that has to show: words, amounts, counts, days, links, pictures. */
export function expectationsOf(props: object): readonly Expectation[] {
  return collect(props, "", { currency: "GBP", timeZone: "Europe/London" });
}

function collect(value: unknown, path: string, context: Context): readonly Expectation[] {
  const key = /(\w+)(\[\d+\])?$/.exec(path)?.[1] ?? "";
  if (Array.isArray(value)) {
    return value.flatMap((item, index) => collect(item, `${path}[${index}]`, context));
  }
  if (typeof value === "object" && value !== null) {
    const inner = { ...context, ...onlyStrings(value, settings) };
    return Object.entries(value)
      .filter(([name]) => !settings.has(name))
      .flatMap(([name, item]) => collect(item, path ? `${path}.${name}` : name, inner));
  }
  if (typeof value === "number")
    return [{ path, kind: "text", values: numberAs(key, value, context) }];
  if (typeof value === "string") return [{ path, ...stringAs(key, value, context) }];
  return [];
}

function onlyStrings(value: object, names: ReadonlySet<string>): Partial<Context> {
  return Object.fromEntries(
    Object.entries(value).filter(([name, item]) => names.has(name) && typeof item === "string"),
  );
}

function numberAs(key: string, value: number, { currency }: Context): readonly string[] {
  const plain = new Intl.NumberFormat("en-GB");
  if (key === "sizeBytes")
    return [/^\d{1,3}$/.test(`${value}`) ? `${value} bytes` : shortBytes(value)];
  if (key === "expiresInMinutes") return [`${value} minutes`, `${value / 60} hours`, "1 day"];
  if (!moneyKeys.has(key)) return [plain.format(value)];
  const format = new Intl.NumberFormat("en-GB", { style: "currency", currency });
  const digits = currency === "JPY" ? 0 : 2;
  const written = format.format(Math.abs(value) / 10 ** digits);
  return value === 0 ? [written, "Free"] : [written];
}

function shortBytes(value: number): string {
  const units = ["kB", "MB", "GB"];
  const power = Math.min(Math.floor(Math.log10(value) / 3), units.length);
  return `${Number((value / 1000 ** power).toFixed(1))} ${units[power - 1]}`;
}

function stringAs(key: string, value: string, { timeZone }: Context): Omit<Expectation, "path"> {
  if (key === "alt") return { kind: "alt", values: [value] };
  if (value.startsWith("https://")) return { kind: "link", values: [value] };
  if (value.startsWith("/static/")) return { kind: "image", values: [value] };
  const isDay = /^\d{4}-\d\d-\d\d$/.test(value);
  if (isDay || /^\d{4}-\d\d-\d\dT/.test(value)) {
    const zone = isDay ? "UTC" : timeZone;
    const options = { day: "numeric", month: "long", timeZone: zone } as const;
    return {
      kind: "text",
      values: [new Intl.DateTimeFormat("en-GB", options).format(new Date(value))],
    };
  }
  return { kind: "text", values: [value] };
}
