import { expect, test } from "vitest";
import { createFindings } from "../../../../preview/app/data/findings.ts";
import type { EmailFindings, EmailQuery } from "../../../../preview/protocol/index.ts";

const query: EmailQuery = { id: "order", variant: "default", locale: null, props: null };

function answer(revision: number): EmailFindings {
  return {
    ...{ id: "order", variant: "default", revision, status: "checked", findings: [], allowed: [] },
    scope: { ruleCount: 1, clients: ["Gmail"], supportDate: "2025-01-01", off: [] },
  };
}

/** A server that answers when it is told to. */
function openServer() {
  const asked: { query: EmailQuery; answer: (value: EmailFindings) => void; gone: AbortSignal }[] =
    [];
  const findings = createFindings(
    (question, { signal } = {}) =>
      new Promise((resolve) => {
        asked.push({
          query: question,
          gone: signal as AbortSignal,
          answer: (value) => resolve({ ok: true, value }),
        });
      }),
  );
  return { asked, findings };
}

const settled = () => new Promise((resolve) => setImmediate(resolve));

test("old findings stay until those of the change are there", async () => {
  const { asked, findings } = openServer();
  findings.watch(query);
  expect(findings.read(query)).toMatchObject({ findings: null, loading: true });
  asked[0]?.answer(answer(1));
  await settled();
  expect(findings.read(query)).toMatchObject({ findings: { revision: 1 }, loading: false });
  findings.invalidate(["other"]);
  expect(asked).toHaveLength(1);
  findings.invalidate(["order"]);
  expect(findings.read(query)).toMatchObject({ findings: { revision: 1 }, loading: true });
  asked[1]?.answer(answer(2));
  await settled();
  expect(findings.read(query)).toMatchObject({ findings: { revision: 2 }, loading: false });
});

test("an answer that a save has overtaken is not shown", async () => {
  const { asked, findings } = openServer();
  findings.watch(query);
  findings.invalidate(null);
  expect(asked[0]?.gone.aborted).toBe(true);
  asked[1]?.answer(answer(2));
  asked[0]?.answer(answer(1));
  await settled();
  expect(findings.read(query).findings?.revision).toBe(2);
});

test("one question answers all who watch, and ends with the last of them", () => {
  const { asked, findings } = openServer();
  const stops = [findings.watch(query), findings.watch(query)];
  expect(asked).toHaveLength(1);
  stops[0]?.();
  expect(asked[0]?.gone.aborted).toBe(false);
  stops[1]?.();
  expect(asked[0]?.gone.aborted).toBe(true);
  findings.invalidate(null);
  expect(asked).toHaveLength(1);
});

test("counts are kept as they are told", () => {
  const { findings } = openServer();
  findings.setCount({ id: "order", errors: 1, warnings: 0, notes: 0 });
  findings.setCount({ id: "order", errors: 0, warnings: 2, notes: 0 });
  expect([...findings.counts.get().values()]).toEqual([
    { id: "order", errors: 0, warnings: 2, notes: 0 },
  ]);
});
