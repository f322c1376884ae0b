import { testWebhookStore } from "../webhook/store/webhook-store.contract.ts";
import { testSuppressionStore } from "../webhook/suppressions/suppression-store.contract.ts";
import { openTestOutbox } from "./open-outbox.ts";

testWebhookStore("PostgreSQL", async () => {
  const { outbox, again } = await openTestOutbox();
  return { store: outbox.webhookStore, again: async () => again().webhookStore };
});

testSuppressionStore("PostgreSQL", async () => {
  const { outbox, again } = await openTestOutbox();
  return { store: outbox.suppressionStore, again: async () => again().suppressionStore };
});
