import { toBase64, toParameter, toQuotedPrintable, toWords } from "./encode.ts";
import { chooseLabel } from "./labels.ts";
import type { ForeignMail } from "./mail.ts";
import phrases from "./phrases.json" with { type: "json" };
import type { Random } from "./random.ts";

const octetsOf = (hex: string) => Buffer.from(hex, "hex").toString("latin1");

/** Charsets whose octets may be NUL or CR: only base64 carries them. */
const isWide = (charset: string) => /^utf-(16|32)/.test(charset);

interface Built {
  /** Headers of the part and its body, an octet a character. */
  readonly octets: string;
  readonly features: readonly string[];
}

interface Phrase {
  readonly text: string;
  readonly octets: string;
}

/** Makes the message of a seed. */
export function createMail(random: Random): ForeignMail {
  const { label: charset, phrases: known } = random.pick(phrases);
  const choose = (): Phrase => {
    const [text = "", hex = ""] = random.pick(known);
    return { text, octets: octetsOf(hex) };
  };
  const isMarked = isWide(charset) || charset === "utf-7";
  const subject = choose();
  const words = toWords(charset, subject.octets, random);
  const name = choose();
  const nameWords = toWords(charset, name.octets, random);
  const kind = random.pick(["text", "html", "alternative"] as const);
  const lines = isMarked ? [choose()] : [choose(), choose(), choose()];
  const text: Phrase = {
    text: lines.map((line) => line.text).join("\n"),
    octets: lines.map(({ octets }) => octets).join("\r\n"),
  };
  const paragraph = choose();
  const html: Phrase = isMarked
    ? paragraph
    : { text: `<p>${paragraph.text}</p>`, octets: `<p>${paragraph.octets}</p>` };
  const textPart = createPart("text/plain", charset, text, random);
  const htmlPart = createPart("text/html", charset, html, random);
  const files = Array.from({ length: random.below(3) }, (_, index) =>
    createFile(charset, isMarked ? undefined : choose(), index, random),
  );

  const body = combine(kind, textPart, htmlPart, random);
  const whole = files.length === 0 ? body : multipart("mixed", [body, ...files], random);
  const header = [
    `From: ${nameWords.octets} <shop@example.com>`,
    "To: ada@example.com",
    `Subject: ${words.octets}`,
    "Date: Thu, 26 Nov 2026 12:00:00 +0000",
    "MIME-Version: 1.0",
  ];
  const message = `${header.join("\r\n")}\r\n${whole.octets}\r\n`;
  const hasLf = !isMarked && files.length === 0 && random.chance(0.1);
  return {
    features: [
      ...new Set([
        ...[...words.features, ...nameWords.features].map((feature) => `header: ${feature}`),
        ...whole.features,
        ...(hasLf ? ["lines end with LF"] : []),
      ]),
    ],
    raw: Buffer.from(hasLf ? message.replaceAll("\r\n", "\n") : message, "latin1"),
    truth: {
      subject: subject.text,
      from: { name: name.text, address: "shop@example.com" },
      text: kind === "html" ? undefined : text.text,
      html: kind === "text" ? undefined : html.text,
      files: files.map(({ filename, content }) => ({ filename, content })),
    },
  };
}

function combine(kind: "text" | "html" | "alternative", text: Built, html: Built, random: Random) {
  if (kind === "text") return text;
  if (kind === "html") return html;
  return multipart("alternative", [text, html], random);
}

function createPart(type: string, charset: string, phrase: Phrase, random: Random): Built {
  const isHtml = type === "text/html";
  const { label, feature } = chooseLabel(charset, phrase.octets, random);
  const parameter = label === undefined ? "" : `; charset=${label}`;
  const form = isWide(charset) ? 0 : random.below(3);
  const encoded =
    form === 0
      ? toBase64(phrase.octets, random)
      : form === 1
        ? toQuotedPrintable(phrase.octets, random)
        : { octets: phrase.octets, features: ["8bit"] };
  const encoding = ["base64", "quoted-printable", "8bit"][form] ?? "8bit";
  const written = random.chance(0.1) ? encoding.toUpperCase() : encoding;
  return {
    octets: `Content-Type: ${type}${parameter}\r\nContent-Transfer-Encoding: ${written}\r\n\r\n${encoded.octets}`,
    features: [feature, ...encoded.features, isHtml ? "html" : "text"],
  };
}

function multipart(subtype: string, parts: readonly Built[], random: Random): Built {
  const boundary = `=_${random.below(1e9).toString(36)}${random.pick(["", "'()+_,-./:=?", " x"])}`;
  // Where the last file of a message that was cut ends, nobody knows.
  const isUnclosed = subtype === "alternative" && random.chance(0.08);
  const preamble = random.chance(0.2) ? "This is a multi-part message in MIME format.\r\n" : "";
  const epilogue = random.chance(0.1) ? "\r\nan epilogue" : "";
  const body = parts.map(({ octets }) => `--${boundary}\r\n${octets}\r\n`).join("");
  const end = isUnclosed ? "" : `--${boundary}--${epilogue}`;
  return {
    octets: `Content-Type: multipart/${subtype};\r\n\tboundary="${boundary}"\r\n\r\n${preamble}${body}${end}`,
    features: [
      `multipart/${subtype}`,
      ...(isUnclosed ? ["multipart without an end"] : []),
      ...parts.flatMap(({ features }) => features),
    ],
  };
}

const contents = [
  "a;b\r\n1;2",
  "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nEND:VCALENDAR\r\n",
  "line\r\n\r\nline \r\n",
  "From: x@example.com\r\nSubject: inner\r\n\r\ninner text\r\n",
];

function createFile(
  charset: string,
  phrase: Phrase | undefined,
  index: number,
  random: Random,
): Built & { readonly filename: string; readonly content: string } {
  const type = random.pick([
    "text/plain",
    "text/html",
    "text/csv",
    "text/calendar",
    "application/pdf",
  ]);
  const content = random.pick(contents);
  const filename = phrase ? `${phrase.text.replace(/[^\p{L}]/gu, "")}.txt` : `file-${index}.txt`;
  const isPlain = phrase === undefined || filename !== `${phrase.text}.txt`;
  const name = isPlain
    ? { octets: `filename="file-${index}.txt"`, features: ["parameter: plain"] }
    : toParameter("filename", charset, `${phrase.octets}.txt`, random);
  const disposition = random.pick(["attachment", "inline"]);
  const isBase64 = type === "application/pdf" || random.chance(0.4);
  const encoded = isBase64 ? toBase64(content, random) : { octets: content, features: ["7bit"] };
  return {
    filename: isPlain ? `file-${index}.txt` : filename,
    content,
    octets: `Content-Type: ${type}\r\nContent-Disposition: ${disposition};\r\n ${name.octets}\r\nContent-Transfer-Encoding: ${isBase64 ? "base64" : "7bit"}\r\n\r\n${encoded.octets}`,
    features: [
      `file: ${type}, ${disposition}`,
      ...name.features,
      ...encoded.features.map((feature) => `file: ${feature}`),
    ],
  };
}
