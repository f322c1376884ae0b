import { describe, expect, test } from "vitest";
import { isDeliveryError } from "../../src/errors.ts";
import { createCertificate } from "../../src/inbox/smtp/certificate.ts";
import { openFaultServer, openTransport, rejection } from "./cleanup.ts";
import { createFakeClock } from "./fake-clock.ts";
import type { Act, Circumstances } from "./fault-server.ts";
import { makeMessage } from "./messages.ts";
import { inVirtualTime } from "./virtual-time.ts";

const [ada, ben, eve] = ["ada@example.com", "ben@example.com", "eve@example.com"] as const;

/** What a delivery to three fails with, and how often it was tried. */
async function failWith(act: (now: Circumstances) => Act | undefined, options: object = {}) {
  const server = await openFaultServer({ act, ...options });
  const { clock } = createFakeClock();
  const to = [ada, ben, eve].map((address) => ({ address }));
  const { result: error } = await inVirtualTime(async () => {
    const transport = openTransport({ url: server.url, clock });
    const reason = await rejection(transport.deliver(makeMessage({ to })));
    // It may still wait for an answer to RSET.
    await transport.close();
    return reason;
  });
  if (!isDeliveryError(error)) throw error;
  expect(error.outcome).toBe("not-sent");
  expect(server.record.taken).toEqual([]);
  return { error, tries: server.record.total };
}

const no = "550 5.1.1 no such user";
const later = "450 4.2.1 full";

/** Answers each recipient with what the table says, and does `next` after the last of them. */
function answer(replies: Readonly<Record<string, string>>, next: "close" | "reset" | "silence") {
  const last = Object.keys(replies).at(-1);
  return ({ moment, recipient = "" }: Circumstances): Act | undefined => {
    const reply = moment === "rcpt" ? replies[recipient] : undefined;
    if (reply === undefined) return undefined;
    return recipient === last ? { reply, next } : { reply };
  };
}

describe.each(["close", "reset", "silence"] as const)("a refusal and then %s", (next) => {
  test("of the sender: the message's fault, in the server's words, once", async () => {
    const reply = "550 5.7.1 not this sender";
    const { error, tries } = await failWith(({ moment }) =>
      moment === "mail" ? { reply, next } : undefined,
    );
    const facts = { kind: "rejected", stage: "mail", transient: false, response: reply };
    expect(error).toMatchObject({ ...facts, smtpCode: 550, enhancedCode: "5.7.1" });
    expect(tries).toBe(1);
  });

  test("of every recipient: each with its reply, once", async () => {
    const { error, tries } = await failWith(answer({ [ada]: no, [ben]: no, [eve]: no }, next));
    expect(error).toMatchObject({ kind: "recipients", transient: false, smtpCode: 550 });
    expect(error.message).toContain(`refused all 3 recipients ("${no}")`);
    expect(error.rejected.map(({ address }) => address)).toEqual([ada, ben, eve]);
    expect(tries).toBe(1);
  });

  test("of the first recipient, with no word about the others", async () => {
    const { error, tries } = await failWith(answer({ [ada]: no }, next));
    expect(error).toMatchObject({ kind: "recipients", stage: "rcpt", transient: false });
    expect(error.message).toContain(`refused 1 of 3 recipients ("${no}")`);
    expect(error.message).not.toContain(ada);
    expect(error.rejected).toEqual([
      { address: ada, smtpCode: 550, enhancedCode: "5.1.1", response: no, transient: false },
    ]);
    expect(tries).toBe(1);
  });

  test("of one after it took another: nothing was accepted", async () => {
    const { error, tries } = await failWith(answer({ [ada]: "250 2.1.5 ok", [ben]: no }, next));
    expect(error).toMatchObject({ kind: "recipients", transient: false, smtpCode: 550 });
    expect(error.rejected.map(({ address }) => address)).toEqual([ben]);
    expect(tries).toBe(1);
  });

  test("for now of the last recipient is tried again", async () => {
    const replies = { [ada]: no, [ben]: no, [eve]: later };
    const { error, tries } = await failWith(answer(replies, next));
    expect(error).toMatchObject({ kind: "recipients", transient: true, smtpCode: 450 });
    expect(tries).toBe(4);
  });

  test("for now of the first recipient is tried again", async () => {
    const { error, tries } = await failWith(answer({ [ada]: later }, next));
    expect(error).toMatchObject({ kind: "recipients", transient: true, response: later });
    expect(tries).toBe(4);
  });

  test("of DATA: the message's fault", async () => {
    const { error, tries } = await failWith(({ moment }) =>
      moment === "data" ? { reply: "554 5.7.1 no", next } : undefined,
    );
    expect(error).toMatchObject({ kind: "rejected", stage: "data", transient: false });
    expect(tries).toBe(1);
  });

  test("of the message: it is not in doubt", async () => {
    const { error, tries } = await failWith(({ moment }) =>
      moment === "dot" ? { reply: "554 5.7.1 spam", next } : undefined,
    );
    expect(error).toMatchObject({ kind: "rejected", stage: "final-dot", transient: false });
    expect(tries).toBe(1);
  });
});

test.each([
  ["in one of its lines", "550-5.1.1 no such\r\n550-5.1.1 user", "550-5.1.1 no such 5.1.1 user"],
  ["after its first line", "550-5.1.1 no such user", "550-5.1.1 no such user"],
])("a refusal that is cut %s is known by its code", async (_, reply, response) => {
  const { error, tries } = await failWith(answer({ [ada]: reply }, "close"));
  expect(error).toMatchObject({ transient: false, smtpCode: 550, response });
  expect(tries).toBe(1);
});

test("a refusal is heard over TLS too", async () => {
  const tls = await createCertificate();
  const { error, tries } = await failWith(answer({ [ada]: no }, "reset"), { tls });
  expect(error).toMatchObject({ kind: "recipients", transient: false, response: no });
  expect(tries).toBe(1);
});

test("a 421 among the refusals speaks of the connection, and is tried again", async () => {
  const { error, tries } = await failWith(
    answer({ [ada]: no, [ben]: "421 4.3.2 goodbye" }, "reset"),
  );
  expect(error).toMatchObject({ kind: "connection", transient: true, smtpCode: 421 });
  expect(tries).toBe(4);
});

test("recipients that were taken before the end are no refusal: the connection was lost", async () => {
  const { error, tries } = await failWith(answer({ [ada]: "250 ok", [ben]: "250 ok" }, "close"));
  expect(error).toMatchObject({ kind: "connection", stage: "rcpt", transient: true });
  expect(tries).toBe(4);
});

test("one refused recipient does not make a lost answer a refusal: it stays unknown", async () => {
  const server = await openFaultServer({
    act: ({ moment, recipient }) => {
      if (moment === "dot") return { keepAnd: "reset" };
      return recipient === ben ? { reply: no } : undefined;
    },
  });
  const to = [ada, ben].map((address) => ({ address }));
  const error = await rejection(openTransport({ url: server.url }).deliver(makeMessage({ to })));
  expect(error).toMatchObject({ kind: "connection", stage: "final-dot", outcome: "unknown" });
  expect(server.record.taken).toHaveLength(1);
});
