/** What {@link createFormats} needs. */
export interface FormatsOptions {
  /** BCP 47 tag of the reader's language. */
  readonly locale: string;
  /** IANA zone of the reader: `Europe/Berlin`. A server's own is never the reader's. */
  readonly timeZone: string;
}

/** Writes dates, numbers and lists for one reader. */
export interface Formats {
  /**
   * @param at an instant; a bare date (`2026-03-14`) is the same day in every zone
   * @param options of `Intl.DateTimeFormat`. @default `{ dateStyle: "long" }`
   * @throws {RangeError} when there is no such date
   */
  date(at: Date | number | string, options?: Intl.DateTimeFormatOptions): string;
  /** @param options of `Intl.NumberFormat` */
  number(value: number | bigint, options?: Intl.NumberFormatOptions): string;
  /**
   * @param minorUnits cents, pence, whole yen: what the currency's smallest unit is
   * @param currency ISO 4217 code
   */
  money(minorUnits: number, currency: string): string;
  /** @param options of `Intl.ListFormat`. @default a list with "and" */
  list(items: readonly string[], options?: Intl.ListFormatOptions): string;
}

const bareDate = /^\d{4}-\d\d-\d\d$/;

/**
 * Creates the formats of one reader, to be made once per render. The time zone has to be given: mail
 * is written on servers that stand elsewhere.
 *
 * @throws {TypeError} when the locale or the time zone is missing
 * @throws {RangeError} when there is none of that name
 */
export function createFormats({ locale, timeZone }: FormatsOptions): Formats {
  for (const [name, value, example] of [
    ["locale", locale, "de-AT"],
    ["timeZone", timeZone, "Europe/Vienna"],
  ] as const) {
    if (typeof value !== "string" || value === "") {
      throw new TypeError(`'${name}' must be given, such as "${example}"`);
    }
  }
  const made = new Map<string, { format(value: never): string }>();

  /** Making an Intl format takes longer than a hundred uses of it. */
  function remember<Format extends { format(value: never): string }>(
    kind: string,
    options: object,
    make: () => Format,
  ): Format {
    const key = `${kind} ${JSON.stringify(options)}`;
    const known = made.get(key) ?? make();
    made.set(key, known);
    return known as Format;
  }
  function dates(options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
    return remember("date", options, () => new Intl.DateTimeFormat(locale, options));
  }
  function numbers(options: Intl.NumberFormatOptions): Intl.NumberFormat {
    return remember("number", options, () => new Intl.NumberFormat(locale, options));
  }
  dates({ timeZone });

  return {
    date(at, options = { dateStyle: "long" }) {
      const zone = typeof at === "string" && bareDate.test(at) ? "UTC" : timeZone;
      const date = new Date(at);
      if (Number.isNaN(date.getTime())) {
        throw new RangeError(
          "Cannot write a date that does not exist; give a Date or an ISO 8601 text",
        );
      }
      return dates({ timeZone: zone, ...options }).format(date);
    },
    number: (value, options = {}) => numbers(options).format(value),
    money(minorUnits, currency) {
      const format = numbers({ style: "currency", currency });
      const digits = format.resolvedOptions().maximumFractionDigits ?? 2;
      return format.format(minorUnits / 10 ** digits);
    },
    list: (items, options = { type: "conjunction" }) =>
      remember("list", options, () => new Intl.ListFormat(locale, options)).format(items),
  };
}
