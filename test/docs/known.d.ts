// What the pages of the docs take as known: an app that has a shop.
import type { ComponentType } from "react";

interface Order {
  readonly id: string;
  readonly email: string;
  readonly placedAt: string;
}

/** A transaction of Drizzle, as far as the pages use it. */
interface Transaction {
  execute(query: unknown): Promise<unknown>;
  insert(table: unknown): { values(row: unknown): Promise<void> };
}

type Letterpress = typeof import("letterpress");
type Outboxes = typeof import("letterpress/outbox");

declare global {
  const createFormats: Letterpress["createFormats"];
  const createSender: Letterpress["createSender"];
  const render: Letterpress["render"];
  const createInbox: typeof import("letterpress/inbox").createInbox;
  const createOutbox: Outboxes["createOutbox"];
  const createPostmarkSearch: Outboxes["createPostmarkSearch"];
  const readFileSync: typeof import("node:fs").readFileSync;
  const join: typeof import("node:path").join;
  const expect: typeof import("vitest").expect;
  const i18next: typeof import("i18next").default;
  const Link: typeof import("@react-email/components").Link;
  const Section: typeof import("@react-email/components").Section;

  const sender: import("letterpress").Sender;
  const adasTransport: import("letterpress").Transport;
  const bobsTransport: import("letterpress").Transport;
  const orderConfirmation: import("letterpress").Email<{ readonly order: Order }>;
  const welcome: import("letterpress").Email<{
    readonly name: string;
    readonly count: number;
    readonly locale?: string;
  }>;
  const message: import("letterpress").SendInput;
  const outbox: import("letterpress/outbox").Outbox;
  const inbox: import("letterpress/inbox").Inbox;
  const api: import("letterpress/inbox").InboxApi;
  const mail: import("letterpress/inbox").InboxMessage;
  const AnyComponent: ComponentType;

  const db: { transaction(run: (tx: Transaction) => Promise<void>): Promise<void> };
  const orders: unknown;
  const order: Order;
  const user: { readonly language: string; readonly timeZone: string };
  const page: { getByLabel(label: string): { fill(value: string): Promise<void> } };
  const resources: Record<string, Record<string, Record<string, string>>>;
  const signal: AbortSignal;
  const to: string;
  const html: string;
  const text: string;
  const from: string;
  const url: string;
  const key: string;
  const id: string;
  const locale: string;
  const termsUrl: string;
  const adasToken: string;
  const bobsToken: string;
  function signUp(by: typeof sender, address: string): Promise<void>;
}
