import type { ViteDevServer } from "vite";
import type { InboxLease } from "./inbox-lease.ts";

/** Makes Vite, where it prints its own addresses, print the inbox's with them. */
export function announceInbox(server: ViteDevServer, lease: InboxLease | undefined): void {
  if (!lease) return;
  const { printUrls } = server;
  server.printUrls = () => {
    printUrls.call(server);
    server.config.logger.info(`  ➜  Inbox:   ${lease.smtpUrl}`);
  };
}
