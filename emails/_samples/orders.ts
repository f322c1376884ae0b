import type { PostalAddress } from "../components/addresses.tsx";
import type { LineItem } from "../components/line-items.tsx";
import { arabicName, specialCharacters } from "./names.ts";

export const studioAddress: PostalAddress = {
  name: "Ada Okafor",
  lines: ["Marlow & Pine", "Unit 4, The Old Ropeworks", "81 Cordage Street"],
  city: "Bristol BS2 0QT",
  country: "United Kingdom",
};

export const accountsAddress: PostalAddress = {
  name: "Marlow & Pine Ltd",
  lines: ["Accounts", "2 Temple Back East"],
  city: "Bristol BS1 6EG",
  country: "United Kingdom",
};

export const tokyoAddress: PostalAddress = {
  name: "Haruka Sato",
  lines: ["Kanda Building 3F", "1-14-2 Kanda Jimbocho, Chiyoda-ku"],
  city: "Tokyo 101-0051",
  country: "Japan",
};

export const dubaiAddress: PostalAddress = {
  name: arabicName,
  lines: ["مبنى الورق، الطابق 7", "شارع الشيخ زايد 112"],
  city: "دبي",
  country: "الإمارات العربية المتحدة",
};

export const specialAddress: PostalAddress = {
  name: specialCharacters,
  lines: [specialCharacters, specialCharacters],
  city: specialCharacters,
  country: specialCharacters,
};

/** A line whose total is its quantity times its unit price. */
export function line(
  name: string,
  quantity: number,
  unitPrice: number,
  more: Pick<LineItem, "options" | "image"> = {},
): LineItem {
  return { name, quantity, unitPrice, total: quantity * unitPrice, ...more };
}

export const stationery: readonly LineItem[] = [
  line("Letterhead, printed", 500, 22, {
    options: ["A4", "Wove 120 g", "Two inks"],
    image: { src: "/static/letterhead.png", alt: "Letterhead" },
  }),
  line("Cloth notebook", 6, 1450, {
    options: ["Cobalt", "A5", "Dotted"],
    image: { src: "/static/notebook.png", alt: "Blue notebook" },
  }),
  line("Envelopes, lined", 2, 1800, {
    options: ["C6", "Box of 50"],
    image: { src: "/static/envelope.png", alt: "Envelope" },
  }),
];

const papers = ["Wove", "Laid", "Cotton", "Kraft"];
const weights = ["90 g", "120 g", "160 g", "220 g", "300 g"];

/** Forty lines, each different. */
export const fortyLines: readonly LineItem[] = Array.from({ length: 40 }, (_, index) => {
  const paper = papers[index % papers.length] ?? "";
  const weight = weights[index % weights.length] ?? "";
  return line(`${paper} sheets, batch ${index + 1}`, (index % 7) + 1, 450 + index * 35, {
    options: [weight, index % 2 === 0 ? "A4" : "SRA3"],
  });
});

/** What lines come to. */
export function sumOf(lines: readonly LineItem[]): number {
  return lines.reduce((sum, { total }) => sum + total, 0);
}
