import { connect as connectTls } from "node:tls";
import { isDeliveryError } from "letterpress";
import type { FaultAction, Inbox, InboxOptions } from "letterpress/inbox";
import { describe, expect, test } from "vitest";
import { createFaultPlan } from "../../src/inbox/faults/fault-plan.ts";
import { openInbox } from "./open-inbox.ts";
import { rawMessage } from "./raw-message.ts";
import { logIn, sendRaw } from "./send-raw.ts";
import { openSmtpSession, startData } from "./smtp-session.ts";

/** A dialogue of one message; what was read, the last line "(cut)" when the server hung up. */
async function dialogue(
  inbox: Inbox,
  { from = "s@example.com", to = "a@example.com" } = {},
): Promise<readonly string[]> {
  const replies: string[] = [];
  try {
    const session = await openSmtpSession(inbox.port);
    for (const line of [
      "EHLO c.test",
      `MAIL FROM:<${from}>`,
      `RCPT TO:<${to}>`,
      "DATA",
      "x\r\n.",
    ]) {
      replies.push((await session.say(line)).slice(0, 3));
    }
  } catch {
    replies.push("(cut)");
  }
  return replies;
}

async function openFaulty(
  stage: NonNullable<InboxOptions["faults"]>[number]["when"]["stage"],
  action: FaultAction,
): Promise<Inbox> {
  return openInbox({ faults: [{ when: { stage }, do: action }] });
}

describe("a reply fault", () => {
  test.each([
    ["mail", 450, ["250", "450"]],
    ["mail", 421, ["250", "421", "(cut)"]],
    ["rcpt", 550, ["250", "250", "550", "503", "500"]],
    ["data", 451, ["250", "250", "250", "451"]],
    ["final-dot", 552, ["250", "250", "250", "354", "552"]],
  ] as const)("at %s answers %i", async (stage, reply, expected) => {
    const inbox = await openFaulty(stage, { reply });
    const replies = await dialogue(inbox);
    expect(replies.slice(0, expected.length)).toEqual(expected);
    expect(inbox.list()).toEqual([]);
  });

  test("at connect takes the place of the greeting", async () => {
    const inbox = await openFaulty("connect", { reply: 421, text: "Busy" });
    const session = await openSmtpSession(inbox.port, { greeting: /^421 Busy/ });
    await session.ended;
  });

  test("at auth answers the login, and its text is the one given", async () => {
    const inbox = await openFaulty("auth", { reply: 454, text: "Try later" });
    const session = await openSmtpSession(inbox.port);
    await session.say("EHLO c.test");
    expect(await logIn(session, "u", "p")).toBe("454 4.7.0 Try later");
    expect(await logIn(session, "u", "p")).toMatch(/^454/);
  });

  test("after the dot can leave the message stored", async () => {
    const inbox = await openFaulty("final-dot", { reply: 451, stored: true });
    expect((await dialogue(inbox)).at(-1)).toBe("451");
    expect(inbox.list()).toHaveLength(1);
  });
});

describe("a dropped connection", () => {
  test.each([
    ["connect", ["(cut)"], 0],
    ["mail", ["250", "(cut)"], 0],
    ["rcpt", ["250", "250", "(cut)"], 0],
    ["data", ["250", "250", "250", "(cut)"], 0],
    ["body", ["250", "250", "250", "354", "(cut)"], 0],
    ["final-dot", ["250", "250", "250", "354", "(cut)"], 1],
  ] as const)("at %s", async (stage, expected, stored) => {
    const inbox = await openFaulty(stage, { drop: true });
    expect(await dialogue(inbox)).toEqual(expected);
    expect(inbox.list()).toHaveLength(stored);
  });

  test("at the login", async () => {
    const inbox = await openFaulty("auth", { drop: true });
    const session = await openSmtpSession(inbox.port);
    await session.say("EHLO c.test");
    await expect(logIn(session, "u", "p")).rejects.toThrow("ended the connection");
    await session.ended;
  });

  test("after the dot can lose the message", async () => {
    const inbox = await openFaulty("final-dot", { drop: true, stored: false });
    expect((await dialogue(inbox)).at(-1)).toBe("(cut)");
    expect(inbox.list()).toEqual([]);
  });

  test("in the middle of a long message", async () => {
    const inbox = await openFaulty("body", { drop: true });
    const session = await openSmtpSession(inbox.port);
    await startData(session);
    session.write(`${"x".repeat(998)}\r\n`.repeat(100));
    await session.ended;
    expect(inbox.list()).toEqual([]);
  });
});

