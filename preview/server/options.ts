import { isAbsolute, join } from "node:path";
import { normalizePath } from "vite";
import type { ConfiguredOutbox } from "../../src/check/define-config.ts";
import type { CheckOptions } from "../../src/check/options.ts";
import { toWebhook } from "../../src/inbox/webhooks/resolve-webhook.ts";
import type { InboxWebhook } from "../../src/inbox/webhooks/webhook-options.ts";
import type { AddressInput } from "../../src/message/message.ts";
import { checkOutboxOption } from "./activity/outbox-place.ts";
import { findInboxFolder } from "./inbox/inbox-folder.ts";
import { findPhoneAddress } from "./phone/phone-address.ts";
import { whyNoSender } from "./send/sender-address.ts";

/** Options of `letterpress()`; the same may stand in Vite's config under `letterpress`. */
export interface LetterpressOptions {
  /** Folder of the emails, relative to Vite's root. @default "emails" */
  readonly emailsDir?: string | undefined;
  /**
   * Where the preview stands on the server. Below a path, the rest of the server is the app's; at
   * `/`, the preview has the server to itself, as under `letterpress dev`.
   *
   * @default "/__letterpress"
   */
  readonly base?: string | undefined;
  /**
   * Port of the inbox's SMTP server on 127.0.0.1; 0 takes a free one.
   *
   * @default 2525, or the next free one
   */
  readonly smtpPort?: number | undefined;
  /** `false`: no inbox and no SMTP server. @default true */
  readonly inbox?: boolean | undefined;
  /**
   * Folder that the inbox keeps its mail in, relative to Vite's root; `false` keeps it in memory.
   *
   * @default "node_modules/.cache/letterpress/inbox", or ".letterpress/inbox" where the root has no `node_modules` of its own
   */
  readonly inboxFolder?: string | false | undefined;
  /**
   * Addresses that are told by webhook what happens to the inbox's mail, as Postmark tells it. A user
   * and a password in an address are sent as basic auth.
   *
   * @default none
   */
  readonly webhooks?: readonly (string | InboxWebhook)[] | undefined;
  /**
   * How long one minute of Postmark's schedule of retries lasts in the inbox, ms.
   *
   * @default 60_000
   */
  readonly webhookMinuteMs?: number | undefined;
  /**
   * How long an email may render, ms, and load twice as long. One that takes longer is ended, and
   * shown as one that never ends.
   *
   * @default 5000
   */
  readonly renderTimeoutMs?: number | undefined;
  /**
   * How emails are checked.
   *
   * @default what the project's `letterpress.config.ts` says
   */
  readonly checks?: CheckOptions | undefined;
  /**
   * Who emails are from that name no one, `Shop <orders@shop.example>`: in the line of an inbox, and
   * when they are sent from the preview.
   *
   * @default what the project's `letterpress.config.ts` says, else `MAIL_FROM`
   */
  readonly from?: AddressInput | undefined;
  /**
   * Shows emails to phones on the same network, each let in by a code: an IPv4 address of this
   * machine, or `"auto"` for the one it has on its network. They see emails, and nothing else.
   *
   * @default nothing but this machine reaches the preview
   */
  readonly phone?: string | undefined;
  /**
   * The outbox that Activity shows; `false` for none.
   *
   * @default what the project's `letterpress.config.ts` says, else the database of `DATABASE_URL`
   */
  readonly outbox?: ConfiguredOutbox | false | undefined;
}

/** Options with their defaults, and absolute paths. */
export interface ResolvedOptions {
  /** Absolute, with forward slashes. */
  readonly emailsDir: string;
  /** From slash to slash. */
  readonly base: string;
  /** `undefined`: whichever is free. */
  readonly smtpPort: number | undefined;
  readonly inbox: boolean;
  /** Absolute; `undefined`: in memory. */
  readonly inboxFolder: string | undefined;
  readonly webhooks: readonly InboxWebhook[];
  readonly webhookMinuteMs: number | undefined;
  readonly renderTimeoutMs: number;
  readonly checks: CheckOptions | undefined;
  /** One address of this machine; `undefined`: no phone is let in. */
  readonly phone: string | undefined;
  /** `undefined`: as the config or the environment says. */
  readonly from: AddressInput | undefined;
  /** `undefined`: as the config or the environment says. */
  readonly outbox: ConfiguredOutbox | false | undefined;
}

