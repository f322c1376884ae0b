#!/usr/bin/env node
import { run } from "./run.ts";

/** What a server that failed half-way through its start leaves open must not keep the process. */
const graceMs = 200;

process.exitCode = await run(process.argv.slice(2));
setTimeout(() => process.exit(), graceMs).unref();