describe("a slow server", () => {
  test.each(["mail", "rcpt", "data", "body", "final-dot"] as const)(
    "at %s answers as usual, later",
    async (stage) => {
      const slept: number[] = [];
      const clock = { now: () => 0, sleep: async (ms: number) => void slept.push(ms) };
      const inbox = await openInbox({
        clock,
        faults: [{ when: { stage }, do: { delayMs: 30_000 } }],
      });
      expect(await dialogue(inbox)).toEqual(["250", "250", "250", "354", "250"]);
      expect(slept).toEqual([30_000]);
      expect(inbox.list()).toHaveLength(1);
    },
  );

  test("in its greeting, at STARTTLS and at the login answers as usual, later", async () => {
    const slept: number[] = [];
    const clock = { now: () => 0, sleep: async (ms: number) => void slept.push(ms) };
    const stages = ["connect", "tls", "auth"] as const;
    const faults = stages.map((stage, n) => ({ when: { stage }, do: { delayMs: 1_000 + n } }));
    const inbox = await openInbox({ clock, faults });
    const session = await openSmtpSession(inbox.port);
    await session.say("EHLO c.test");
    expect(await logIn(session, "u", "p")).toMatch(/^235 /);
    expect(await session.say("STARTTLS")).toMatch(/^220 /);
    expect(slept).toEqual([1_000, 1_002, 1_001]);
  });

  test("has stored the message before it waits with the last answer", async () => {
    const inbox = await openFaulty("final-dot", { delayMs: Number.POSITIVE_INFINITY });
    const session = await openSmtpSession(inbox.port);
    await startData(session);
    session.write(`${rawMessage()}.\r\n`);
    await inbox.waitFor(({ subject }) => subject === "Hello");
    await Promise.all([inbox.close(), session.ended]);
  });
});

describe("TLS that breaks", () => {
  async function secure(action: FaultAction) {
    const inbox = await openFaulty("tls", action);
    const session = await openSmtpSession(inbox.port);
    await session.say("EHLO c.test");
    const reply = await session.say("STARTTLS");
    const handshake = new Promise((resolve) => {
      const tls = connectTls({ socket: session.socket, rejectUnauthorized: false });
      tls.on("secureConnect", () => resolve("secured")).on("error", resolve);
    });
    return { reply, handshake, inbox };
  }

  test("refuses STARTTLS with a reply", async () => {
    const inbox = await openFaulty("tls", { reply: 454 });
    const session = await openSmtpSession(inbox.port);
    await session.say("EHLO c.test");
    expect(await session.say("STARTTLS")).toMatch(/^454 /);
    expect(await session.say("NOOP")).toMatch(/^250 /);
  });

  test("hangs up in the handshake", async () => {
    const { reply, handshake } = await secure({ drop: true });
    expect(reply).toMatch(/^220 /);
    expect(await handshake).toBeInstanceOf(Error);
  });

  test("answers the handshake with what is not TLS", async () => {
    const { handshake } = await secure({ garbage: true });
    expect(await handshake).toMatchObject({ code: expect.stringMatching(/^ERR_SSL/) });
  });

  test("is an error of the channel to the real transport, and passes", async () => {
    const inbox = await openInbox({
      faults: [{ when: { stage: "tls", first: 1 }, do: { garbage: true } }],
    });
    const transport = inbox.transport();
    const error = await transport.verify().catch((reason: unknown) => reason);
    expect(isDeliveryError(error) && error).toMatchObject({ kind: "tls", outcome: "not-sent" });
    await transport.verify();
    await transport.close();
  });

  test("is not there at all when STARTTLS is not offered", async () => {
    const session = await openSmtpSession((await openInbox({ startTls: false })).port);
    expect(await session.say("EHLO c.test")).not.toContain("STARTTLS");
    expect(await session.say("STARTTLS")).toMatch(/^500 /);
  });
});