const knownOptions = [
  ...["emailsDir", "base", "smtpPort", "inbox", "inboxFolder", "webhooks", "webhookMinuteMs"],
  ...["renderTimeoutMs", "checks", "from", "outbox", "phone"],
];

/** A name that no app takes for itself. */
const defaultBase = "/__letterpress";

/** Ten times what a large email takes on a slow machine. */
const defaultRenderTimeoutMs = 5_000;

/**
 * Puts the options together: what was said in Vite's config (where the command line speaks too)
 * wins over what was passed to the plugin.
 *
 * @throws {TypeError | RangeError} that names the option
 */
export function resolveOptions(
  root: string,
  passed: LetterpressOptions,
  inConfig: LetterpressOptions = {},
): ResolvedOptions {
  const said = Object.fromEntries(
    Object.entries(inConfig).filter(([, value]) => value !== undefined),
  );
  const {
    emailsDir = "emails",
    base = defaultBase,
    smtpPort,
    inbox = true,
    inboxFolder,
    webhooks = [],
    webhookMinuteMs,
    ...rest
  }: LetterpressOptions = { ...passed, ...said };
  const { renderTimeoutMs = defaultRenderTimeoutMs, checks, from, outbox, phone, ...others } = rest;
  const [unknown] = Object.keys(others);
  if (unknown !== undefined) {
    throw new TypeError(
      `Cannot start the preview: '${unknown}' is no option of letterpress(); the options are ${knownOptions.join(", ")}`,
    );
  }
  if (typeof emailsDir !== "string" || emailsDir === "") {
    throw new TypeError(`Cannot start the preview: 'emailsDir' must be a folder's path`);
  }
  if (typeof base !== "string" || !/^\/(?:[\w.~-]+\/?)*$/.test(base)) {
    throw new TypeError(
      `Cannot start the preview: 'base' must be a path such as "${defaultBase}", or "/", got ${JSON.stringify(base)}`,
    );
  }
  if (smtpPort !== undefined && !isPort(smtpPort)) {
    throw new RangeError(
      `Cannot start the preview: 'smtpPort' must be an integer from 0 to 65535, got ${smtpPort}`,
    );
  }
  if (typeof inbox !== "boolean") {
    throw new TypeError(`Cannot start the preview: 'inbox' must be true or false, got ${inbox}`);
  }
  if (inboxFolder === "" || !["string", "undefined"].includes(typeof (inboxFolder || undefined))) {
    throw new TypeError(
      `Cannot start the preview: 'inboxFolder' must be a folder's path or false, got ${inboxFolder}`,
    );
  }
  if (!Number.isFinite(renderTimeoutMs) || renderTimeoutMs <= 0) {
    throw new RangeError(
      `Cannot start the preview: 'renderTimeoutMs' must be a number above 0, got ${renderTimeoutMs}`,
    );
  }
  if (webhookMinuteMs !== undefined && !(webhookMinuteMs >= 0 && webhookMinuteMs <= 60_000)) {
    throw new RangeError(
      `Cannot start the preview: 'webhookMinuteMs' must be from 0 to 60000, got ${webhookMinuteMs}`,
    );
  }
  const noSender = from === undefined ? undefined : whyNoSender(from);
  if (noSender !== undefined) {
    throw new TypeError(`Cannot start the preview: 'from' ${noSender}`);
  }
  if (phone !== undefined && (typeof phone !== "string" || phone === "")) {
    throw new TypeError(
      `Cannot start the preview: 'phone' must be an IPv4 address of this machine or "auto", got ${JSON.stringify(phone)}`,
    );
  }
  checkOutboxOption(outbox);
  const folder = isAbsolute(emailsDir) ? emailsDir : join(root, emailsDir);
  return {
    emailsDir: normalizePath(folder).replace(/\/+$/, ""),
    inboxFolder: findInboxFolder(root, inboxFolder),
    base: base.endsWith("/") ? base : `${base}/`,
    ...{ smtpPort, inbox, renderTimeoutMs, checks, webhookMinuteMs, from, outbox },
    phone: phone === undefined ? undefined : findPhoneAddress(phone),
    webhooks: webhooks.map(toWebhook),
  };
}

function isPort(value: unknown): boolean {
  return Number.isInteger(value) && Number(value) >= 0 && Number(value) <= 65_535;
}
