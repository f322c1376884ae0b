import { resolve } from "node:path";
import type { ConfiguredOutbox } from "../../../src/check/define-config.ts";
import type { Environment } from "../../../src/sender/read-env.ts";

/** An outbox that is shown. */
export interface OutboxPlace {
  readonly url: string;
  readonly schema: string | undefined;
  /** Whether it is the preview's own: only that is written to, but for what a person asks for. */
  readonly isOwn: boolean;
  /** Which one it is, in words. Holds no password. */
  readonly words: string;
}

/** @throws {TypeError} that names what is wrong with the option */
export function checkOutboxOption(option: ConfiguredOutbox | false | undefined): void {
  if (option === false || option === undefined) return;
  const { url, schema } = (option ?? {}) as Partial<Record<keyof ConfiguredOutbox, unknown>>;
  if (typeof url !== "string" || !/^(postgres(ql)?:\/\/|embedded(:.|$))/.test(url)) {
    throw new TypeError(
      "Cannot start the preview: 'outbox.url' must be postgres://…, embedded, or embedded: and a folder",
    );
  }
  if (schema !== undefined && (typeof schema !== "string" || schema === "")) {
    throw new TypeError("Cannot start the preview: 'outbox.schema' must be the name of a schema");
  }
}

/**
 * Where the outbox is: as the option says, else the project's config, else `DATABASE_URL`.
 *
 * @param root the project's folder
 * @param ownFolder where the preview's own outbox is kept
 * @returns `undefined` when none is named
 */
export function toOutboxPlace(
  option: ConfiguredOutbox | false | undefined,
  env: Environment,
  { root, ownFolder }: { readonly root: string; readonly ownFolder: string },
): OutboxPlace | undefined {
  if (option === false) return undefined;
  const url = option?.url ?? env.DATABASE_URL;
  if (!url) return undefined;
  const schema = option?.schema;
  if (url === "embedded") {
    const words = "the preview's own outbox";
    return { url: `embedded:${ownFolder}`, schema, isOwn: true, words };
  }
  if (url.startsWith("embedded:")) {
    const folder = url.slice("embedded:".length);
    return { url: `embedded:${resolve(root, folder)}`, schema, isOwn: false, words: folder };
  }
  return { url, schema, isOwn: false, words: describeUrl(url) };
}

function describeUrl(url: string): string {
  if (!URL.canParse(url)) return "a database";
  const { hostname, pathname } = new URL(url);
  const name = decodeURIComponent(pathname.slice(1)) || "the default database";
  return `${name} on ${hostname || "this machine"}`;
}
