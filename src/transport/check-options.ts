import type {
  PostmarkTransportOptions,
  ServerTokenOptions,
  SmtpTokenOptions,
  UrlOptions,
} from "./postmark-options.ts";

type OptionName = keyof ServerTokenOptions | keyof SmtpTokenOptions | keyof UrlOptions;

/** Every option, as a table so that the compiler says when one is missing. */
const names: Readonly<Record<OptionName, true>> = {
  serverToken: true,
  accessKey: true,
  secretKey: true,
  url: true,
  password: true,
  tokenHeader: true,
  host: true,
  port: true,
  streamType: true,
  tls: true,
  maxConnections: true,
  maxMessagesPerConnection: true,
  idleTimeoutMs: true,
  timeoutMs: true,
  finalDotTimeoutMs: true,
  retries: true,
  maxMessagesPerSecond: true,
  closeGraceMs: true,
  onEvent: true,
  onDialogue: true,
  clock: true,
  random: true,
};

/** Which options a form of credentials leaves no room for. */
const excluded: readonly (readonly [OptionName, readonly OptionName[]])[] = [
  ["url", ["serverToken", "accessKey", "secretKey", "password", "tokenHeader", "host", "port"]],
  ["accessKey", ["serverToken", "password", "tokenHeader"]],
  ["secretKey", ["serverToken", "password", "tokenHeader"]],
];

/**
 * Checks, for those who do not compile with types, that the options are known and of one form.
 *
 * @throws {TypeError} that names the option
 */
export function checkOptions(options: PostmarkTransportOptions): void {
  if (typeof options !== "object" || options === null) {
    throw new TypeError("Options must be an object such as { serverToken } or { url }");
  }
  for (const name of Object.keys(options)) {
    if (!Object.hasOwn(names, name)) throw new TypeError(reasonIsUnknown(name));
  }
  for (const [name, others] of excluded) {
    if (options[name] === undefined) continue;
    const other = others.find((candidate) => options[candidate] !== undefined);
    if (other) {
      throw new TypeError(
        `Option '${other}' cannot stand beside '${name}'; give one form of credentials: { serverToken }, { accessKey, secretKey } or { url }`,
      );
    }
  }
  const { streamType } = options;
  if (streamType !== undefined && streamType !== "transactional" && streamType !== "broadcast") {
    throw new TypeError(`Option 'streamType' must be "transactional" or "broadcast"`);
  }
}

function reasonIsUnknown(name: string): string {
  if (name === "secure") {
    return "Option 'secure' is not known: Postmark offers no TLS from the first byte; STARTTLS is required without it";
  }
  return `Option '${name}' is not known; the options are ${Object.keys(names).join(", ")}`;
}
