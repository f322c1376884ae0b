/** Writes an amount in minor units (pence, cents, whole yen) of one currency: `£12.50`, `JP¥1,250`. */
export type MoneyFormat = (minorUnits: number) => string;

/**
 * A formatter for one currency, to be made once per render: making it is the costly part.
 *
 * @param currency ISO 4217 code; it decides how many decimals the minor units stand for
 * @throws {RangeError} when the code is not a well-formed currency code
 */
export function createMoneyFormat(currency: string): MoneyFormat {
  const format = new Intl.NumberFormat("en-GB", { style: "currency", currency });
  const scale = 10 ** (format.resolvedOptions().maximumFractionDigits ?? 2);
  // U+2212: a screen reader says "minus", and it is as wide as the digits.
  return (minorUnits) => format.format(minorUnits / scale).replace("-", "\u2212");
}
