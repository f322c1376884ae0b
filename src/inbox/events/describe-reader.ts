/** A program, as Postmark names one. */
export interface ReaderName {
  readonly Name: string;
  readonly Company: string;
  readonly Family: string;
}

/** What is known of anyone who opened a message or followed a link. */
export interface Reader {
  readonly Client: ReaderName;
  readonly OS: ReaderName;
  readonly Platform: "Desktop" | "Mobile" | "WebMail" | "Unknown";
  /** Loopback has no place on the map. */
  readonly Geo: Readonly<Record<string, never>>;
}

interface Sign {
  readonly like: RegExp;
  readonly family: string;
  readonly company: string;
}

/** The first that fits; those that name others too stand before them. */
const clients: readonly Sign[] = [
  { like: /GoogleImageProxy/, family: "Gmail", company: "Google Inc." },
  { like: /Thunderbird\/(\d+)/, family: "Thunderbird", company: "Mozilla Foundation" },
  { like: /Microsoft Outlook (\d+)/, family: "Outlook", company: "Microsoft Corporation" },
  { like: /Edg\w*\/(\d+)/, family: "Edge", company: "Microsoft Corporation" },
  { like: /Firefox\/(\d+)/, family: "Firefox", company: "Mozilla Foundation" },
  { like: /Chrome\/(\d+)/, family: "Chrome", company: "Google Inc." },
  { like: /Version\/(\d+).*Safari\//, family: "Safari", company: "Apple Inc." },
  { like: /AppleWebKit\/(\d+)/, family: "Apple Mail", company: "Apple Inc." },
];

const systems: readonly Sign[] = [
  { like: /iPhone OS (\d+)|iPad.*OS (\d+)/, family: "iOS", company: "Apple Computer, Inc." },
  { like: /Android (\d+)/, family: "Android", company: "Google, Inc." },
  { like: /Windows NT (\d+)/, family: "Windows", company: "Microsoft Corporation." },
  { like: /Mac OS X (\d+)/, family: "OS X", company: "Apple Computer, Inc." },
  { like: /Linux/, family: "Linux", company: "Canonical Ltd." },
];

/** Reads a User-Agent as far as a local Postmark needs it: the family, its version, the kind of device. */
export function describeReader(userAgent: string): Reader {
  const Client = nameOf(clients, userAgent);
  const OS = nameOf(systems, userAgent);
  const isMobile = OS.Family === "iOS" || OS.Family === "Android";
  const Platform =
    Client.Family === "Gmail"
      ? "WebMail"
      : isMobile
        ? "Mobile"
        : OS.Family === "unknown"
          ? "Unknown"
          : "Desktop";
  return { Client, OS, Platform, Geo: {} };
}

function nameOf(signs: readonly Sign[], userAgent: string): ReaderName {
  for (const { like, family, company } of signs) {
    const found = like.exec(userAgent.slice(0, 500));
    if (!found) continue;
    const version = found.slice(1).find(Boolean);
    return {
      Name: version === undefined ? family : `${family} ${version}`,
      ...{ Company: company, Family: family },
    };
  }
  return { Name: "unknown", Company: "unknown", Family: "unknown" };
}
