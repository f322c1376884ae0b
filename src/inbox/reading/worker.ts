/** The program of a reading thread: does one job after another, and hands over the octets it made. */
import { parentPort } from "node:worker_threads";
import { createReceiver, type HandedOver } from "./hand-over.ts";
import { ownOctets } from "./own-octets.ts";
import { doReadingJob } from "./reading-job.ts";

const receive = createReceiver();

parentPort?.on("message", async (handed: HandedOver) => {
  const job = receive(handed);
  if (!job) return;
  try {
    const { value, transfer } = ownOctets(await doReadingJob(job));
    parentPort?.postMessage({ value }, transfer);
  } catch (error) {
    parentPort?.postMessage({ reason: error instanceof Error ? error.message : String(error) });
  }
});

// From here on a job is being done, and no longer loaded for.
parentPort?.postMessage({ isReady: true });
