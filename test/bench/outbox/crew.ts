import { type ChildProcess, fork } from "node:child_process";
import type { Rival, Step } from "./rival.ts";
import { openers } from "./rivals.ts";

/** What a process of the crew is told to do. */
interface Order {
  readonly rival: string;
  readonly step: Step;
  readonly amount: number;
}

/** What it answers. */
interface Answer {
  readonly count?: number;
  readonly ms?: number;
  readonly error?: string;
}

/** Several processes that work on one database. */
export interface Crew {
  /** Lets the first so many processes share a step. @returns how many messages in a second */
  rate(order: Order, processes: number): Promise<number>;
  end(): void;
}

/** Starts it: this program again, with `--crew`. */
export async function startCrew(url: string, size: number): Promise<Crew> {
  const join = async () => {
    const child = fork(process.argv[1] ?? "", ["--crew", url], { execArgv: [] });
    await ask(child, undefined);
    return child;
  };
  const children = await Promise.all(Array.from({ length: size }, join));
  // One makes the tables, and installs what is not there.
  for (const rival of Object.keys(openers)) {
    await ask(children[0], { rival, step: "putIn", amount: 0 });
  }
  return {
    async rate(order, processes) {
      const share = Math.ceil(order.amount / processes);
      const answers = await Promise.all(
        children.slice(0, processes).map((child) => ask(child, { ...order, amount: share })),
      );
      const slowest = Math.max(...answers.map(({ ms = 0 }) => ms));
      return answers.reduce((sum, { count = 0 }) => sum + count, 0) / (slowest / 1_000);
    },
    end() {
      for (const child of children) child.disconnect();
    },
  };
}

function ask(child: ChildProcess | undefined, order: Order | undefined): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const onExit = () => reject(new Error("A process of the crew has ended"));
    if (!child) return onExit();
    child.once("exit", onExit);
    child.once("message", (answer: Answer) => {
      child.off("exit", onExit);
      if (answer.error) reject(new Error(answer.error));
      else resolve(answer);
    });
    if (order) child.send(order);
  });
}

/** What a process of the crew does: it has one rival open at a time. */
export async function joinCrew(url: string): Promise<void> {
  let open: { readonly name: string; readonly rival: Rival } | undefined;
  const choose = async (name: string): Promise<Rival> => {
    if (open?.name !== name) {
      await open?.rival.close();
      const opener = openers[name];
      if (!opener) throw new Error(`There is no ${name}`);
      open = { name, rival: await opener(url) };
    }
    return open.rival;
  };
  process.on("message", async ({ rival: name, step, amount }: Order) => {
    try {
      const rival = await choose(name);
      const begun = performance.now();
      const done = (await rival[step]?.(amount)) ?? 0;
      const { count, endedAt } =
        typeof done === "number" ? { count: done, endedAt: performance.now() } : done;
      process.send?.({ count, ms: endedAt - begun });
    } catch (error) {
      process.send?.({ error: String(error) });
    }
  });
  process.on("disconnect", () => process.exit(0));
  process.send?.({});
}