describe("addresses at fault.test", () => {
  test.each([
    ["rcpt-450@fault.test", ["250", "250", "450"], 0],
    ["RCPT-552+any@Fault.Test", ["250", "250", "552"], 0],
    ["rcpt-drop@fault.test", ["250", "250", "(cut)"], 0],
    ["data-421@fault.test", ["250", "250", "250", "421", "(cut)"], 0],
    ["body-drop@fault.test", ["250", "250", "250", "354", "(cut)"], 0],
    ["dot-552@fault.test", ["250", "250", "250", "354", "552"], 0],
    ["dot-drop@fault.test", ["250", "250", "250", "354", "(cut)"], 1],
    ["dot-lost@fault.test", ["250", "250", "250", "354", "(cut)"], 0],
    ["dot-1ms@fault.test", ["250", "250", "250", "354", "250"], 1],
    ["rcpt-1ms@fault.test", ["250", "250", "250", "354", "250"], 1],
    ["body-450@fault.test", ["250", "250", "250", "354", "250"], 1],
    ["anyone@fault.test", ["250", "250", "250", "354", "250"], 1],
    ["rcpt-450@fault.example", ["250", "250", "250", "354", "250"], 1],
  ] as const)("%s", async (to, expected, stored) => {
    const inbox = await openInbox();
    expect((await dialogue(inbox, { to })).slice(0, expected.length)).toEqual(expected);
    expect(inbox.list()).toHaveLength(stored);
  });

  test("work as a sender too, which is how MAIL is dropped", async () => {
    const inbox = await openInbox();
    expect(await dialogue(inbox, { from: "mail-drop@fault.test" })).toEqual(["250", "(cut)"]);
    expect((await dialogue(inbox, { from: "dot-450@fault.test" })).at(-1)).toBe("450");
  });

  test("strike as often as they say, each tag by its own count", async () => {
    const inbox = await openInbox();
    const attempt = async (to: string) => (await dialogue(inbox, { to }))[2];
    const a = "rcpt-450-2x+a@fault.test";
    const b = "rcpt-450-2x+b@fault.test";
    expect([await attempt(a), await attempt(b), await attempt(a), await attempt(a)]).toEqual([
      "450",
      "450",
      "450",
      "250",
    ]);
  });

  test("leave the other recipients of the message alone", async () => {
    const inbox = await openInbox();
    const { envelope } = await sendRaw(inbox, { to: ["rcpt-550@fault.test", "ada@example.com"] });
    expect(envelope.to).toEqual(["ada@example.com"]);
  });
});

describe("a fault plan", () => {
  const rcpt = (to: string, from = "s@example.com") => ({ stage: "rcpt", from, to: [to] }) as const;

  test("matches addresses whole and in any case, and patterns anywhere", () => {
    const plan = createFaultPlan([
      { when: { stage: "rcpt", to: "Ada@example.com" }, do: { reply: 450 } },
      { when: { stage: "rcpt", to: /@slow\./g, from: /^s@/ }, do: { delayMs: 1 } },
    ]);
    expect(plan.strike(rcpt("ada@EXAMPLE.com"))).toEqual({ reply: 450 });
    expect(plan.strike(rcpt("xada@example.com"))).toBeUndefined();
    expect(plan.strike(rcpt("a@slow.test"))).toEqual({ delayMs: 1 });
    expect(plan.strike(rcpt("a@slow.test"))).toEqual({ delayMs: 1 });
    expect(plan.strike(rcpt("a@slow.test", "other@example.com"))).toBeUndefined();
    expect(plan.strike({ ...rcpt("ada@example.com"), stage: "data" })).toBeUndefined();
  });

  test.each([
    [{ nth: 2 }, [false, true, false, false]],
    [{ first: 2 }, [true, true, false, false]],
    [{ every: 2 }, [false, true, false, true]],
    [{ every: 2, first: 3 }, [false, true, false, false]],
    [{}, [true, true, true, true]],
  ])("counts %j", (counts, expected) => {
    const plan = createFaultPlan([{ when: { stage: "rcpt", ...counts }, do: { drop: true } }]);
    const struck = expected.map(() => plan.strike(rcpt("a@example.com")) !== undefined);
    expect(struck).toEqual(expected);
  });

  test("asks a function, and the first rule that strikes wins", () => {
    const plan = createFaultPlan([
      { when: { stage: "rcpt", if: ({ to }) => to[0] === "b@example.com" }, do: {} },
      { when: { stage: "rcpt" }, do: { drop: true } },
    ]);
    expect(plan.strike(rcpt("a@example.com"))).toEqual({ drop: true });
    expect(plan.strike(rcpt("b@example.com"))).toEqual({});
  });

  test("can grow and shrink while it is in use", async () => {
    const inbox = await openInbox();
    const remove = inbox.addFault({ when: { stage: "rcpt" }, do: { reply: 450 } });
    expect((await dialogue(inbox))[2]).toBe("450");
    remove();
    remove();
    expect((await dialogue(inbox))[2]).toBe("250");
  });

  test.each([
    [{ when: { stage: "rcpt", nth: 0 }, do: {} }, "'nth' must be an integer 1 or more, got 0"],
    [{ when: { stage: "rcpt" }, do: { reply: 250 } }, "'reply' must be from 400 to 599, got 250"],
    [{ when: { stage: "body" }, do: { reply: 450 } }, "no one reads a reply"],
  ] as const)("refuses %j", (fault, message) => {
    expect(() => createFaultPlan([fault])).toThrow(message);
  });
});
