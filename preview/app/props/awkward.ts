import { isRecord, type Json } from "../../protocol/props/json.ts";
import type { PropType, TextProp } from "../../protocol/props/prop-type.ts";
import { encodeName } from "./path.ts";

/** A kind of text that breaks emails. */
export type AwkwardName = (typeof awkwardNames)[number];

/** In the order of the menu. */
export const awkwardNames = ["long", "empty", "right-to-left", "emoji", "HTML"] as const;

const sentence =
  "Maximiliana Bartholomea-Theodora von und zu Featherstonehaugh-Cholmondeley the Younger, ";

const values: Readonly<Record<AwkwardName, string>> = {
  // Words first, then one that no line can hold.
  long: `${sentence.repeat(3)}${"Donaudampfschifffahrtsgesellschaft".repeat(4)}`,
  empty: "",
  // Hebrew, a Latin name, digits and Arabic: the order of the pieces shows every fault.
  "right-to-left": "שלום Ada, הזמנה 1042 (12.50 £) ومرحبا بك",
  // A family of one glyph, a flag of two letters, a skin tone, a keycap.
  emoji: "👩‍👩‍👧‍👦 🇺🇦 👋🏽 7️⃣ ❤️‍🔥",
  HTML: `<b>"Tom & Jerry's"</b> &amp; <script>alert(1)</script> {{name}} </td> 100%`,
};

const addresses: Readonly<Record<string, Partial<Record<AwkwardName, string>>>> = {
  uri: {
    long: `https://shop.example/a/very/long/way?token=${"9fQ2xYc7Lr0TnA5s".repeat(16)}`,
    "right-to-left": "https://shop.example/הזמנה/1042",
    emoji: "https://shop.example/👋🏽?q=🇺🇦",
    HTML: `https://shop.example/?a=1&b=%22%3Cb%3E'&lt=2#"`,
  },
  email: {
    long: `${"maximiliana.bartholomea.".repeat(2)}theodora@a-very-long-company-name-indeed.example`,
    HTML: `tom&jerry+'b'@shop.example`,
  },
};

/**
 * An awkward value for a text, within the longest that it may be.
 *
 * @returns `undefined` when no such value could stand there: an emoji as a date
 */
export function awkwardValue(name: AwkwardName, type: TextProp, now: string): string | undefined {
  const format = type.format ?? formatOf(now);
  if (name === "empty") return "";
  const text = format === undefined ? values[name] : addresses[format]?.[name];
  if (text === undefined || type.maxLength === undefined) return text;
  return Array.from(text).slice(0, type.maxLength).join("");
}

/** All running text of the props made awkward; codes, dates, addresses and the like stay. */
export function makeAllAwkward(name: AwkwardName, type: PropType, value: Json): Json {
  if (typeof value === "string") {
    const text = type.kind === "text" ? type : ({ kind: "text" } as const);
    if (type.kind === "choice" || !isProse(text, value)) return value;
    return awkwardValue(name, text, value) ?? value;
  }
  if (Array.isArray(value)) {
    const item: PropType = type.kind === "list" ? type.item : { kind: "unknown" };
    return value.map((part) => makeAllAwkward(name, item, part));
  }
  if (!isRecord(value)) return value;
  const types = new Map(
    type.kind === "object" ? type.fields.map((one) => [encodeName(one.name), one.type]) : [],
  );
  const rest: PropType = (type.kind === "object" && type.others) || { kind: "unknown" };
  return Object.fromEntries(
    Object.entries(value).map(([key, part]) => [
      key,
      makeAllAwkward(name, types.get(key) ?? rest, part),
    ]),
  );
}

const codes = [
  /^\S*\d\S*$/, // ORD-1042, 2026-03-14, #ff0000
  /^[A-Z]{2,4}$/, // GBP, GB
  /^[a-z]{2}(-[A-Za-z]{2,4})*$/, // en-GB
  /^[A-Z][\w+-]+\/[\w/+-]+$/, // Europe/London
  /^\/\S*$/, // /static/mark.png
  /^[a-z]+:\S+$/i, // https://…, mailto:…
  /^\S+@\S+$/,
];

/** Whether a text is words for people, which may be any. */
function isProse(type: TextProp, value: string): boolean {
  if (type.format !== undefined || type.pattern !== undefined) return false;
  return value !== "" && !codes.some((pattern) => pattern.test(value));
}

function formatOf(text: string): string | undefined {
  if (/^https?:\/\/\S+$/.test(text)) return "uri";
  if (/^[^\s@"<>]+@[^\s@"<>]+$/.test(text)) return "email";
  return /^\d{4}-\d\d-\d\d(T|$)/.test(text) ? "date" : undefined;
}
