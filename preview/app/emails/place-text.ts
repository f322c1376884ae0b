import type { SourcePlace } from "../../protocol/index.ts";

/** `emails/orders/receipt.tsx:12` */
export function describePlace({ file, line }: SourcePlace): string {
  return `${file}:${line}`;
}

/** Reads what {@link describePlace} wrote; null for anything else. */
export function readPlace(text: string | null): SourcePlace | null {
  const [, file, line] = /^(.+):(\d{1,7})$/.exec(text ?? "") ?? [];
  return file === undefined ? null : { file, line: Math.max(1, Number(line)), column: 1 };
}
