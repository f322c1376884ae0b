import { setImmediate } from "node:timers/promises";
import type { Worker } from "node:worker_threads";
import type { ReadingJob } from "./reading-job.ts";

/** What is handed to a thread: a job, or a part of the message that is to be read. */
export type HandedOver = ReadingJob | MessagePart;

/** Octets of a message, one part behind the other. */
export interface MessagePart {
  readonly kind: "part";
  readonly part: Uint8Array;
  /** Of the whole message. */
  readonly sizeBytes: number;
}

/** Copying so many octets takes a millisecond or less. */
const partBytes = 1024 * 1024;

/** Hands a job to a thread. A large message goes over in parts, so that nothing waits for its copy. */
export async function handOver(worker: Worker, job: ReadingJob): Promise<void> {
  if (job.kind !== "content" || job.raw.length <= partBytes) return worker.postMessage(job);
  const { raw } = job;
  for (let at = 0; at < raw.length; at += partBytes) {
    const part = raw.slice(at, at + partBytes);
    const message: MessagePart = { kind: "part", part, sizeBytes: raw.length };
    worker.postMessage(message, [part.buffer as ArrayBuffer]);
    await setImmediate();
  }
}

/** Puts the parts of a message together. @returns what does so: the job, once the last part is there */
export function createReceiver(): (handed: HandedOver) => ReadingJob | undefined {
  let whole = new Uint8Array();
  let at = 0;
  return (handed) => {
    if (handed.kind !== "part") return handed;
    if (at === 0) whole = new Uint8Array(handed.sizeBytes);
    whole.set(handed.part, at);
    at += handed.part.length;
    if (at < whole.length) return undefined;
    const job: ReadingJob = { kind: "content", raw: whole };
    whole = new Uint8Array();
    at = 0;
    return job;
  };
}
