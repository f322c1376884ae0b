import { expect, inject, test } from "vitest";
import type { AgentSources } from "../../preview/server/agent/agent-sources.ts";
import { outboxStatus } from "../../preview/server/agent/tools/outbox-tools.ts";

test("the tool of agents tells how the outbox of the environment stands", async () => {
  const sources = { outboxUrl: inject("databaseUrl") } as AgentSources;
  const answer = JSON.parse(String(await outboxStatus.run({}, sources)));
  expect(answer.open).toMatchObject({ held: expect.any(Number) });
});
