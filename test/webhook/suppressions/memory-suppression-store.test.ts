import { createMemorySuppressionStore } from "letterpress/webhook";
import { testSuppressionStore } from "./suppression-store.contract.ts";

testSuppressionStore("memory", async () => ({ store: createMemorySuppressionStore() }));
