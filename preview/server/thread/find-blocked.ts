import { Session } from "node:inspector";
import { type WhereBlocked, whereName } from "../../thread/current-run.ts";

/** A thread that does not stop even for its debugger is ended without a word of where it was. */
const patienceMs = 3_000;
/** A loop of promises is as likely stopped in Node's own code between two turns as in the email. */
const usualMostAsked = 40;
/** Asked again at once it would stand where it stood: it runs on for a moment, each time another. */
const pausesMs = [1, 7, 2, 11, 3, 17, 5, 23] as const;

interface Message {
  readonly id?: number;
  readonly method?: string;
  readonly params?: { readonly callFrames?: readonly { readonly callFrameId: string }[] };
  readonly result?: { readonly result?: { readonly value?: unknown } };
}

/**
 * Asks a thread that no message reaches any more what it is doing, as a debugger would: stopped
 * in the middle of whatever it runs, it says on whose behalf, and where. It is asked again while
 * the answer does not tell. It runs on afterwards.
 *
 * @param name of the thread; no other thread of this process has it
 * @param tells whether an answer is as good as can be
 * @param mostAsked how often it is asked at most
 * @returns the best answer there was, or `undefined` where there was none
 */
export async function findBlocked(
  name: string,
  tells: (where: WhereBlocked) => boolean,
  mostAsked = usualMostAsked,
): Promise<WhereBlocked | undefined> {
  const session = new Session();
  const ended = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  let best: WhereBlocked | undefined;
  let asked = 0;
  /** @returns whether that will do */
  const hear = (where: WhereBlocked): boolean => {
    asked += 1;
    const isDone = tells(where);
    if (isDone || best?.number === undefined) best = where;
    return isDone || asked === mostAsked;
  };
  try {
    session.connect();
    const late = new Promise<void>((resolve) => {
      timer = setTimeout(resolve, patienceMs);
    });
    await Promise.race([ask(session, name, hear, ended.signal), late]);
  } catch {
    // A Node that was built without an inspector, or a process that is itself a thread.
  } finally {
    clearTimeout(timer);
    ended.abort();
    session.disconnect();
  }
  return best;
}

function ask(
  session: Session,
  name: string,
  hear: (where: WhereBlocked) => boolean,
  signal: AbortSignal,
): Promise<void> {
  let again: NodeJS.Timeout | undefined;
  signal.addEventListener("abort", () => clearTimeout(again), { once: true });
  return new Promise((resolve) => {
    let sessionId: string | undefined;
    let sent = 0;
    let question: number | undefined;
    const send = (method: string, params: object = {}) => {
      sent += 1;
      const message = JSON.stringify({ id: sent, method, params });
      session.post("NodeWorker.sendMessageToWorker", { sessionId: sessionId ?? "", message });
    };
    session.on("NodeWorker.attachedToWorker", ({ params }) => {
      if (!params.workerInfo.title.includes(name)) return;
      sessionId = params.sessionId;
      send("Debugger.enable");
      send("Debugger.pause");
    });
    session.on("NodeWorker.receivedMessageFromWorker", ({ params }) => {
      if (params.sessionId !== sessionId) return;
      const { id, method, params: event, result }: Message = JSON.parse(params.message);
      if (method === "Debugger.paused") {
        const frame = event?.callFrames?.[0];
        // Between two turns of its queue a thread stands in no function at all.
        if (!frame) return goOn(false);
        const expression = `globalThis.${whereName}()`;
        send("Debugger.evaluateOnCallFrame", { ...frame, expression, returnByValue: true });
        question = sent;
      } else if (id !== undefined && id === question) {
        const value = result?.result?.value;
        goOn(typeof value === "string" && hear(JSON.parse(value)));
      }
    });
    /** A thread that stays stopped could not be ended. */
    const goOn = (isDone: boolean) => {
      send("Debugger.resume");
      if (isDone) resolve();
      else again = setTimeout(() => send("Debugger.pause"), pausesMs[sent % pausesMs.length]);
    };
    session.post("NodeWorker.enable", { waitForDebuggerOnStart: false });
  });
}
