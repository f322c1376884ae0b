import type { ViteDevServer } from "vite";
import type { InboxLease } from "./inbox/inbox-lease.ts";

/** Makes Vite, where it prints its own addresses, print the preview's and the inbox's with them. */
export function announceAddresses(
  server: ViteDevServer,
  base: string,
  lease: InboxLease | undefined,
): void {
  const { printUrls } = server;
  server.printUrls = () => {
    printUrls.call(server);
    const { logger } = server.config;
    const origin = server.resolvedUrls?.local[0];
    if (base !== "/" && origin) logger.info(`  ➜  Emails:  ${new URL(base, origin).href}`);
    if (lease) logger.info(`  ➜  Inbox:   ${lease.smtpUrl}`);
  };
}
