import { Session } from "node:inspector";
import { type WhereBlocked, whereName } from "../worker/current-run.ts";

/** A thread that does not stop even for its debugger is ended without a word of where it was. */
const patienceMs = 3_000;

interface Message {
  readonly method?: string;
  readonly params?: { readonly callFrames?: readonly { readonly callFrameId: string }[] };
  readonly result?: { readonly result?: { readonly value?: unknown } };
}

/**
 * Asks a thread that no message reaches any more what it is doing, as a debugger would: stopped
 * in the middle of whatever it runs, it says on whose behalf, and where. It runs on afterwards.
 *
 * @param name of the thread; no other thread of this process has it
 * @returns `undefined` where that cannot be found out
 */
export async function findBlocked(name: string): Promise<WhereBlocked | undefined> {
  const session = new Session();
  let timer: NodeJS.Timeout | undefined;
  try {
    session.connect();
    const late = new Promise<undefined>((resolve) => {
      timer = setTimeout(() => resolve(undefined), patienceMs);
    });
    return await Promise.race([ask(session, name), late]);
  } catch {
    // A Node that was built without an inspector, or a process that is itself a thread.
    return undefined;
  } finally {
    clearTimeout(timer);
    session.disconnect();
  }
}

function ask(session: Session, name: string): Promise<WhereBlocked | undefined> {
  return new Promise((resolve) => {
    let sessionId: string | undefined;
    let sent = 0;
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
      const { method, params: event, result }: Message = JSON.parse(params.message);
      const frame = method === "Debugger.paused" ? event?.callFrames?.[0] : undefined;
      if (frame) {
        const expression = `globalThis.${whereName}()`;
        send("Debugger.evaluateOnCallFrame", { ...frame, expression, returnByValue: true });
      }
      const value = result?.result?.value;
      if (typeof value !== "string") return;
      // A thread that stays stopped could not be ended.
      send("Debugger.resume");
      resolve(JSON.parse(value));
    });
    session.post("NodeWorker.enable", { waitForDebuggerOnStart: false });
  });
}
