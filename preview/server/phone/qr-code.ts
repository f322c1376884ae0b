import { generate } from "lean-qr";
import { toSvgSource } from "lean-qr/extras/svg";

/** A text as a QR code in SVG: black on white whatever stands around it, with its quiet zone. */
export function qrCodeSvg(text: string): string {
  return toSvgSource(generate(text), { on: "#000", off: "#fff", pad: 4 });
}
