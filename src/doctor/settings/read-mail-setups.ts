/** Where settings are read from, such as `process.env`. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** What one group of variables says about mail, by whatever names its framework has for it. */
export interface MailSetup {
  /** What the group is called by: `SMTP_*`, or the name of a variable that holds an address. */
  readonly name: string;
  readonly host?: string | undefined;
  readonly service?: string | undefined;
  readonly port?: string | undefined;
  /** Value that asks for TLS: "true", "ssl", "smtps". */
  readonly secure?: string | undefined;
  readonly requireTls?: string | undefined;
  readonly user?: string | undefined;
  readonly password?: string | undefined;
  readonly stream?: string | undefined;
}

type Part = Exclude<keyof MailSetup, "name">;

/** How the ends of variables' names are called, the longest first. */
const endings: readonly (readonly [RegExp, Part])[] = [
  [/_(?:HOST_)?(?:AUTH_)?(?:USER_?NAME|USER|LOGIN)$/, "user"],
  [/_(?:HOST_)?(?:AUTH_)?(?:PASSWORD|PASS)$/, "password"],
  [/_(?:REQUIRE_?TLS|START_?TLS_REQUIRED)$/, "requireTls"],
  [/_(?:SECURE|USE_SSL|SSL|ENCRYPTION|SCHEME|TLS_MODE)$/, "secure"],
  [/_(?:MESSAGE_)?STREAM(?:_ID)?$/, "stream"],
  [/_SERVICE$/, "service"],
  [/_PORT$/, "port"],
  [/_(?:HOST_?NAME|HOST|SERVER|ADDRESS)$/, "host"],
];

/** Reads every group of variables that sends mail to Postmark over SMTP. */
export function readMailSetups(env: Environment): readonly MailSetup[] {
  const groups = new Map<string, Partial<Record<Part, string>>>();
  const addresses: MailSetup[] = [];
  for (const [name, value] of Object.entries(env)) {
    if (!value?.trim()) continue;
    const setup = readAddress(name, value.trim());
    if (setup) {
      addresses.push(setup);
      continue;
    }
    const ending = endings.find(([pattern]) => pattern.test(name.toUpperCase()));
    if (!ending) continue;
    const prefix = name.toUpperCase().replace(ending[0], "");
    groups.set(prefix, { ...groups.get(prefix), [ending[1]]: value });
  }
  const named = [...groups].map(([prefix, group]) => ({ name: `${prefix}_*`, ...group }));
  return [...named, ...addresses].filter(isPostmark);
}

function isPostmark({ host, service }: MailSetup): boolean {
  return (
    /(^|\.)postmarkapp\.com$/i.test(host?.trim() ?? "") || /^postmark$/i.test(service?.trim() ?? "")
  );
}

function readAddress(name: string, value: string): MailSetup | undefined {
  if (!/^[a-z+]*smtps?:\/\//i.test(value) || !URL.canParse(value)) return undefined;
  // Only the parts behind a scheme that URL knows are taken apart by its rules.
  const url = new URL(value.replace(/^[a-z+]*?(smtps?):/i, "$1:"));
  return {
    ...{ name, host: url.hostname.toLowerCase() },
    ...(url.port && { port: url.port }),
    ...(url.protocol === "smtps:" && { secure: "smtps" }),
    ...(url.username && { user: decode(url.username) }),
    ...(url.password && { password: decode(url.password) }),
  };
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
