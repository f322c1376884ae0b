import { detectMimeType } from "nodemailer/lib/mime-funcs/mime-types";

/** Types that nodemailer's table does not have. */
const newerTypes: Readonly<Record<string, string>> = {
  avif: "image/avif",
  heic: "image/heic",
  md: "text/markdown",
};

const token = "[A-Za-z0-9!#$&^_.+-]+";
const contentType = new RegExp(
  `^${token}/${token}(?:\\s*;\\s*${token}=(?:${token}|"[^"\\\\]*"))*$`,
);

/** The ending of a file's name in lower case, without its dot; empty when it has none. */
export function extensionOf(filename: string): string {
  const dot = filename.lastIndexOf(".");
  return dot < 0 ? "" : filename.slice(dot + 1).toLowerCase();
}

/** The MIME type that a file's name suggests. */
export function guessContentType(filename: string): string {
  return newerTypes[extensionOf(filename)] ?? detectMimeType(filename);
}

/** Whether text is a MIME type with its parameters (RFC 2045 §5.1) that a single part may have. */
export function isContentType(text: string): boolean {
  return contentType.test(text) && !/^multipart\//i.test(text);
}
