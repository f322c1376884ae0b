#!/usr/bin/env node
import { run } from "./run.ts";

/** What a server that failed half-way through its start leaves open must not keep the process. */
const graceMs = 200;

// The reader of the output is gone, as with `head`: there is no one to tell, and the work goes on.
for (const stream of [process.stdout, process.stderr]) {
  stream.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code !== "EPIPE") throw error;
  });
}

process.exitCode = await run(process.argv.slice(2));
setTimeout(() => process.exit(), graceMs).unref();
