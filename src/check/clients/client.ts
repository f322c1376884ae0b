/** A mail client that may count. */
export type Client =
  | "gmail"
  | "outlook-windows"
  | "outlook.com"
  | "apple-mail-ios"
  | "apple-mail-macos"
  | "yahoo"
  | "samsung"
  | "thunderbird"
  | "proton"
  | "gmx";

/** Where caniemail keeps a client: the family, and those of its platforms that count. */
export interface ClientPlace {
  /** Clients of one family are told as one. */
  readonly family: string;
  readonly key: string;
  readonly platforms: readonly string[];
}

/** All clients. */
export const clients: Readonly<Record<Client, ClientPlace>> = {
  gmail: {
    family: "Gmail",
    key: "gmail",
    platforms: ["desktop-webmail", "ios", "android"],
  },
  "outlook-windows": { family: "Outlook for Windows", key: "outlook", platforms: ["windows"] },
  "outlook.com": { family: "Outlook.com", key: "outlook", platforms: ["outlook-com"] },
  "apple-mail-ios": { family: "Apple Mail", key: "apple-mail", platforms: ["ios"] },
  "apple-mail-macos": { family: "Apple Mail", key: "apple-mail", platforms: ["macos"] },
  yahoo: { family: "Yahoo", key: "yahoo", platforms: ["desktop-webmail", "ios", "android"] },
  samsung: { family: "Samsung Email", key: "samsung-email", platforms: ["android"] },
  thunderbird: { family: "Thunderbird", key: "thunderbird", platforms: ["macos"] },
  proton: { family: "Proton Mail", key: "protonmail", platforms: ["desktop-webmail"] },
  gmx: { family: "GMX", key: "gmx", platforms: ["desktop-webmail"] },
};

/** Those that count unless the config says otherwise. */
export const defaultClients: readonly Client[] = [
  ...(["gmail", "outlook-windows", "outlook.com", "apple-mail-ios"] as const),
  ...(["apple-mail-macos", "yahoo", "samsung"] as const),
];

/** Whether a name is one of a client. */
export function isClient(name: string): name is Client {
  return Object.hasOwn(clients, name);
}
